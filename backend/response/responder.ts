import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Alarm, Detector } from "../../model/detectors/types.js";

/** What the responder can reach: the registry and broker of the simulator, or AWS IoT through a state machine. */
export interface ResponsePorts {
  /** Takes all rights from a thing and drops its connection. */
  quarantine(thing: string): void;
  /** Refuses further connections from an address. */
  blockSource(source: string): void;
  notify(alarm: Alarm): void;
  /** The thing last seen at an address, when exactly one is known there. */
  thingOf(source: string): string | undefined;
}

export interface ResponderOptions {
  /** The detectors in force: each names the response to its alarms. Default: the shipped ones. */
  readonly detectors?: readonly Pick<Detector, "id" | "response">[];
  /** Decide and record, but do not quarantine or block. People are still told. Default false. */
  readonly dryRun?: boolean;
}

export interface ResponseAction {
  readonly action: "quarantine" | "block-source" | "notify";
  /** Thing, address, or alarm id. */
  readonly target: string;
  readonly alarm: string;
  readonly outcome: "done" | "dry-run" | "already" | "no-target" | "failed";
  readonly reason: string;
}

export interface Responder {
  /** Answers an alarm; the same alarm, thing or address a second time does nothing and says so. */
  handle(alarm: Alarm): readonly ResponseAction[];
  quarantined(): readonly string[];
  blocked(): readonly string[];
  /** After a person has cleared it, a thing or address can be acted on again. */
  release(target: string): void;
}

/** Containment (OBL-INC-2, OBL-CONS-4): an alarm leads to one action, at once, with its reason on record. */
export function createResponder(ports: ResponsePorts, options: ResponderOptions = {}): Responder {
  const responses = new Map((options.detectors ?? DETECTORS).map((detector) => [detector.id, detector.response]));
  const quarantined = new Set<string>();
  const blocked = new Set<string>();
  const notified = new Set<string>();
  const dryRun = options.dryRun ?? false;

  function handle(alarm: Alarm): readonly ResponseAction[] {
    const response = responses.get(alarm.detector) ?? "notify";
    const reason = `${alarm.detector}: ${alarm.metric} ${alarm.observed}, expected ${alarm.expected}`;
    const actions: ResponseAction[] = [];
    if (response === "quarantine") actions.push(contain("quarantine", alarm.thing, alarm, reason));
    if (response === "block-source") {
      actions.push(contain("block-source", alarm.source, alarm, reason));
      // Behind the address may stand one of our own devices, taken over: blocking the address alone would leave it its rights elsewhere.
      const thing = alarm.source === undefined ? undefined : ports.thingOf(alarm.source);
      if (thing !== undefined) actions.push(contain("quarantine", thing, alarm, `${reason}; the address is this thing's`));
    }
    actions.push(notify(alarm, reason));
    return actions;
  }

  function contain(action: "quarantine" | "block-source", target: string | undefined, alarm: Alarm, reason: string): ResponseAction {
    if (target === undefined)
      return { action, target: "", alarm: alarm.id, outcome: "no-target", reason: `${reason}; nothing identified to act on` };
    const done = action === "quarantine" ? quarantined : blocked;
    if (done.has(target)) return { action, target, alarm: alarm.id, outcome: "already", reason };
    if (dryRun) return { action, target, alarm: alarm.id, outcome: "dry-run", reason };
    // Recorded after the port has returned: when it throws, the next alarm tries again.
    if (action === "quarantine") ports.quarantine(target);
    else ports.blockSource(target);
    done.add(target);
    return { action, target, alarm: alarm.id, outcome: "done", reason };
  }

  function notify(alarm: Alarm, reason: string): ResponseAction {
    if (notified.has(alarm.id)) return { action: "notify", target: alarm.id, alarm: alarm.id, outcome: "already", reason };
    ports.notify(alarm);
    notified.add(alarm.id);
    return { action: "notify", target: alarm.id, alarm: alarm.id, outcome: "done", reason };
  }

  return {
    handle,
    quarantined: () => [...quarantined],
    blocked: () => [...blocked],
    release(target) {
      quarantined.delete(target);
      blocked.delete(target);
    },
  };
}
