import type { Buffer } from "node:buffer";
import type { ResponsePorts } from "../../backend/response/responder.js";
import { BASELINE } from "../../model/baseline.js";
import type { FleetEvent } from "../../model/detectors/types.js";
import { parseIotPolicy } from "../../model/iot-policy/index.js";
import type { Endpoint } from "../fleet/connection.js";
import { createSigner } from "../fleet/firmware-package.js";
import type { CloudConfig, CloudReport, ProcessLoad, RolloutOrder } from "../wire/messages.js";
import { Authorizer, type Principal } from "./authorizer.js";
import { CloudBroker } from "./broker.js";
import { CloudMeter } from "./cloud-meter.js";
import { createDetectionLoop } from "./detection-loop.js";
import { JobsService } from "./jobs.js";
import { createAuthority, type DeviceRequest, type IssuedCertificate } from "./pki.js";
import { Registry } from "./registry.js";
import { RolloutRunner } from "./rollout-runner.js";
import { SourceBook } from "./source-book.js";
import { StreamsService } from "./streams.js";

export interface Cloud {
  readonly endpoint: Endpoint;
  readonly signerKeyPem: string;
  readonly brokerVersion: string;
  readonly meter: CloudMeter;
  issue(requests: readonly DeviceRequest[]): Promise<readonly IssuedCertificate[]>;
  /** Withdraws a certificate: its live connection ends at once, and it opens none again. */
  revoke(certificateId: string): void;
  /** As a service of AWS would, or a device with every right. */
  publish(topic: string, payload: object): void;
  rollOut(order: RolloutOrder): void;
  counts(): { readonly connected: number; readonly delivered: number; readonly alarms: number; readonly quarantined: number };
  report(load: ProcessLoad): CloudReport;
  stop(): Promise<void>;
}

export interface CloudHooks {
  readonly now: () => number;
  readonly onRolloutDone: (id: string) => void;
}

/** Looks at roll-outs and lets time pass in the detection engine. */
const TICK_MS = 50;
const SHADOW_UPDATE = /^\$aws\/things\/([^/]+)\/shadow\/(?:name\/[^/]+\/)?update$/;

