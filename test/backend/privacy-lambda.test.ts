import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FirehoseEvent } from "../../backend/privacy/telemetry-filter.js";
import { type AwsEmulator, EMULATOR_ENVIRONMENT, hasAwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";

const here = hasAwsEmulator("the privacy handlers are not run against DynamoDB, S3 and KMS");
const LAKE = "home-telemetry";
let aws: AwsEmulator;

const json = (service: string, target: string, version: string, body: object): Promise<unknown> =>
  aws.client({ service, target, contentType: `application/x-amz-json-${version}`, body });
const dynamo = (operation: string, body: object): Promise<unknown> => json("dynamodb", `DynamoDB_20120810.${operation}`, "1.0", body);
const put = (table: string, item: Record<string, string | boolean>): Promise<unknown> =>
  dynamo("PutItem", {
    TableName: table,
    Item: Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, typeof value === "string" ? { S: value } : { BOOL: value }]),
    ),
  });
const all = async (table: string): Promise<readonly Record<string, { S?: string }>[]> =>
  ((await dynamo("Scan", { TableName: table })) as { Items: readonly Record<string, { S?: string }>[] }).Items;
const s3 = (method: string, path: string, body?: string): Promise<Response> =>
  fetch(`${aws.url}/${LAKE}${path}`, {
    method,
    headers: { authorization: "AWS4-HMAC-SHA256 Credential=testing/20261125/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0" },
    ...(body === undefined ? {} : { body }),
  });
const keysLeft = async (): Promise<readonly string[]> =>
  [...(await (await s3("GET", "?versions")).text()).matchAll(/<Key>([^<]*)/g)].map(([, key = ""]) => key);

beforeAll(async () => {
  if (!here) return;
  aws = await startAwsEmulator();
  const table = (name: string, ...keys: readonly string[]): Promise<unknown> =>
    dynamo("CreateTable", {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: "S" })),
      KeySchema: keys.map((key, index) => ({ AttributeName: key, KeyType: index === 0 ? "HASH" : "RANGE" })),
    });
  await table("home-consents", "thing", "purpose");
  await table("home-device-registry", "serialNumber");
  await s3("PUT", "", "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
  await s3("PUT", "?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  const key = (await json("kms", "TrentService.CreateKey", "1.1", { KeyUsage: "GENERATE_VERIFY_MAC", KeySpec: "HMAC_256" })) as {
    KeyMetadata: { KeyId: string };
  };
  Object.assign(process.env, EMULATOR_ENVIRONMENT, {
    AWS_ENDPOINT_URL: aws.url,
    PRODUCT: "home",
    CONSENT_TABLE: "home-consents",
    CONSENT_FIELDS: JSON.stringify({ motion: "motion-alerts" }),
    PSEUDONYM_KEY: key.KeyMetadata.KeyId,
    REGISTRY_TABLE: "home-device-registry",
    LAKE_BUCKET: LAKE,
    KEEP_DAYS: "1096",
  });
}, 60_000);
afterAll(() => {
  if (here) aws.stop();
});

/** A batch as Firehose hands it to its transformation. */
const batch = (...messages: readonly unknown[]): FirehoseEvent => ({
  invocationId: "2b4d1ad9-2f48-94bd-a088-767c317e994a",
  deliveryStreamArn: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/home-telemetry",
  region: "eu-west-1",
  records: messages.map((message, index) => ({
    recordId: `4954611582741680373842710310${index}`,
    approximateArrivalTimestamp: 1_764_030_000_000 + index,
    data: Buffer.from(typeof message === "string" ? message : `${JSON.stringify(message)}\n`).toString("base64"),
  })),
});
const filtered = async (...messages: readonly unknown[]) => {
  const { handler } = await import("../../backend/privacy/filter-handler.js");
  const { records } = await handler(batch(...messages));
  return records.map(({ result, data }) =>
    result === "Ok" ? (JSON.parse(Buffer.from(data, "base64").toString("utf8")) as Record<string, unknown>) : result,
  );
};
const erasure = async (...bodies: readonly unknown[]) => {
  const { handler } = await import("../../backend/privacy/erasure-handler.js");
  return handler({
    Records: bodies.map((body, index) => ({
      messageId: `059f36b4-87a3-44ab-83d2-66197${index}`,
      receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: "1" },
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-west-1:111122223333:home-erasures",
      awsRegion: "eu-west-1",
    })),
  });
};

