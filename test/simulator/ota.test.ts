import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { judgeManifest } from "../../model/firmware/manifest.js";
import type { RolloutPlan } from "../../model/rollout/plan.js";
import { Device, type DeviceSpec } from "../../simulator/fleet/device.js";
import { buildRelease, createSigner, type Tamper, verifyImage, verifyManifest } from "../../simulator/fleet/firmware-package.js";
import { FleetMeter } from "../../simulator/fleet/meter.js";
import { mqttJsConnection } from "../../simulator/fleet/mqttjs-connection.js";
import { Schedule } from "../../simulator/fleet/schedule.js";
import type { RolloutOrder } from "../../simulator/wire/messages.js";
import { eventually, LOAD, now, startTestCloud, type TestCloud } from "./cloud-fixture.js";

const PLAN: RolloutPlan = {
  id: "careful",
  canaryShare: 0.5,
  canarySuccess: 1,
  soakMs: 60_000,
  rate: { kind: "constant", perMinute: 600 },
  abort: [{ failureType: "ALL", thresholdPercentage: 50, minExecuted: 1 }],
  inProgressTimeoutMs: 600_000,
  retries: { failed: 0, timedOut: 0 },
};

const THINGS = ["lock-1", "lock-2"];
let cloud: TestCloud;
let devices: Device[];
const schedule = new Schedule(now);

beforeEach(async () => {
  cloud = await startTestCloud(THINGS);
  schedule.start();
  devices = [];
});
afterEach(async () => {
  schedule.stop();
  await Promise.all(devices.map((device) => device.stop()));
  await cloud.stop();
});

async function boot(thing: string, version = "1.0.0"): Promise<Device> {
  const telemetry = { everyMs: 60_000, bytes: 100, topic: `dt/smart-home/${thing}/telemetry` };
  const spec: DeviceSpec = {
    index: devices.length,
    thing,
    profile: "lock",
    model: "door-lock",
    version,
    source: null,
    telemetry,
    connectAfterMs: 0,
  };
  const context = {
    seed: 1,
    endpoint: cloud.cloud.endpoint,
    connect: mqttJsConnection,
    schedule,
    meter: new FleetMeter(now),
    signerKeyPem: cloud.cloud.signerKeyPem,
    now,
  };
  const device = new Device(spec, await cloud.identity(thing), context);
  devices.push(device);
  expect(await device.connect(now())).toEqual({ ok: true });
  return device;
}

function order(overrides: Partial<RolloutOrder> = {}): RolloutOrder {
  const release = { name: "door-lock", version: "1.1.0", hardware: ["door-lock"], sizeBytes: 40_000 };
  return { id: "r1", plan: PLAN, timeScale: 60, targets: THINGS, canaries: ["lock-1"], release, tamper: null, seed: 3, ...overrides };
}

const outcome = () => cloud.cloud.report(LOAD).rollouts[0];

describe("a genuine release", () => {
  test("goes to the canary, then to the fleet, and every device runs it from its other slot", async () => {
    const [canary, other] = [await boot("lock-1"), await boot("lock-2")];
    cloud.cloud.rollOut(order());
    await eventually(() => canary.version === "1.1.0");
    expect(other.version).toBe("1.0.0");
    await eventually(() => cloud.finishedRollouts.includes("r1"), 10_000);
    expect(other.version).toBe("1.1.0");
    expect(canary.firmware).toMatchObject({ active: 1, floor: "1.1.0" });
    expect(outcome()).toMatchObject({ state: "completed", notified: 2, succeeded: 2, rejected: 0 });
  });

  test("queued while a device was away, it is taken up when the device comes back", async () => {
    await boot("lock-1");
    cloud.cloud.rollOut(order());
    await eventually(() => outcome()?.notified === 2, 8_000);
    const late = await boot("lock-2");
    await eventually(() => late.version === "1.1.0", 8_000);
  });

  test("is refused as a downgrade by a device that has run a newer one, and the floor holds", async () => {
    const lock = await boot("lock-1", "2.0.0");
    cloud.cloud.rollOut(order({ targets: ["lock-1"] }));
    await eventually(() => outcome()?.state === "aborted" && lock.outcomes.length > 0);
    expect(lock.outcomes).toMatchObject([{ status: "REJECTED", reasonCode: "version-below-floor", version: "2.0.0" }]);
    expect(lock.firmware.slots[1]).toBeNull();
  });

  test("for other hardware is refused, not retried", async () => {
    const lock = await boot("lock-1");
    cloud.cloud.rollOut(
      order({ targets: ["lock-1"], release: { name: "camera", version: "1.1.0", hardware: ["camera"], sizeBytes: 5_000 } }),
    );
    await eventually(() => outcome()?.state === "aborted" && lock.outcomes.length > 0);
    expect(lock.outcomes).toMatchObject([{ status: "REJECTED", reasonCode: "wrong-hardware" }]);
  });

  test("is withdrawn from a device in quarantine, and the roll-out ends without it", async () => {
    await boot("lock-1");
    const taken = await boot("lock-2");
    await taken.subscribe(["#"]);
    await eventually(() => cloud.cloud.report(LOAD).quarantined.includes("lock-2"));
    cloud.cloud.rollOut(order());
    await eventually(() => cloud.finishedRollouts.includes("r1"), 10_000);
    expect(outcome()).toMatchObject({ state: "completed", notified: 1, succeeded: 1 });
  });
});

