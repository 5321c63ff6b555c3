import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FleetDefenceOptions } from "../../constructs/respond/fleet-defence.js";
import { type AlarmEvent, alarmEvent } from "../../model/detectors/alarm-event.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { kinesisEvent, recordOf } from "../backend/aws-shapes.js";
import { at, subscribeRefused } from "../backend/events.js";
import { hasAwsEmulator } from "../support/aws-emulator.js";
import type { SynthStack } from "../support/synth-stack.js";
import { synthDefence } from "./defence.js";
import { QuarantineCloud } from "./quarantine-cloud.js";

const able = hasAwsEmulator("the synthesized state machine of the quarantine is not executed");
/** The second cut comes after a second instead of ten minutes. */
const synth = (options: FleetDefenceOptions = {}): SynthStack => synthDefence({ settleSeconds: 1, ...options });

let serial = 0;
/** An event of the bus, of a device no other test touches. */
function alarmOf(thing: string): { readonly detail: AlarmEvent } {
  const alarm = {
    id: `wide-subscription:${thing}:1`,
    detector: "wide-subscription",
    severity: "critical",
    thing,
    firstSeen: at(0),
    at: at(0),
    metric: "subscribe-refused",
    observed: 1,
    expected: "none",
    windowMs: 10_000,
    evidence: [],
  } as const;
  return { detail: alarmEvent("acme", alarm, DETECTORS) };
}

