import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseIotPolicy } from "../../model/iot-policy/index.js";
import { type ReachWitness, reach } from "../../model/iot-policy/reach.js";
import { type Cloud, startCloud } from "../../simulator/cloud/cloud.js";
import type { CloudConfig } from "../../simulator/wire/messages.js";
import { replayReach, strangersOf, WitnessReplay } from "../../simulator/wire/replay-reach.js";
import { now } from "./cloud-fixture.js";

const SCOPE = { region: "eu-west-1", account: "111122223333" };
const P = "arn:aws:iot:eu-west-1:111122223333:";
const THING = "${iot:Connection.Thing.ThingName}";
const OWN_CONNECT = { Effect: "Allow", Action: "iot:Connect", Resource: `${P}client/${THING}` };
const allow = (action: unknown, resource: unknown) => ({ Effect: "Allow", Action: action, Resource: resource });

const POLICIES: Readonly<Record<string, readonly object[]>> = {
  "one that allows everything": [allow("iot:*", "*")],
  "one bound to a client id that anyone may take": [
    allow("iot:Connect", `${P}client/\${iot:ClientId}`),
    allow(["iot:Publish", "iot:Receive"], `${P}topic/dt/\${iot:ClientId}/*`),
    allow("iot:Subscribe", `${P}topicfilter/dt/\${iot:ClientId}/*`),
  ],
  "one with a filter over the fleet": [
    OWN_CONNECT,
    allow("iot:Subscribe", `${P}topicfilter/dt/+/t`),
    allow("iot:Receive", `${P}topic/dt/*`),
    allow("iot:Publish", `${P}topic/dt/${THING}/t`),
  ],
  "one whose client id is the certificate id": [
    allow("iot:Connect", `${P}client/\${iot:CertificateId}`),
    allow("iot:Publish", `${P}topic/dt/*`),
  ],
  "one whose client id is a fixed name": [allow("iot:Connect", `${P}client/gateway-7`), allow("iot:Publish", `${P}topic/dt/*`)],
  "one whose client id no thing can be called": [allow("iot:Connect", `${P}client/gw.*`), allow("iot:Publish", `${P}topic/dt/*`)],
  "one that lets in who is attached to nothing": [
    { ...allow("iot:Connect", `${P}client/*`), Condition: { Bool: { "iot:Connection.Thing.IsAttached": "false" } } },
    allow("iot:Publish", `${P}topic/dt/*`),
  ],
  "one with a prefix for a name": [OWN_CONNECT, allow(["iot:Publish", "iot:RetainPublish"], `${P}topic/dt/${THING}*`)],
};

let cloud: Cloud | undefined;

beforeEach(() => {
  cloud = undefined;
});
afterEach(() => cloud?.stop());

const configOf = (statements: readonly object[]): CloudConfig => ({
  host: "127.0.0.1",
  port: 0,
  ...SCOPE,
  partition: "aws",
  devicePolicy: { place: "policy", document: { Version: "2012-10-17", Statement: statements } },
  quarantinePolicy: {
    place: "quarantine",
    document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iot:*", Resource: "*" }] },
  },
  things: [],
  detectors: [],
  distinctSources: false,
});

async function replayer(statements: readonly object[], witnesses: readonly ReachWitness[]): Promise<WitnessReplay> {
  cloud = await startCloud({ ...configOf(statements), things: strangersOf(witnesses) }, { now, onRolloutDone: () => undefined });
  return new WitnessReplay(cloud);
}

/** What reach finds, but for what needs HTTPS or a certificate that the simulator does not issue. */
const replayable = (statements: readonly object[]): readonly ReachWitness[] =>
  reach([parseIotPolicy({ Version: "2012-10-17", Statement: statements }, "policy")], SCOPE).witnesses.filter(
    ({ notReplayed }) => notReplayed === undefined,
  );

describe("every witness, put to the broker", () => {
  test.each(Object.entries(POLICIES))("%s", async (_, statements) => {
    const witnesses = replayable(statements);
    expect(witnesses.length).toBeGreaterThan(0);
    const replay = await replayer(statements, witnesses);
    for (const witness of witnesses) expect((await replay.put(witness)).observed, JSON.stringify(witness)).toBe("allowed");
  });

  test("and the same tries are refused under a policy that keeps devices apart", async () => {
    const witnesses = replayable([allow("iot:*", "*")]);
    const apart = [
      OWN_CONNECT,
      allow(["iot:Publish", "iot:Receive"], `${P}topic/dt/${THING}/*`),
      allow("iot:Subscribe", `${P}topicfilter/dt/${THING}/*`),
    ];
    expect(reach([parseIotPolicy({ Version: "2012-10-17", Statement: apart }, "policy")], SCOPE).witnesses).toEqual([]);
    const replay = await replayer(apart, witnesses);
    for (const witness of witnesses) expect((await replay.put(witness)).observed, JSON.stringify(witness)).toBe("refused");
  });
});

describe("what a rehearsal does with the answer of reach", () => {
  test("a leaking policy: what it reaches is let through, everything else is refused, and the two agree", async () => {
    const { tries, agrees } = await replayReach(configOf(POLICIES["one with a filter over the fleet"] ?? []));
    const by = (observed: string): string[] => tries.filter((tried) => tried.observed === observed).map(({ capability }) => capability);
    expect(agrees).toBe(true);
    expect(by("allowed")).toEqual(["read-foreign"]);
    expect(by("refused")).toContain("connect-as-other");
    expect(by("refused")).toContain("jobs-foreign");
  });

  test("what goes over HTTPS alone is told and not tried, and the same over MQTT is refused", async () => {
    const { open, tries, agrees } = await replayReach(configOf([OWN_CONNECT, allow("iot:UpdateThingShadow", `${P}thing/*`)]));
    expect(agrees).toBe(true);
    expect(open).toEqual([expect.stringContaining("shadow-foreign (publish) was not tried: it is a call over HTTPS")]);
    expect(tries.find(({ capability, use }) => capability === "shadow-foreign" && use === "publish")?.observed).toBe("refused");
    expect(tries.map(({ capability }) => capability)).not.toContain("disconnect-other");
  });

  test("what hangs on a condition is left open, not tried", async () => {
    const conditional = { ...allow("iot:*", "*"), Condition: { StringEquals: { "iot:DomainName": "devices.example.com" } } };
    const { open, tries, agrees } = await replayReach(configOf([OWN_CONNECT, conditional]));
    expect(agrees).toBe(true);
    expect(open.length).toBeGreaterThan(0);
    expect(tries.map(({ predicted }) => predicted)).not.toContain("allowed");
  });
});
