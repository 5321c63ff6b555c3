import { connect } from "mqtt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseIotPolicy } from "../../model/iot-policy/index.js";
import { type ReachWitness, reach } from "../../model/iot-policy/reach.js";
import { type Cloud, startCloud } from "../../simulator/cloud/cloud.js";
import { createDeviceRequest } from "../../simulator/cloud/pki.js";
import type { DeviceConnection } from "../../simulator/fleet/connection.js";
import { mqttJsConnection } from "../../simulator/fleet/mqttjs-connection.js";
import { eventually, now } from "./cloud-fixture.js";

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
  "one with a prefix for a name": [OWN_CONNECT, allow(["iot:Publish", "iot:RetainPublish"], `${P}topic/dt/${THING}*`)],
};

/** The victim's own side: it may connect as itself and say anything, so that there is something to overhear. */
const SPEAKER = "speaker";

let cloud: Cloud | undefined;
const open: DeviceConnection[] = [];

beforeEach(() => {
  cloud = undefined;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.end(true)));
  await cloud?.stop();
});

async function start(statements: readonly object[], witnesses: readonly ReachWitness[]): Promise<Cloud> {
  const names = new Set(witnesses.flatMap(({ thing, victim }) => [thing, victim]));
  // The speaker's rights are its own and give the attacker nothing: they hang on its client id.
  const speaks = [
    allow("iot:Connect", `${P}client/${SPEAKER}`),
    { ...allow("iot:Publish", `${P}topic/*`), Condition: { StringEquals: { "iot:ClientId": SPEAKER } } },
  ];
  cloud = await startCloud(
    {
      host: "127.0.0.1",
      port: 0,
      ...SCOPE,
      partition: "aws",
      devicePolicy: { place: "policy", document: { Version: "2012-10-17", Statement: [...statements, ...speaks] } },
      quarantinePolicy: {
        place: "quarantine",
        document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iot:*", Resource: "*" }] },
      },
      things: [...names, SPEAKER].map((name) => ({ name, thingType: "door-lock", attributes: {} })),
      detectors: [],
      distinctSources: false,
    },
    { now, onRolloutDone: () => undefined },
  );
  return cloud;
}

async function connection(on: Cloud, thing: string, clientId: string, heard: string[] = []): Promise<DeviceConnection> {
  const { privateKeyPem, csrPem } = await createDeviceRequest(thing);
  const [issued] = await on.issue([{ thing, csrPem }]);
  const made = mqttJsConnection(
    on.endpoint,
    { clientId, source: null, certificatePem: issued?.certificatePem ?? "", privateKeyPem },
    { onMessage: (topic) => heard.push(topic), onClosed: () => undefined },
  );
  open.push(made);
  return made;
}

/** Does over MQTT what the witness says; true when the broker let it. */
async function replay(on: Cloud, witness: ReachWitness): Promise<boolean> {
  const heard: string[] = [];
  const attacker = await connection(on, witness.thing, witness.clientId, heard);
  if (!(await attacker.connect()).ok) return false;
  const { use, topic = "", filter = "" } = witness;
  if (use === "connect") return true;
  if (use === "read") {
    const [granted] = await attacker.subscribe([filter]);
    if (granted !== true) return false;
    // What AWS's services write, no device can: that the filter is granted is all the broker can show there.
    if (topic.startsWith("$aws/")) return true;
    const speaker = await connection(on, SPEAKER, SPEAKER);
    if (!(await speaker.connect()).ok || !(await speaker.publish(topic, "x", 1))) return false;
    await eventually(() => heard.includes(topic));
    return true;
  }
  if (use === "retain") {
    await attacker.end(true);
    return publishRetained(on, witness);
  }
  return attacker.publish(topic, "x", 1);
}

/** The fleet's own connections never set the flag. */
async function publishRetained(on: Cloud, { thing, clientId, topic = "" }: ReachWitness): Promise<boolean> {
  const { privateKeyPem, csrPem } = await createDeviceRequest(thing);
  const [issued] = await on.issue([{ thing, csrPem }]);
  const { host, port, caPem } = on.endpoint;
  const client = connect({
    protocol: "mqtts",
    host,
    port,
    ca: caPem,
    cert: issued?.certificatePem ?? "",
    key: privateKeyPem,
    clientId,
    reconnectPeriod: 0,
  });
  const acknowledged = await new Promise<boolean>((resolve) => {
    client.once("close", () => resolve(false));
    client.once("error", () => resolve(false));
    client.once("connect", () => client.publish(topic, "x", { qos: 1, retain: true }, (error) => resolve(!error)));
  });
  client.end(true);
  return acknowledged;
}

describe("every witness, put to the broker", () => {
  test.each(Object.entries(POLICIES))("%s", async (_, statements) => {
    const { witnesses } = reach([parseIotPolicy({ Version: "2012-10-17", Statement: statements }, "policy")], SCOPE);
    expect(witnesses.length).toBeGreaterThan(0);
    const on = await start(statements, witnesses);
    for (const witness of witnesses) expect(await replay(on, witness), JSON.stringify(witness)).toBe(true);
  });

  test("and the same tries are refused under a policy that keeps devices apart", async () => {
    const { witnesses } = reach([parseIotPolicy({ Version: "2012-10-17", Statement: [allow("iot:*", "*")] }, "policy")], SCOPE);
    const apart = [
      OWN_CONNECT,
      allow(["iot:Publish", "iot:Receive"], `${P}topic/dt/${THING}/*`),
      allow("iot:Subscribe", `${P}topicfilter/dt/${THING}/*`),
    ];
    expect(reach([parseIotPolicy({ Version: "2012-10-17", Statement: apart }, "policy")], SCOPE).witnesses).toEqual([]);
    const on = await start(apart, witnesses);
    for (const witness of witnesses) expect(await replay(on, witness), JSON.stringify(witness)).toBe(false);
  });
});
