import { X509Certificate } from "node:crypto";
import net, { type AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAuthority, createDeviceRequest } from "../../simulator/cloud/pki.js";
import type { Endpoint } from "../../simulator/fleet/connection.js";
import type { DeviceSpec } from "../../simulator/fleet/device.js";
import { createSigner } from "../../simulator/fleet/firmware-package.js";
import { Fleet } from "../../simulator/fleet/fleet.js";
import { FleetMeter } from "../../simulator/fleet/meter.js";
import { mqttJsConnection } from "../../simulator/fleet/mqttjs-connection.js";
import { Schedule } from "../../simulator/fleet/schedule.js";
import { hasLoopbackRange, sourceOf } from "../../simulator/fleet/source-address.js";
import { telemetryPayload, telemetryTopic } from "../../simulator/fleet/telemetry.js";
import { streamFor } from "../../simulator/run/random.js";
import { now, startTestCloud } from "./cloud-fixture.js";

describe("identities", () => {
  test("each device has a key of its own, and the certificate carries the name the registry knows, not the one asked for", async () => {
    const authority = await createAuthority("CA", 30);
    const [one, two] = [await createDeviceRequest("lock-1"), await createDeviceRequest("lock-2")];
    expect(one.privateKeyPem).not.toBe(two.privateKeyPem);
    const issued = await authority.issueDevice({ thing: "lock-9", csrPem: one.csrPem });
    const certificate = new X509Certificate(issued.certificatePem);
    expect(certificate.subject).toBe("CN=lock-9");
    expect(certificate.checkIssued(new X509Certificate(authority.certificatePem))).toBe(true);
    expect(certificate.fingerprint256.replaceAll(":", "").toLowerCase()).toBe(issued.certificateId);
  });

  test("a request whose signature does not fit its key is not signed", async () => {
    const authority = await createAuthority("CA", 30);
    const { csrPem } = await createDeviceRequest("lock-1");
    const der = Buffer.from(csrPem.replace(/-----[^-]+-----|\s/g, ""), "base64");
    der.writeUInt8(der.readUInt8(der.length - 3) ^ 1, der.length - 3);
    const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString("base64")}\n-----END CERTIFICATE REQUEST-----`;
    await expect(authority.issueDevice({ thing: "lock-1", csrPem: forged })).rejects.toThrow();
  });
});

describe("source addresses", () => {
  test("no two of 200,000 devices share one, and none is the broker's", () => {
    const all = new Set(Array.from({ length: 200_000 }, (_, i) => sourceOf(i)));
    expect(all.size).toBe(200_000);
    expect([...all].filter((address) => net.isIPv4(address) && !/^127\.0\.|\.0$|\.255$/.test(address))).toHaveLength(all.size);
  });

  test("the system says whether they can be bound", async () => {
    expect(await hasLoopbackRange()).toBe(process.platform === "linux");
  });
});

describe("the schedule", () => {
  test("serves whatever was planned in order of its time, first come first served among equals", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 200 }), (times) => {
        const clock = { now: 0 };
        const schedule = new Schedule(() => clock.now);
        const served: [number, number][] = [];
        for (const [i, at] of times.entries()) schedule.at(at, (intended) => served.push([intended, i]));
        clock.now = 100;
        schedule.serve();
        const wanted = times.map((at, i): [number, number] => [at, i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(served).toEqual(wanted);
      }),
    );
  });

  test("what is due later waits", () => {
    const clock = { now: 5 };
    const schedule = new Schedule(() => clock.now);
    const served: number[] = [];
    for (const at of [9, 3, 5]) schedule.at(at, (intended) => served.push(intended));
    schedule.serve();
    expect(served).toEqual([3, 5]);
  });
});

describe("telemetry", () => {
  test("has about the planned size, states when it was due, and is the same for the same seed and device", () => {
    const plan = { everyMs: 1_000, bytes: 500, topic: "t" };
    const make = (device: number) =>
      Array.from({ length: 50 }, (_, i) => telemetryPayload(plan, streamFor(1, "device", device), i, 1_000.5 + i));
    const payloads = make(3);
    expect(payloads).toEqual(make(3));
    for (const [i, payload] of payloads.entries()) {
      expect(JSON.parse(payload)).toMatchObject({ n: i, t: 1_000.5 + i });
      expect(Math.abs(payload.length - 500)).toBeLessThanOrEqual(51);
    }
  });

  test("its topic names the device", () => {
    expect(telemetryTopic(undefined, "smart-home", "lock-1")).toBe("dt/smart-home/lock-1/telemetry");
    expect(telemetryTopic("a/${thingName}/b", "smart-home", "lock-1")).toBe("a/lock-1/b");
  });
});

describe("the ramp", () => {
  const spec = (index: number, connectAfterMs: number): DeviceSpec => ({
    index,
    thing: `lock-${index}`,
    profile: "lock",
    model: "door-lock",
    version: "1.0.0",
    source: null,
    telemetry: { everyMs: 60_000, bytes: 100, topic: "t" },
    connectAfterMs,
  });

  async function ramp(
    devices: readonly DeviceSpec[],
    endpoint: Endpoint,
    inflight: number,
    identify: (fleet: Fleet) => Promise<void>,
  ): Promise<FleetMeter> {
    const meter = new FleetMeter(now);
    const fleet = new Fleet({ seed: 1, devices, meter, connect: mqttJsConnection, now });
    await identify(fleet);
    await fleet.ramp({ endpoint, signerKeyPem: createSigner().publicKeyPem, startAt: now(), inflight });
    await fleet.stop();
    return meter;
  }

  test("never has more handshakes open than the cap, and counts who had to wait", async () => {
    const authority = await createAuthority("CA", 1);
    let open = 0;
    let most = 0;
    // Takes every connection, says nothing, and hangs up.
    const server = net.createServer((socket) => {
      most = Math.max(most, ++open);
      socket.on("error", () => undefined).on("close", () => open--);
      setTimeout(() => socket.destroy(), 50);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const devices = Array.from({ length: 9 }, (_, i) => spec(i, 0));
    const meter = await ramp(devices, { host: "127.0.0.1", port, caPem: authority.certificatePem }, 3, async (fleet) => {
      for await (const requests of fleet.requests(4))
        fleet.install(await Promise.all(requests.map((request) => authority.issueDevice(request))));
    });
    server.close();
    expect(most).toBe(3);
    expect(meter.metrics.value("connects_late")).toBe(6);
    expect(meter.metrics.value("connects_failed")).toBe(9);
  });

  test("charges the wait for a free place to the connect time, which runs from the planned moment", async () => {
    const devices = Array.from({ length: 6 }, (_, i) => spec(i, 0));
    const { cloud, stop } = await startTestCloud(devices.map(({ thing }) => thing));
    const meter = await ramp(devices, cloud.endpoint, 1, async (fleet) => {
      for await (const requests of fleet.requests(4)) fleet.install(await cloud.issue(requests));
    });
    await stop();
    const { count, min, max } = meter.metrics.trend("connect_duration").summary();
    expect(count).toBe(6);
    expect(max).toBeGreaterThan(2 * min);
  });
});
