import { describe, expect, test } from "vitest";
import { createResponder, type ResponderOptions } from "../../backend/response/responder.js";
import type { Alarm } from "../../model/detectors/types.js";
import { at } from "./events.js";

const alarm = (detector: string, who: Pick<Alarm, "thing" | "source">, episode = 1): Alarm => ({
  id: `${detector}:${who.thing ?? who.source}:${episode}`,
  detector,
  severity: "high",
  ...who,
  firstSeen: at(0),
  at: at(1),
  metric: "subscribe-refused",
  observed: 3,
  expected: "fewer than 3 in 10 s",
  windowMs: 10_000,
  evidence: [],
});

/** A cloud in memory: what the responder did to it can be read back. */
function cloud(options: ResponderOptions = {}, addresses: Readonly<Record<string, string>> = {}) {
  const done: string[] = [];
  const responder = createResponder(
    {
      quarantine: (thing) => void done.push(`quarantine ${thing}`),
      blockSource: (source) => void done.push(`block ${source}`),
      notify: (about) => void done.push(`notify ${about.id}`),
      thingOf: (source) => addresses[source],
    },
    options,
  );
  return { done, responder };
}

describe("responder", () => {
  test("quarantines the thing, tells a person, and gives the reason", () => {
    const { done, responder } = cloud();
    expect(responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }))).toEqual([
      {
        action: "quarantine",
        target: "lock-1",
        alarm: "foreign-topic-access:lock-1:1",
        outcome: "done",
        reason: "foreign-topic-access: subscribe-refused 3, expected fewer than 3 in 10 s",
      },
      expect.objectContaining({ action: "notify", outcome: "done" }),
    ]);
    expect(done).toEqual(["quarantine lock-1", "notify foreign-topic-access:lock-1:1"]);
  });

  test("a thing is quarantined once, though alarms of several detectors ask for it", () => {
    const { done, responder } = cloud();
    responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }));
    expect(responder.handle(alarm("exfiltration-volume", { thing: "lock-1" }))[0]).toMatchObject({ outcome: "already" });
    responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }));
    expect(done.filter((line) => line.startsWith("quarantine"))).toEqual(["quarantine lock-1"]);
    expect(done.filter((line) => line.startsWith("notify"))).toHaveLength(2);
    expect(responder.quarantined()).toEqual(["lock-1"]);
  });

  test("blocks the address of a brute force, and the thing known to be behind it", () => {
    const { done, responder } = cloud({}, { "192.0.2.9": "hub-3" });
    expect(
      responder.handle(alarm("credential-brute-force", { source: "192.0.2.9" })).map(({ action, target }) => `${action} ${target}`),
    ).toEqual(["block-source 192.0.2.9", "quarantine hub-3", "notify credential-brute-force:192.0.2.9:1"]);
    responder.handle(alarm("credential-brute-force", { source: "198.51.100.1" }));
    expect(done).toEqual([
      "block 192.0.2.9",
      "quarantine hub-3",
      "notify credential-brute-force:192.0.2.9:1",
      "block 198.51.100.1",
      "notify credential-brute-force:198.51.100.1:1",
    ]);
  });

  test("a forged image leads to a message, not to the quarantine of the device that refused it", () => {
    const { done, responder } = cloud();
    responder.handle(alarm("rogue-firmware", { thing: "lock-1" }));
    expect(done).toEqual(["notify rogue-firmware:lock-1:1"]);
  });

  test("a dry run decides and tells, but touches nothing", () => {
    const { done, responder } = cloud({ dryRun: true });
    expect(responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }))[0]).toMatchObject({
      action: "quarantine",
      outcome: "dry-run",
    });
    expect(done).toEqual(["notify foreign-topic-access:lock-1:1"]);
    expect(responder.quarantined()).toEqual([]);
  });

  test("an alarm that names nobody is said to have no target", () => {
    const { done, responder } = cloud();
    expect(responder.handle(alarm("foreign-topic-access", {}))[0]).toMatchObject({ outcome: "no-target" });
    expect(done.some((line) => line.startsWith("quarantine"))).toBe(false);
  });

  test("an action that failed is tried again with the next alarm", () => {
    let broken = true;
    const done: string[] = [];
    const responder = createResponder({
      quarantine(thing) {
        if (broken) throw new Error("registry unreachable");
        done.push(thing);
      },
      blockSource: () => undefined,
      notify: () => undefined,
      thingOf: () => undefined,
    });
    expect(() => responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }))).toThrow("registry unreachable");
    broken = false;
    responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }));
    expect(done).toEqual(["lock-1"]);
  });

  test("after a release the thing can be quarantined anew", () => {
    const { done, responder } = cloud();
    responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }));
    responder.release("lock-1");
    responder.handle(alarm("foreign-topic-access", { thing: "lock-1" }, 2));
    expect(done.filter((line) => line === "quarantine lock-1")).toHaveLength(2);
  });

  test("an alarm of a detector nobody knows is at least told to a person", () => {
    const { done, responder } = cloud();
    responder.handle(alarm("home-made", { thing: "lock-1" }));
    expect(done).toEqual(["notify home-made:lock-1:1"]);
  });
});
