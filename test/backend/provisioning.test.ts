import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { decideProvisioning, type RegistryEntry } from "../../backend/provisioning/decide.js";
import { createDynamoDbRegistry, type DynamoDbCalls } from "../../backend/provisioning/dynamodb-registry.js";
import { handler } from "../../backend/provisioning/handler.js";
import { createHook, type PreProvisioningEvent, type ProvisioningRecord } from "../../backend/provisioning/hook.js";
import { createMemoryRegistry } from "../../backend/provisioning/memory-registry.js";

const CLAIM = "c".repeat(64);
const CERTIFICATE = "a".repeat(64);

/** The event as AWS IoT sends it, payload version 2020-04-01. */
const event = (parameters: Readonly<Record<string, string>> = {}, changes: Partial<PreProvisioningEvent> = {}): PreProvisioningEvent => ({
  claimCertificateId: CLAIM,
  certificateId: CERTIFICATE,
  certificatePem: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
  templateArn: "arn:aws:iot:eu-central-1:123456789012:provisioningtemplate/home-by-claim",
  clientId: "221a6d10-9c7f-42f1-9153-e52e6fc869c1",
  parameters: { SerialNumber: "SN0001", Model: "lock", Hardware: "r2", "AWS::IoT::Certificate::Id": CERTIFICATE, ...parameters },
  ...changes,
});

const made: RegistryEntry[] = [
  { serialNumber: "SN0001", model: "lock", hardware: "r2", claimCertificateId: CLAIM },
  { serialNumber: "SN0002", model: "lock", hardware: "r2", blocked: true },
  { serialNumber: "SN0003", model: "lock", hardware: "r2", claimedBy: "b".repeat(64) },
];

function hook(models: readonly string[] = ["lock", "camera"]) {
  const records: ProvisioningRecord[] = [];
  return {
    records,
    run: createHook({ store: createMemoryRegistry(made), rules: { models }, record: (record) => void records.push(record) }),
  };
}

describe("pre-provisioning hook", () => {
  test("lets a device of the registry have an identity, made from the registry's values", async () => {
    const { records, run } = hook();
    expect(await run(event())).toEqual({
      allowProvisioning: true,
      parameterOverrides: { SerialNumber: "SN0001", Model: "lock", Hardware: "r2" },
    });
    expect(records).toMatchObject([{ outcome: "allowed", serialNumber: "SN0001", certificateId: CERTIFICATE, claimCertificateId: CLAIM }]);
  });

  test.each([
    ["an unknown serial number", { SerialNumber: "SN9999" }, {}, "unknown-serial"],
    ["a blocked device", { SerialNumber: "SN0002" }, {}, "blocked"],
    ["a serial number already given to another certificate", { SerialNumber: "SN0003" }, {}, "already-claimed"],
    ["another model than was made", { Model: "camera" }, {}, "wrong-model"],
    ["a model nobody sells", { Model: "toaster" }, {}, "model-not-sold"],
    ["other hardware than was made", { Hardware: "r1" }, {}, "wrong-hardware"],
    ["the claim certificate of another batch", {}, { claimCertificateId: "d".repeat(64) }, "wrong-claim-certificate"],
    ["a serial number that is a wildcard", { SerialNumber: "*" }, {}, "parameters-invalid"],
    ["a serial number with a topic level", { SerialNumber: "SN0001/../x" }, {}, "parameters-invalid"],
    ["a serial number called __proto__", { SerialNumber: "__proto__" }, {}, "unknown-serial"],
    ["an endless serial number", { SerialNumber: "S".repeat(100_000) }, {}, "parameters-invalid"],
    ["an empty serial number", { SerialNumber: "" }, {}, "parameters-invalid"],
    ["no parameters at all", {}, { parameters: {} }, "parameters-invalid"],
  ])("refuses %s and records why", async (_name, parameters, changes, reason) => {
    const { records, run } = hook();
    expect(await run(event(parameters, changes))).toEqual({ allowProvisioning: false });
    expect(records).toMatchObject([{ outcome: "refused", reason }]);
  });

  test("survives an event that is not one", async () => {
    const { run } = hook();
    for (const broken of [{}, { parameters: null }, { parameters: { SerialNumber: 7 } }, { parameters: [] }])
      expect(await run(broken as unknown as PreProvisioningEvent)).toEqual({ allowProvisioning: false });
  });

  test("a serial number is good for one certificate; the same certificate may ask again", async () => {
    const { run } = hook();
    expect(await run(event())).toMatchObject({ allowProvisioning: true });
    expect(await run(event())).toMatchObject({ allowProvisioning: true });
    expect(await run(event({}, { certificateId: "e".repeat(64) }))).toEqual({ allowProvisioning: false });
  });

  test("of many devices with one serial number at the same moment one gets through", async () => {
    const { run } = hook();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => run(event({}, { certificateId: i.toString(16).padStart(64, "0") }))),
    );
    expect(answers.filter((answer) => answer.allowProvisioning)).toHaveLength(1);
  });

  test("what the device writes does not get into the log unless it is a plain serial number", async () => {
    const { records, run } = hook();
    await run(event({ SerialNumber: 'x"}\n{"outcome":"allowed' }, { certificateId: "not hex", clientId: "evil\nline" }));
    expect(records).toEqual([
      {
        outcome: "refused",
        reason: "parameters-invalid",
        serialNumber: null,
        certificateId: null,
        claimCertificateId: CLAIM,
        templateArn: event().templateArn,
      },
    ]);
  });
});