/** The provider's side of a rehearsal: certificate authority, registry, broker, jobs, streams, detection and response in one process. */
export async function startCloud(config: CloudConfig, { now, onRolloutDone }: CloudHooks): Promise<Cloud> {
  const authority = await createAuthority("Bulwark rehearsal CA", BASELINE.identity.deviceCertificateDays);
  const signer = createSigner();
  const registry = new Registry();
  for (const thing of config.things) registry.addThing(thing);
  const policies = {
    device: parseIotPolicy(config.devicePolicy.document, config.devicePolicy.place),
    quarantine: parseIotPolicy(config.quarantinePolicy.document, config.quarantinePolicy.place),
  };
  const { host, port, region, account, partition } = config;
  const meter = new CloudMeter(now);
  const sources = new SourceBook();
  const quarantinedAt = new Map<string, number>();
  const blocked: string[] = [];
  const escapes: { readonly thing: string; readonly topic: string; readonly at: number }[] = [];
  const rollouts = new Map<string, RolloutRunner>();
  const finished = new Set<string>();
  let updated = 0;

  const broker = await CloudBroker.start({
    host,
    port,
    identity: await authority.issueServer({ dns: ["localhost"], ip: [host] }),
    caPem: authority.certificatePem,
    registry,
    authorizer: new Authorizer(registry, policies, { region, account, partition }),
    sink: (event) => onEvent(event),
    onMessage: (principal, topic, payload) => onMessage(principal, topic, payload),
    now,
  });
  const publish = (topic: string, payload: object): void => void broker.publish(topic, payload).catch(() => undefined);
  const streams = new StreamsService({ publish });
  const jobs = new JobsService({
    now,
    publish,
    reply: (clientId, topic, payload) => void broker.reply(clientId, topic, payload),
    onStatus: (execution) => {
      rollouts.get(execution.jobId)?.onStatus(execution);
      if (execution.status === "SUCCEEDED") meter.updated(++updated);
    },
  });
  const ports: ResponsePorts = {
    quarantine(thing) {
      if (!registry.join(thing, "quarantine")) return;
      quarantinedAt.set(thing, now());
      broker.disconnect(thing, false);
      meter.quarantined(quarantinedAt.size);
      for (const rollout of rollouts.values()) rollout.remove(thing);
    },
    blockSource(source) {
      blocked.push(source);
      if (config.distinctSources) broker.block(source);
    },
    notify: () => undefined,
    thingOf: (source) => sources.onlyThingAt(source),
  };
  const detection = createDetectionLoop(config.detectors, ports, now);

  function onEvent(event: FleetEvent): void {
    meter.event(event);
    if (event.type === "connected") sources.seen(event.source, event.thing);
    detection.push(event);
  }

  function onMessage(principal: Principal, topic: string, payload: Buffer): void {
    if (topic.startsWith("$aws/")) {
      if (!jobs.handle(principal, topic, payload) && !streams.handle(principal, topic, payload)) onShadow(principal, topic, payload);
      return;
    }
    // Whatever the quarantine policy still lets through would be seen here.
    if (quarantinedAt.has(principal.thing)) escapes.push({ thing: principal.thing, topic, at: now() });
    const intended = intendedTime(payload);
    meter.message(intended === null ? null : Math.max(0, now() - intended));
  }

  function onShadow(principal: Principal, topic: string, payload: Buffer): void {
    if (SHADOW_UPDATE.exec(topic)?.[1] !== principal.thing) return;
    const version = reportedVersion(payload);
    if (version !== null) registry.reportVersion(principal.thing, version);
  }

  const timer = setInterval(() => {
    detection.tick();
    for (const [id, rollout] of rollouts) {
      if (finished.has(id)) continue;
      rollout.tick();
      if (!rollout.done) continue;
      finished.add(id);
      onRolloutDone(id);
    }
  }, TICK_MS);

  return {
    endpoint: { host, port: broker.port, caPem: authority.certificatePem },
    signerKeyPem: signer.publicKeyPem,
    brokerVersion: broker.version,
    meter,
    async issue(requests) {
      const certificates: IssuedCertificate[] = [];
      for (const request of requests) {
        if (!registry.has(request.thing)) throw new Error(`no thing is called ${request.thing}`);
        const certificate = await authority.issueDevice(request);
        registry.attach(certificate.certificateId, request.thing);
        certificates.push(certificate);
      }
      return certificates;
    },
    revoke(certificateId) {
      const thing = registry.revoke(certificateId);
      if (thing !== undefined) broker.disconnect(thing);
    },
    publish,
    rollOut(order) {
      for (const thing of order.canaries) registry.join(thing, "canary");
      const runner = new RolloutRunner(order, signer, {
        jobs,
        streams,
        metrics: meter.metrics,
        sink: detection.push,
        now,
        secondsSinceOrigin: () => meter.seconds(),
      });
      rollouts.set(order.id, runner);
      for (const thing of registry.members("quarantine")) runner.remove(thing);
    },
    counts: () => ({
      connected: broker.connected,
      delivered: meter.delivered,
      alarms: detection.opened(),
      quarantined: quarantinedAt.size,
    }),
    report: (load) => ({
      alarms: detection.alarms(),
      actions: detection.actions,
      quarantined: [...quarantinedAt.keys()].sort(),
      blocked: [...blocked].sort(),
      acceptedAfterQuarantine: escapes,
      rollouts: [...rollouts.values()].map((rollout) => rollout.outcome()),
      metrics: meter.metrics.snapshot(),
      series: meter.series.snapshot(),
      load,
      detection: detection.stats(),
    }),
    async stop() {
      clearInterval(timer);
      await broker.close();
    },
  };
}

const REPORT_HEAD = /^\{"n":\d+,"t":(\d+(?:\.\d+)?),/;

/** `t` of a report, epoch milliseconds; null for anything that is not one. Only the head is read: how long a payload is, is the sender's choice. */
function intendedTime(payload: Buffer): number | null {
  const match = REPORT_HEAD.exec(payload.toString("latin1", 0, 64));
  return match?.[1] === undefined ? null : Number(match[1]);
}

function reportedVersion(payload: Buffer): string | null {
  try {
    const version = JSON.parse(payload.toString("utf8"))?.state?.reported?.firmware?.version;
    return typeof version === "string" ? version : null;
  } catch {
    return null;
  }
}