describe.runIf(here)("against the emulator", () => {
  it("keeps what was agreed to, under a pseudonym that stays the same and tells nothing", async () => {
    await put("home-consents", { thing: "home-SN1", purpose: "motion-alerts", granted: true });
    await put("home-consents", { thing: "home-SN2", purpose: "motion-alerts", granted: false });
    const [agreed, withdrawn, stranger, broken, again] = await filtered(
      { thing: "home-SN1", battery: 80, motion: true },
      { thing: "home-SN2", battery: 70, motion: true },
      { thing: "home-SN3", ts: 5, motion: true },
      "not json",
      { thing: "home-SN1", battery: 79 },
    );
    expect(agreed).toMatchObject({ battery: 80, motion: true });
    expect(withdrawn).toMatchObject({ battery: 70 });
    expect(withdrawn).not.toHaveProperty("motion");
    expect([stranger, broken]).toEqual(["Dropped", "Dropped"]);
    const name = (message: unknown): unknown => (message as { thing: unknown }).thing;
    expect(name(agreed)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(name(again)).toBe(name(agreed));
    expect(name(withdrawn)).not.toBe(name(agreed));
  });

  it("counts in a dry run and changes nothing", async () => {
    await put("home-device-registry", { serialNumber: "SN1", model: "lock", hardware: "r2", accountId: "acc-7" });
    await put("home-device-registry", { serialNumber: "SN10", model: "lock", hardware: "r2", accountId: "acc-8" });
    for (const path of ["/uploads/home-SN1/clip.mp4", "/uploads/home-SN1/clip.mp4", "/uploads/home-SN10/clip.mp4"])
      expect((await s3("PUT", path, "film")).status).toBe(200);
    const before = [await all("home-consents"), await all("home-device-registry"), await keysLeft()];
    expect(await erasure({ id: "DSR-1", thing: "home-SN1", forget: "owner", dryRun: true })).toEqual({ batchItemFailures: [] });
    expect([await all("home-consents"), await all("home-device-registry"), await keysLeft()]).toEqual(before);
  });

  it("erases every trace of one thing and none of its neighbour's, and puts down that it did", async () => {
    const [before] = await filtered({ thing: "home-SN1", battery: 1 });
    expect(await erasure({ id: "DSR-1", thing: "home-SN1", forget: "owner" })).toEqual({ batchItemFailures: [] });
    expect(await keysLeft()).toEqual(["uploads/home-SN10/clip.mp4"]);
    const registry = await all("home-device-registry");
    expect(registry.find(({ serialNumber }) => serialNumber?.S === "SN1")).toEqual({
      serialNumber: { S: "SN1" },
      model: { S: "lock" },
      hardware: { S: "r2" },
    });
    expect(registry.find(({ serialNumber }) => serialNumber?.S === "SN10")?.accountId).toEqual({ S: "acc-8" });
    const ledger = await all("home-consents");
    expect(ledger.filter(({ thing }) => thing?.S === "home-SN1")).toEqual([]);
    expect(ledger.find(({ purpose }) => purpose?.S === "DSR-1")).toMatchObject({ uploads: { S: "2" }, registry: { S: "1" } });
    expect(JSON.stringify(ledger.find(({ purpose }) => purpose?.S === "DSR-1"))).not.toContain('SN1"');
    // What lies in the lake under the old name can no longer be led back to the thing, which now has another.
    const [after] = await filtered({ thing: "home-SN1", battery: 1, motion: true });
    expect(after).not.toHaveProperty("motion");
    expect((after as { thing: string }).thing).not.toBe((before as { thing: string }).thing);
  });

  it("finds nothing the second time, keeps the first evidence, and passes over a request that is none", async () => {
    const first = (await all("home-consents")).find(({ purpose }) => purpose?.S === "DSR-1");
    const { batchItemFailures } = await erasure({ id: "DSR-1", thing: "home-SN1", forget: "owner" }, { id: "DSR-2", thing: "home-*" });
    expect(batchItemFailures).toHaveLength(1);
    expect((await all("home-consents")).find(({ purpose }) => purpose?.S === "DSR-1")).toEqual(first);
  });

  it("forgets a device that is gone for good", async () => {
    await erasure({ id: "DSR-3", thing: "home-SN10", forget: "device" });
    expect((await all("home-device-registry")).map(({ serialNumber }) => serialNumber?.S)).toEqual(["SN1"]);
  });

  it("fails closed: without the consent table nothing is passed on", async () => {
    await dynamo("DeleteTable", { TableName: "home-consents" });
    await expect(filtered({ thing: "home-SN1", battery: 1 })).rejects.toThrow();
    expect((await erasure({ id: "DSR-4", thing: "home-SN1", forget: "owner" })).batchItemFailures).toHaveLength(1);
  });
});
