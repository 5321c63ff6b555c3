import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSelfSigned } from "../../simulator/cloud/pki.js";
import { mqttJsConnection } from "../../simulator/fleet/mqttjs-connection.js";
import { PROBE_THING, probeRevocation } from "../../simulator/wire/probe-revocation.js";
import { probeBroker } from "../../simulator/wire/probes.js";
import { eventually, LOAD, startTestCloud, type TestCloud } from "./cloud-fixture.js";

const OWN = "dt/smart-home/lock-1/telemetry";
const FOREIGN = "dt/smart-home/lock-2/telemetry";

let test_: TestCloud;
beforeEach(async () => {
  test_ = await startTestCloud(["lock-1", "lock-2", PROBE_THING]);
});
afterEach(() => test_.stop());

const counter = (name: string): number => test_.cloud.report(LOAD).metrics.counters[name] ?? 0;

/** lock-1 by the library itself, for what our own connection never does. */
async function plainClient(options: IClientOptions = {}): Promise<MqttClient> {
  const { host, port, caPem: ca } = test_.cloud.endpoint;
  const { certificatePem: cert, privateKeyPem: key } = await test_.identity("lock-1");
  return connectAsync({ protocol: "mqtts", host, port, ca, cert, key, clientId: "lock-1", reconnectPeriod: 0, ...options });
}

describe("who may connect", () => {
  test("a device with a certificate of the fleet's authority connects under its own name", async () => {
    const lock = await test_.connection("lock-1");
    expect(await lock.connect()).toEqual({ ok: true });
    // The broker counts a client when it is ready, a moment after its CONNACK.
    await eventually(() => test_.cloud.counts().connected === 1);
  });

  test("a genuine certificate under another device's name is refused by the synthesized policy", async () => {
    const lock = await test_.connection("lock-1", { clientId: "lock-2" });
    expect(await lock.connect()).toMatchObject({ ok: false, why: "refused" });
    expect(counter("connects_refused{reason:authorization}")).toBe(1);
  });

  test("a self-signed certificate that claims a device's name is refused before MQTT, and counted with its address", async () => {
    const forged = await createSelfSigned("lock-1");
    const handlers = { onMessage: () => undefined, onClosed: () => undefined };
    const lock = mqttJsConnection(test_.cloud.endpoint, { clientId: "lock-1", source: "127.9.0.7", ...forged }, handlers);
    expect((await lock.connect()).ok).toBe(false);
    await eventually(() => counter("connects_refused{reason:tls}") === 1);
  });

  test("every probe is refused: no certificate, unknown CA, self-signed, plain text, TLS 1.0 and 1.1", async () => {
    const probes = await probeBroker(test_.cloud.endpoint, "lock-1");
    expect(probes).toHaveLength(6);
    expect(probes.filter(({ refused }) => !refused)).toEqual([]);
  });

  test("a broker that is not there refuses nothing", async () => {
    const probes = await probeBroker({ ...test_.cloud.endpoint, port: 1 }, "lock-1");
    expect(probes.some(({ refused }) => refused)).toBe(false);
  });

  test("ten failed handshakes from one address block the address, and the device behind it is quarantined", async () => {
    const source = "127.9.0.8";
    const lock = await test_.connection("lock-1", { source });
    expect((await lock.connect()).ok).toBe(true);
    const forged = await createSelfSigned("lock-2");
    const handlers = { onMessage: () => undefined, onClosed: () => undefined };
    for (let i = 0; i < 10; i++)
      await mqttJsConnection(test_.cloud.endpoint, { clientId: "lock-2", source, ...forged }, handlers).connect();
    await eventually(() => test_.cloud.report(LOAD).blocked.includes(source));
    expect(test_.cloud.report(LOAD).quarantined).toEqual(["lock-1"]);
    await eventually(() => !lock.online);
    expect(await (await test_.connection("lock-1", { source })).connect()).toMatchObject({ ok: false, why: "network" });
    const elsewhere = await (await test_.connection("lock-1")).connect();
    expect(elsewhere).toMatchObject({ ok: false, why: "refused" });
  });
});

describe("revocation", () => {
  test("ends the live connection of the certificate, and of no other, and keeps it out", async () => {
    const bystander = await test_.connection("lock-2");
    await bystander.connect();
    const ports = {
      issue: async (csrPem: string) =>
        (await test_.cloud.issue([{ thing: PROBE_THING, csrPem }]))[0] ?? { certificatePem: "", certificateId: "" },
      revoke: (id: string) => test_.cloud.revoke(id),
    };
    const probes = await probeRevocation(test_.cloud.endpoint, ports);
    expect(probes).toMatchObject([
      { sim: "control", refused: false },
      { sim: "SIM-03", refused: true },
      { sim: "SIM-03", refused: true, detail: expect.stringContaining("Not authorized") },
    ]);
    expect(bystander.online).toBe(true);
  });
});