describe("the decision", () => {
  test("sees from the entry alone that a serial number is used up", () => {
    const request = {
      serialNumber: "SN0003",
      model: "lock",
      hardware: "r2",
      clientId: "x",
      claimCertificateId: CLAIM,
      certificateId: CERTIFICATE,
    };
    expect(decideProvisioning(request, made[2], { models: [] })).toEqual({ allow: false, reason: "already-claimed" });
    expect(decideProvisioning({ ...request, certificateId: "b".repeat(64) }, made[2], { models: [] })).toMatchObject({ allow: true });
  });

  test("never takes the entry of another serial number", () => {
    const request = {
      serialNumber: "SN0009",
      model: "lock",
      hardware: "r2",
      clientId: "x",
      claimCertificateId: CLAIM,
      certificateId: CERTIFICATE,
    };
    expect(decideProvisioning(request, made[0], { models: [] })).toEqual({ allow: false, reason: "unknown-serial" });
  });
});

describe("DynamoDB registry", () => {
  type Update = Parameters<DynamoDbCalls["updateItem"]>[0];
  function table(item: Record<string, { S?: string; BOOL?: boolean }> | undefined, fails?: Error) {
    const updates: Update[] = [];
    const reads: unknown[] = [];
    const calls: DynamoDbCalls = {
      async getItem(input) {
        reads.push(input);
        return item === undefined ? {} : { Item: item };
      },
      async updateItem(input) {
        updates.push(input);
        if (fails !== undefined) throw fails;
      },
    };
    return { updates, reads, registry: createDynamoDbRegistry(calls, "home-device-registry", () => new Date(Date.UTC(2026, 10, 25))) };
  }
  const named = (name: string): Error => Object.assign(new Error("refused"), { name });

  test("reads an item strongly consistent and in the table's types", async () => {
    const { reads, registry } = table({
      serialNumber: { S: "SN0001" },
      model: { S: "lock" },
      hardware: { S: "r2" },
      blocked: { BOOL: true },
    });
    expect(await registry.find("SN0001")).toEqual({ serialNumber: "SN0001", model: "lock", hardware: "r2", blocked: true });
    expect(reads).toEqual([{ TableName: "home-device-registry", Key: { serialNumber: { S: "SN0001" } }, ConsistentRead: true }]);
  });

  test("a serial number without an item is unknown", async () => {
    expect(await table(undefined).registry.find("SN0001")).toBeUndefined();
  });

  test("claims under the condition that nobody else has", async () => {
    const { updates, registry } = table(undefined);
    expect(await registry.claim("SN0001", CERTIFICATE)).toBe(true);
    expect(updates[0]).toMatchObject({
      Key: { serialNumber: { S: "SN0001" } },
      ExpressionAttributeValues: { ":certificate": { S: CERTIFICATE }, ":now": { S: "2026-11-25T00:00:00.000Z" } },
    });
    expect(updates[0]?.ConditionExpression).toContain("attribute_not_exists(claimedBy) OR claimedBy = :certificate");
    expect(updates[0]?.ConditionExpression).toContain("attribute_exists(serialNumber)");
    const placeholders = `${updates[0]?.UpdateExpression} ${updates[0]?.ConditionExpression}`.match(/:\w+/g);
    expect(new Set(placeholders)).toEqual(new Set(Object.keys(updates[0]?.ExpressionAttributeValues ?? {})));
  });

  test("a failed condition is a refusal, any other failure is an error", async () => {
    expect(await table(undefined, named("ConditionalCheckFailedException")).registry.claim("SN0001", CERTIFICATE)).toBe(false);
    await expect(table(undefined, named("ThrottlingException")).registry.claim("SN0001", CERTIFICATE)).rejects.toThrow("refused");
  });
});

describe("Lambda entry", () => {
  test("refuses to work without a registry", async () => {
    await expect(handler(event())).rejects.toThrow("REGISTRY_TABLE is not set");
  });

  test("bundles without the AWS SDK and exports its handler", () => {
    const { outputFiles, warnings } = buildSync({
      entryPoints: [new URL("../../backend/provisioning/handler.ts", import.meta.url).pathname],
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      target: "node22",
      external: ["@aws-sdk/*"],
      logLevel: "silent",
    });
    expect(warnings).toEqual([]);
    const text = outputFiles[0]?.text ?? "";
    expect(text).toMatch(/export\s*\{\s*handler\s*\}/);
    expect(text.length).toBeLessThan(10_000);
  });
});
