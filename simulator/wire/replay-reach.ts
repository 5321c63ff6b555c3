import { X509Certificate } from "node:crypto";
import { parseIotPolicy } from "../../model/iot-policy/index.js";
import type { ReachWitness } from "../../model/iot-policy/reach.js";
import { certificateIdOf } from "../../model/iot-policy/reach-identity.js";
import type { ReachReplay, ReachTry } from "../../model/run.js";
import { type Cloud, startCloud } from "../cloud/cloud.js";
import { createDeviceRequest, type Identity } from "../cloud/pki.js";
import type { DeviceConnection } from "../fleet/connection.js";
import { mqttJsConnection } from "../fleet/mqttjs-connection.js";
import { now } from "./child.js";
import type { CloudConfig } from "./messages.js";
import { planReachTries } from "./reach-tries.js";

/** How long a message that may be read has to arrive. */
const DELIVERY_MS = 5_000;

type Outcome = Pick<ReachTry, "observed" | "detail">;

/**
 * Puts what `reach` says of the device policy to a broker: a second one under the same policies, without detection, so that tries neither raise
 * alarms nor lock anybody out of the rehearsal.
 * @throws BulwarkError BW_POLICY_INVALID
 */
export async function replayReach(config: CloudConfig): Promise<ReachReplay> {
  const policy = parseIotPolicy(config.devicePolicy.document, config.devicePolicy.place);
  const { region, account, partition } = config;
  const { tries, open } = planReachTries(policy, { region, account, partition });
  const cloud = await startCloud(
    { ...config, port: 0, detectors: [], things: strangersOf(tries.map(({ witness }) => witness)) },
    { now, onRolloutDone: () => undefined },
  );
  const replay = new WitnessReplay(cloud);
  try {
    const tried: ReachTry[] = [];
    for (const { witness, predicted } of tries) {
      const { capability, use, thing, clientId, victim, topic, filter } = witness;
      const place = { ...(topic === undefined ? {} : { topic }), ...(filter === undefined ? {} : { filter }) };
      tried.push({ capability, use, thing, clientId, victim, ...place, predicted, ...(await replay.put(witness)) });
    }
    return { tries: tried, open, agrees: tried.every(({ predicted, observed }) => predicted === observed) };
  } finally {
    await cloud.stop();
  }
}

/** Both sides of every witness, as things of the registry. */
export function strangersOf(witnesses: readonly ReachWitness[]): CloudConfig["things"] {
  const names = new Set(witnesses.flatMap(({ thing, victim }) => [thing, victim]));
  return [...names].map((name) => ({ name, thingType: "probe", attributes: {} }));
}

/** Does over MQTT what a witness says. One certificate per thing, one connection per try. */
export class WitnessReplay {
  readonly #cloud: Cloud;
  readonly #identities = new Map<string, Identity>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  async put(planned: ReachWitness): Promise<Outcome> {
    const witness = await this.#withCertificateIds(planned);
    const heard = new Heard(witness.topic ?? "");
    const connection = mqttJsConnection(
      this.#cloud.endpoint,
      { clientId: witness.clientId, source: null, ...(await this.#identityOf(witness.thing)) },
      { onMessage: (topic) => heard.note(topic), onClosed: () => undefined },
    );
    try {
      const connected = await connection.connect();
      if (!connected.ok) return { observed: "refused", detail: `connect: ${connected.detail}` };
      return witness.use === "connect" ? { observed: "allowed", detail: "connected" } : await this.#use(witness, connection, heard);
    } finally {
      await connection.end(true);
    }
  }

  /** Certificate ids are known only once certificates are issued; the analysis has something else in their place. */
  async #withCertificateIds(witness: ReachWitness): Promise<ReachWitness> {
    let { clientId, topic, filter } = witness;
    for (const name of [witness.thing, witness.victim]) {
      const standIn = certificateIdOf(name);
      if (![clientId, topic, filter].some((text) => text?.includes(standIn))) continue;
      const { fingerprint256 } = new X509Certificate((await this.#identityOf(name)).certificatePem);
      const id = fingerprint256.replaceAll(":", "").toLowerCase();
      clientId = clientId.replaceAll(standIn, id);
      topic = topic?.replaceAll(standIn, id);
      filter = filter?.replaceAll(standIn, id);
    }
    return { ...witness, clientId, ...(topic === undefined ? {} : { topic }), ...(filter === undefined ? {} : { filter }) };
  }

  async #use({ use, topic = "", filter = "" }: ReachWitness, connection: DeviceConnection, heard: Heard): Promise<Outcome> {
    if (use !== "read") {
      const acked = await connection.publish(topic, "{}", 1, use === "retain");
      return acked ? { observed: "allowed", detail: "PUBACK" } : { observed: "refused", detail: "connection ended without PUBACK" };
    }
    const [granted] = await connection.subscribe([filter]);
    if (granted !== true) return { observed: "refused", detail: "subscription refused" };
    // What the other device, or a service of AWS for it, would say there.
    this.#cloud.publish(topic, {});
    return (await heard.within(DELIVERY_MS))
      ? { observed: "allowed", detail: "message received" }
      : { observed: "refused", detail: "subscription granted, but no message came" };
  }

  async #identityOf(thing: string): Promise<Identity> {
    const known = this.#identities.get(thing);
    if (known !== undefined) return known;
    const { privateKeyPem, csrPem } = await createDeviceRequest(thing);
    const [issued] = await this.#cloud.issue([{ thing, csrPem }]);
    if (issued === undefined) throw new Error(`no certificate came for ${thing}`);
    const identity = { certificatePem: issued.certificatePem, privateKeyPem };
    this.#identities.set(thing, identity);
    return identity;
  }
}

/** Whether a message on one topic has come. */
class Heard {
  readonly #topic: string;
  readonly #came: Promise<true>;
  #resolve: (came: true) => void = () => undefined;

  constructor(topic: string) {
    this.#topic = topic;
    this.#came = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  note(topic: string): void {
    if (topic === this.#topic) this.#resolve(true);
  }

  async within(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, ms, false);
    });
    const came = await Promise.race([this.#came, late]);
    clearTimeout(timer);
    return came;
  }
}