describe.runIf(able)("the state machine of the quarantine, executed", { timeout: 60_000 }, () => {
  let cloud: QuarantineCloud;
  let thing = "";

  beforeAll(async () => {
    cloud = await QuarantineCloud.start(synth());
  });
  afterAll(() => cloud?.stop());
  beforeEach(async () => {
    cloud.front.refusals.clear();
    await Promise.all([cloud.told(), cloud.deadLetters(), cloud.started()]);
    thing = `acme-SN${serial++}`;
    await cloud.addDevice(thing);
  });

  /** What the incident of a device says was done, in order. */
  async function timeline(): Promise<readonly string[]> {
    const items = await cloud.incidents();
    return items
      .map((item) => JSON.stringify(item))
      .filter((text) => text.includes(thing))
      .flatMap((text) => [...text.matchAll(/quarantine acme-SN\d+: ([a-z-]+)/g)].map(([, outcome]) => String(outcome)));
  }

  it("is started by what detection makes of a refused subscription, cuts the device off and says so, on record", async () => {
    const detection = cloud.front.functions.get("acme-detection");
    const { failed } = (await detection?.invoke(kinesisEvent([recordOf(subscribeRefused(0, thing, "#"))]))) ?? {};
    expect(failed).toBe(false);
    const [event, ...more] = await cloud.started();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ source: "bulwark.detection", detail: { response: "quarantine", alarm: { thing } } });

    const before = cloud.front.calls.length;
    const { status, states } = await cloud.run(event);
    expect(status).toBe("SUCCEEDED");
    expect(states).toEqual([
      ...["Claim alarm", "Record alarm", "Look up device", "Mode", "Dry run?", "Quarantine", "Certificates too?", "Cut connection"],
      ...["Done", "Record answer", "Tell people", "Was it cut off?", "Let policies take effect", "Cut again", "Answered"],
    ]);
    expect(await cloud.quarantined()).toContain(thing);
    expect(cloud.front.connected.has(thing)).toBe(false);
    expect(cloud.front.calls.slice(before).filter((call) => call.startsWith("DELETE"))).toEqual(
      Array(2).fill(`DELETE /connections/${thing}?cleanSession=TRUE&preventWillMessage=TRUE`),
    );
    expect(await timeline()).toContain("done");
    const [message] = await cloud.told();
    expect(message).toMatch(new RegExp(`^acme: quarantine of ${thing}: done. Incident inc-[0-9a-f]{16}\\. No firmware of ours`));
  });

  it("cuts a device that came back under the policies AWS IoT still had", async () => {
    cloud.front.returning.add(thing);
    expect((await cloud.run(alarmOf(thing))).status).toBe("SUCCEEDED");
    expect(cloud.front.returning.has(thing)).toBe(false);
    expect(cloud.front.connected.has(thing)).toBe(false);
  });

  it("answers an alarm once, however often it is started", async () => {
    await cloud.run(alarmOf(thing));
    expect(await cloud.told()).toHaveLength(1);
    cloud.front.connected.add(thing);
    const again = await cloud.run(alarmOf(thing));
    expect(again).toEqual({ status: "SUCCEEDED", states: ["Claim alarm", "Answered already"] });
    expect(await cloud.told()).toEqual([]);
    expect(cloud.front.connected.has(thing)).toBe(true);
  });

  it("as a dry run decides, records and tells, and leaves the device alone", async () => {
    const { status, states } = await cloud.run(alarmOf(thing), synth({ dryRun: true }));
    expect(status).toBe("SUCCEEDED");
    expect(states).toContain("Only said");
    expect(await cloud.quarantined()).not.toContain(thing);
    expect(cloud.front.connected.has(thing)).toBe(true);
    expect(await timeline()).toContain("dry-run");
    expect(await cloud.told()).toEqual([expect.stringContaining(`quarantine of ${thing}: dry-run.`)]);
  });

  it("switches the certificates off where that was chosen, every one of them", async () => {
    const certificates = [await cloud.addCertificate(thing), await cloud.addCertificate(thing)];
    const { status } = await cloud.run(alarmOf(thing), synth({ deactivateCertificates: true }));
    expect(status).toBe("SUCCEEDED");
    expect(await Promise.all(certificates.map((id) => cloud.certificateStatus(id)))).toEqual(["INACTIVE", "INACTIVE"]);
  });

  it("says of a device the registry does not know that there was nobody to cut off", async () => {
    thing = `acme-GHOST${serial++}`;
    const { status, states } = await cloud.run(alarmOf(thing));
    expect(status).toBe("SUCCEEDED");
    expect(states).toContain("No such device");
    expect(states).not.toContain("Quarantine");
    expect(await cloud.told()).toEqual([expect.stringContaining(`quarantine of ${thing}: no-target.`)]);
  });

  it("that fails goes on record and to dead letters and people, and can be started again with what lies there", async () => {
    cloud.front.refusals.add({ call: /thing-groups\/addThingToThingGroup/, status: 403, code: "UnauthorizedException" });
    const { status, states } = await cloud.run(alarmOf(thing));
    expect(status).toBe("FAILED");
    expect(states.slice(-6)).toEqual(["Take mark back", "On record?", "Record failure", "Set aside", "Tell failure", "Not answered"]);
    expect(await cloud.quarantined()).not.toContain(thing);
    expect(await timeline()).toContain("failed");
    expect(await cloud.told()).toEqual([expect.stringContaining(`the quarantine of ${thing} did NOT come about in full`)]);
    const [letter, ...more] = await cloud.deadLetters();
    expect(more).toEqual([]);

    cloud.front.refusals.clear();
    expect(letter?.input).toEqual(alarmOf(thing));
    const again = await cloud.run(letter?.input);
    expect(again.status).toBe("SUCCEEDED");
    expect(await cloud.quarantined()).toContain(thing);
    expect(await timeline()).toEqual(expect.arrayContaining(["failed", "done"]));
  });

  it("whose incident cannot be recorded leaves the device alone and tells people why", async () => {
    cloud.front.refusals.add({ call: /TransactWriteItems/, status: 400, code: "ResourceNotFoundException" });
    const { status, states } = await cloud.run(alarmOf(thing));
    expect(status).toBe("FAILED");
    expect(states).not.toContain("Record failure");
    expect(await cloud.told()).toEqual([expect.stringContaining("ResourceNotFoundException")]);
    expect(await cloud.deadLetters()).toHaveLength(1);
  });

  it("that cannot end the connection has taken the rights, and says that it is not done", async () => {
    cloud.front.refusals.add({ call: /DELETE \/connections/, status: 403, code: "ForbiddenException" });
    const { status } = await cloud.run(alarmOf(thing));
    expect(status).toBe("FAILED");
    expect(await cloud.quarantined()).toContain(thing);
    expect(await cloud.told()).toEqual([expect.stringContaining("and end its connection")]);
    expect(await cloud.deadLetters()).toHaveLength(1);
  });

  it("still tells people when the dead letters cannot be reached", async () => {
    cloud.front.refusals.add({ call: /addThingToThingGroup/, status: 403, code: "UnauthorizedException" });
    cloud.front.refusals.add({ call: /SendMessage/, status: 403, code: "AccessDenied" });
    const { status } = await cloud.run(alarmOf(thing));
    expect(status).toBe("FAILED");
    expect(await cloud.told()).toEqual([expect.stringContaining("did NOT come about in full")]);
  });
});