describe("a tampered release", () => {
  test.each([
    ["image", "digest-mismatch"],
    ["signature", "signature-invalid"],
    ["manifest", "signature-invalid"],
  ] as const)("with its %s changed is refused as %s, aborted at the canary, and reaches no slot", async (tamper: Tamper, reasonCode) => {
    const [canary, other] = [await boot("lock-1"), await boot("lock-2")];
    cloud.cloud.rollOut(order({ tamper }));
    await eventually(() => cloud.finishedRollouts.includes("r1") && canary.outcomes.length > 0, 8_000);
    expect(canary.outcomes).toMatchObject([{ status: "REJECTED", reasonCode }]);
    expect([canary.version, other.version]).toEqual(["1.0.0", "1.0.0"]);
    expect(canary.firmware.slots[1]).toBeNull();
    expect(outcome()).toMatchObject({ state: "aborted", notified: 1, rejected: 1, reasonCodes: { [reasonCode]: 1 } });
    await eventually(() =>
      cloud.cloud.report(LOAD).alarms.some(({ detector, thing }) => detector === "rogue-firmware" && thing === "lock-1"),
    );
    expect(cloud.cloud.report(LOAD).quarantined).toEqual([]);
  });
});

describe("the jobs service over its topics", () => {
  const JOBS = "$aws/things/lock-1/jobs";

  async function asking(): Promise<{ ask(verb: string, body: object): Promise<Record<string, unknown>> }> {
    const answers = new Map<string, Record<string, unknown>>();
    const handlers = { onMessage: (topic: string, payload: Buffer) => answers.set(topic, JSON.parse(payload.toString())) };
    const lock = await cloud.connection("lock-1", { handlers });
    await lock.connect();
    return {
      async ask(verb, body) {
        answers.clear();
        await lock.publish(`${JOBS}/${verb}`, JSON.stringify(body), 1);
        const of = (end: string) => answers.get(`${JOBS}/${verb}/${end}`);
        await eventually(() => of("accepted") !== undefined || of("rejected") !== undefined);
        return of("accepted") ?? of("rejected") ?? {};
      },
    };
  }

  test("an update with a stale version is refused and changes nothing; a terminal state is final", async () => {
    const { ask } = await asking();
    cloud.cloud.rollOut(order({ targets: ["lock-1"] }));
    await eventually(() => outcome()?.notified === 1);
    expect(await ask("start-next", { clientToken: "t" })).toMatchObject({
      clientToken: "t",
      execution: { jobId: "r1", status: "IN_PROGRESS", versionNumber: 2 },
    });
    expect(await ask("r1/update", { status: "SUCCEEDED", expectedVersion: 1 })).toMatchObject({
      code: "VersionMismatch",
      executionState: { status: "IN_PROGRESS" },
    });
    expect(await ask("r1/update", { status: "QUEUED" })).toMatchObject({ code: "InvalidRequest" });
    expect(
      await ask("r1/update", { status: "FAILED", expectedVersion: 2, statusDetails: { reasonCode: "install-failed" } }),
    ).not.toHaveProperty("code");
    expect(await ask("r1/update", { status: "SUCCEEDED" })).toMatchObject({ code: "TerminalStateReached" });
    expect(await ask("nothing/get", {})).toMatchObject({ code: "ResourceNotFound" });
    expect(outcome()).toMatchObject({ failed: 1, reasonCodes: { "install-failed": 1 } });
  });
});

describe("what a device trusts", () => {
  const device = { hardware: "door-lock", version: "1.0.0", floor: "1.0.0" };
  const spec = { name: "door-lock", version: "1.1.0", hardware: ["door-lock"], sizeBytes: 10_000, seed: 1 };

  test("only the pinned key: a well-signed manifest of another signer is unknown", () => {
    const { manifestFile } = buildRelease(spec, createSigner(), null);
    expect(verifyManifest(manifestFile, createSigner().publicKeyPem, device)).toEqual({ ok: false, reason: "signer-unknown" });
  });

  test("not one byte more or less, and not one bit other, than what was signed", () => {
    const signer = createSigner();
    const { manifestFile, image } = buildRelease(spec, signer, null);
    const verdict = verifyManifest(manifestFile, signer.publicKeyPem, device);
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(judgeManifest(verdict.manifest, device)).toEqual([]);
    expect(verifyImage(image, verdict.manifest)).toBeNull();
    expect(verifyImage(image.subarray(1), verdict.manifest)).toBe("size-mismatch");
    image.writeUInt8(image.readUInt8(77) ^ 4, 77);
    expect(verifyImage(image, verdict.manifest)).toBe("digest-mismatch");
  });

  test("no file that is not a manifest, and none without end", () => {
    const signer = createSigner();
    for (const file of ["", "[]", "{}", '{"manifest":{},"signature":""}', "x".repeat(20_000)]) {
      expect(verifyManifest(Buffer.from(file), signer.publicKeyPem, device)).toEqual({ ok: false, reason: "manifest-invalid" });
    }
  });
});