describe("what a device may do", () => {
  test("its own topic is acknowledged and reaches the backend with the time since it was due", async () => {
    const lock = await test_.connection("lock-1");
    await lock.connect();
    expect(await lock.publish(OWN, `{"n":1,"t":${(performance.timeOrigin + performance.now() - 250).toFixed(3)},"v":""}`, 1)).toBe(true);
    await eventually(() => test_.cloud.meter.delivered === 1);
    const latency = test_.cloud.meter.metrics.trend("delivery_latency").summary();
    expect(latency.min).toBeGreaterThanOrEqual(249);
    expect(latency.min).toBeLessThan(2_000);
  });

  test("a publish to another device's topic is not acknowledged and ends the connection, as in AWS IoT", async () => {
    const lock = await test_.connection("lock-1");
    await lock.connect();
    expect(await lock.publish(FOREIGN, "x", 1)).toBe(false);
    await eventually(() => !lock.online);
    expect(counter("publishes_refused{reason:authorization}")).toBe(1);
    expect(test_.cloud.meter.delivered).toBe(0);
  });

  test("a retained publish needs a right of its own, which the device policy does not give", async () => {
    const client = await plainClient();
    client.publish(OWN, "x", { qos: 1, retain: true }, () => undefined);
    await eventually(() => counter("publishes_refused{reason:authorization}") === 1);
    client.end(true);
  });

  test("foreign topics and wildcards are refused one by one while own ones in the same request are granted", async () => {
    const lock = await test_.connection("lock-1");
    await lock.connect();
    const filters = [
      "cmd/smart-home/lock-1/#",
      FOREIGN,
      "#",
      "$SYS/#",
      "$aws/things/+/jobs/notify-next",
      "$aws/things/lock-1/jobs/notify-next",
    ];
    expect(await lock.subscribe(filters)).toEqual([true, false, false, false, false, true]);
  });

  test("what a device sends to the services is routed to nobody", async () => {
    const heard: string[] = [];
    const lock = await test_.connection("lock-1", { handlers: { onMessage: (topic) => heard.push(topic) } });
    await lock.connect();
    expect(await lock.subscribe(["$aws/things/lock-1/jobs/#"])).toEqual([true]);
    expect(await lock.publish("$aws/things/lock-1/jobs/get", "{}", 1)).toBe(true);
    await eventually(() => heard.includes("$aws/things/lock-1/jobs/get/accepted"));
    expect(heard).not.toContain("$aws/things/lock-1/jobs/get");
  });
});

describe("detection in the path", () => {
  test("a wildcard subscription quarantines the device, ends its connection and refuses the next one", async () => {
    const lock = await test_.connection("lock-1");
    const bystander = await test_.connection("lock-2");
    await lock.connect();
    await bystander.connect();
    await lock.subscribe(["#"]);
    await eventually(() => !lock.online);
    expect(test_.cloud.report(LOAD).quarantined).toEqual(["lock-1"]);
    expect(await (await test_.connection("lock-1")).connect()).toMatchObject({ ok: false, why: "refused" });
    expect(counter("connects_refused{reason:quarantine}")).toBe(1);
    expect(bystander.online).toBe(true);
    expect(test_.cloud.report(LOAD).acceptedAfterQuarantine).toEqual([]);
  });

  test("a quarantined device's last will is not published, nor held against it", async () => {
    const client = await plainClient({ will: { topic: OWN, payload: Buffer.from("gone"), qos: 1, retain: false } });
    client.subscribe("#", () => undefined);
    await eventually(() => !client.connected);
    client.end(true);
    expect(test_.cloud.report(LOAD).quarantined).toEqual(["lock-1"]);
    await eventually(() => test_.cloud.counts().connected === 0);
    expect(test_.cloud.meter.delivered).toBe(0);
    expect(counter("publishes_refused{reason:quarantine}")).toBe(0);
  });

  test("a second client with the same identity takes the session over, and the first is told apart from one that left", async () => {
    const first = await test_.connection("lock-1");
    await first.connect();
    const second = await test_.connection("lock-1");
    expect((await second.connect()).ok).toBe(true);
    await eventually(() => !first.online);
    expect(test_.cloud.counts().connected).toBe(1);
  });
});
