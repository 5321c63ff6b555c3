import { createSelfSigned, type Identity } from "../cloud/pki.js";
import type { ConnectionFactory, Endpoint } from "../fleet/connection.js";
import type { Device } from "../fleet/device.js";
import type { Schedule } from "../fleet/schedule.js";
import { type RandomStream, streamFor } from "../run/random.js";
import type { AttackKind } from "../scenarios/schema.js";
import { Tally } from "./tally.js";
import type { AttackOrder, AttackReport } from "./types.js";

export interface AttackContext {
  readonly seed: number;
  readonly endpoint: Endpoint;
  readonly connect: ConnectionFactory;
  readonly schedule: Schedule;
  readonly now: () => number;
  /** Ends the attack early, with what it did so far. */
  readonly signal: AbortSignal;
}

/** Forged certificates are made once and used again: the attack is on the broker's check, not on our own key generation. */
const FORGERIES = 4;
/**
 * Unanswered tries at a time; an attacker too waits for sockets. A snooper makes one: the broker ends the connection at the first refusal, and
 * what was sent behind it would never be judged.
 */
const MAX_OUTSTANDING: Readonly<Record<AttackKind, number>> = {
  "topic-snooping": 1,
  "credential-brute-force": 16,
  "exfiltration-burst": 16,
};
/** An attack whose tries were held up (a slow machine, reconnecting after a refusal) may take so much longer to make them. */
const GRACE_MS = 30_000;
const WIDE_FILTERS = ["#", "$SYS/#", "+/+/+/telemetry", "$aws/things/+/jobs/notify-next"] as const;

/** Makes the try of this number, or null when it cannot be made yet. */
type Step = (index: number) => Promise<void> | null;

/**
 * Drives one attack instance from inside the device it has taken until all its tries are made: being refused or shut out does not end it, it
 * only stops it from getting anywhere. The number of tries is the plan's, not the machine's. Resolves with the ground truth.
 */
export async function runAttack(order: AttackOrder, device: Device, context: AttackContext): Promise<AttackReport> {
  const tally = new Tally();
  const stream = streamFor(context.seed, "attack", order.attack, order.instance);
  let foreignMessages = 0;
  device.onForeignMessage = () => {
    foreignMessages++;
  };
  const step = await prepare(order, device, context, stream, tally);
  const { startedAt, endedAt } = await pace(order, device, context, step, tally);
  const { attack, instance, thing } = order;
  return {
    attack,
    instance,
    thing,
    source: device.spec.source ?? "",
    startedAt,
    endedAt,
    matrix: tally.matrix(),
    shutOut: tally.shutOut,
    foreignMessages,
  };
}

function prepare(order: AttackOrder, device: Device, context: AttackContext, stream: RandomStream, tally: Tally): Promise<Step> {
  switch (order.kind) {
    case "topic-snooping":
      return Promise.resolve(snoop(order, device, stream, tally));
    case "credential-brute-force":
      return bruteForce(order, device, context, tally);
    case "exfiltration-burst":
      return Promise.resolve(exfiltrate(order, device, tally));
  }
}

/** Makes the planned number of tries at the planned rate; one that cannot be made when it is due is made later, within the grace. */
async function pace(
  order: AttackOrder,
  device: Device,
  { schedule, now, signal }: AttackContext,
  step: Step,
  tally: Tally,
): Promise<{ startedAt: number; endedAt: number }> {
  const interval = 1000 / order.rate;
  const planned = Math.max(1, Math.round(order.durationMs / interval));
  const deadline = order.startAt + order.durationMs + GRACE_MS;
  let startedAt = 0;
  let outstanding = 0;
  let made = 0;
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    const next = (at: number): void => {
      schedule.at(at, (intended) => {
        if (startedAt === 0) startedAt = now();
        if (intended >= deadline) tally.shutOut += planned - made;
        if (made >= planned || intended >= deadline) return resolve();
        device.compromised = true;
        const trying = outstanding < MAX_OUTSTANDING[order.kind] ? step(made) : null;
        if (trying !== null) {
          made++;
          outstanding++;
          void trying.finally(() => outstanding--);
        }
        next(intended + interval);
      });
    };
    next(order.startAt);
  });
  return { startedAt: startedAt === 0 ? order.startAt : startedAt, endedAt: now() };
}

/** A try that needs the device's connection: shut out once the broker has refused it, put off while it is only reconnecting. */
function overConnection(device: Device, tally: Tally, attempt: (index: number) => Promise<void>): Step {
  return (index) => {
    if (device.online) return attempt(index);
    if (!device.refused) return null;
    tally.shutOut++;
    return Promise.resolve();
  };
}

/** What a snooper does in turn; instances start at different places, so that not all show themselves the same way first. */
const SNOOPING = ["read", "read", "write", "read-all"] as const;

/** Reads and writes where it has no business: each target in turn, and every so often a filter that would show the whole fleet. */
function snoop({ targets, instance }: AttackOrder, device: Device, stream: RandomStream, tally: Tally): Step {
  return overConnection(device, tally, async (index) => {
    const topic = targets[index % targets.length]?.topic ?? "#";
    const act = SNOOPING[(index + instance) % SNOOPING.length];
    if (act === "write") {
      // A broker that refuses a publish ends the connection, and the acknowledgement never comes.
      const acked = await device.publish(topic, JSON.stringify({ unlock: true }));
      tally.count("publish", topic, !acked);
      return;
    }
    const filter = act === "read" ? topic : stream.pick(WIDE_FILTERS);
    const [granted] = await device.subscribe([filter]);
    tally.count("subscribe", filter, granted !== true);
  });
}

/** From the device's own address: names of other devices, vouched for by nobody. */
async function bruteForce({ targets }: AttackOrder, device: Device, context: AttackContext, tally: Tally): Promise<Step> {
  const forgeries: Identity[] = [];
  for (const { thing } of targets.slice(0, FORGERIES)) forgeries.push(await createSelfSigned(thing));
  return async (index) => {
    const target = targets[index % targets.length];
    const forgery = forgeries[index % forgeries.length];
    if (target === undefined || forgery === undefined) return;
    const handlers = { onMessage: () => undefined, onClosed: () => undefined };
    const connection = context.connect(context.endpoint, { clientId: target.thing, source: device.spec.source, ...forgery }, handlers);
    const outcome = await connection.connect();
    tally.count("connect", target.thing, !outcome.ok);
    if (outcome.ok) await connection.end(true);
  };
}

/** Nothing here is forbidden: only the amount is wrong, and only the device's own habit says so. */
function exfiltrate({ bytes }: AttackOrder, device: Device, tally: Tally): Step {
  const { topic } = device.spec.telemetry;
  return overConnection(device, tally, async (index) => {
    const head = `{"n":${index},"blob":"`;
    const acked = await device.publish(topic, `${head}${"A".repeat(Math.max(0, bytes - head.length - 2))}"}`);
    tally.count("publish", topic, !acked);
  });
}
