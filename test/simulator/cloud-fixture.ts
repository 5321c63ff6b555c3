import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Detector } from "../../model/detectors/types.js";
import { type Cloud, startCloud } from "../../simulator/cloud/cloud.js";
import { createDeviceRequest } from "../../simulator/cloud/pki.js";
import type { ConnectionHandlers, DeviceConnection } from "../../simulator/fleet/connection.js";
import { mqttJsConnection } from "../../simulator/fleet/mqttjs-connection.js";
import { readStackPolicies } from "../../simulator/wire/stack-policies.js";

export const STACK = new URL("../fixtures/synth/smart-home.cdk.tf.json", import.meta.url).pathname;
export const now = (): number => performance.timeOrigin + performance.now();

export interface TestCloud {
  readonly cloud: Cloud;
  readonly finishedRollouts: string[];
  identity(thing: string): Promise<{ readonly certificatePem: string; readonly privateKeyPem: string }>;
  /** A connection with a genuine identity of `thing`, not yet connected. */
  connection(
    thing: string,
    options?: { readonly clientId?: string; readonly source?: string; readonly handlers?: Partial<ConnectionHandlers> },
  ): Promise<DeviceConnection>;
  stop(): Promise<void>;
}

/** The real cloud side in this process, under the policies of the synthesized example. */
export async function startTestCloud(things: readonly string[], detectors: readonly Detector[] = DETECTORS): Promise<TestCloud> {
  const { device, quarantine } = readStackPolicies(STACK, "smart-home");
  const finishedRollouts: string[] = [];
  const cloud = await startCloud(
    {
      host: "127.0.0.1",
      port: 0,
      account: "111122223333",
      region: "eu-west-1",
      partition: "aws",
      devicePolicy: { place: device.address, document: device.document },
      quarantinePolicy: { place: quarantine.address, document: quarantine.document },
      things: things.map((name) => ({ name, thingType: "door-lock", attributes: {} })),
      detectors,
      distinctSources: true,
    },
    { now, onRolloutDone: (id) => finishedRollouts.push(id) },
  );
  const open: DeviceConnection[] = [];
  const identities = new Map<string, { readonly certificatePem: string; readonly privateKeyPem: string }>();
  const identity = async (thing: string) => {
    const known = identities.get(thing);
    if (known !== undefined) return known;
    const { privateKeyPem, csrPem } = await createDeviceRequest(thing);
    const [issued] = await cloud.issue([{ thing, csrPem }]);
    const made = { certificatePem: issued?.certificatePem ?? "", privateKeyPem };
    identities.set(thing, made);
    return made;
  };
  return {
    cloud,
    finishedRollouts,
    identity,
    async connection(thing, { clientId = thing, source, handlers = {} } = {}) {
      const connection = mqttJsConnection(
        cloud.endpoint,
        { clientId, source: source ?? null, ...(await identity(thing)) },
        { onMessage: () => undefined, onClosed: () => undefined, ...handlers },
      );
      open.push(connection);
      return connection;
    },
    async stop() {
      await Promise.all(open.map((connection) => connection.end(true)));
      await cloud.stop();
    },
  };
}

/** Waits until `condition` holds; fails after `ms`. */
export async function eventually(condition: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error("it did not come about in time");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const LOAD = { eventLoopP99Ms: 0, cpuMs: 0, rssBytes: 0 };
