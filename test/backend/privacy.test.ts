import { describe, expect, test } from "vitest";
import { withConsent } from "../../backend/privacy/consent.js";
import { parseErasure } from "../../backend/privacy/erasure.js";
import { handler as erasureHandler } from "../../backend/privacy/erasure-handler.js";
import { handler as filterHandler } from "../../backend/privacy/filter-handler.js";
import { createS3Uploads } from "../../backend/privacy/s3-uploads.js";
import { startEndpoint } from "../support/local-endpoint.js";

const MESSAGE = { thing: "home-SN1", received: 1_764_000_000_000, ts: 1, battery: 80, motion: true };
const RULES = { purposeOf: { motion: "motion-alerts" } };

describe("consent", () => {
  test("keeps a field when its purpose was agreed to, and takes it out when it was not", () => {
    expect(withConsent(MESSAGE, { granted: new Set(["motion-alerts"]) }, RULES)).toEqual(MESSAGE);
    const { motion, ...rest } = MESSAGE;
    expect(motion).toBe(true);
    expect(withConsent(MESSAGE, { granted: new Set(["marketing"]) }, RULES)).toEqual(rest);
  });

  test("keeps nothing of a message whose whole content needed consent", () => {
    expect(withConsent({ thing: "home-SN1", ts: 1, seq: 2, motion: true }, { granted: new Set() }, RULES)).toBeUndefined();
  });

  test("is not fooled by a field named like a property of every object", () => {
    expect(withConsent({ thing: "x", constructor: 1 }, { granted: new Set() }, RULES)).toEqual({ thing: "x", constructor: 1 });
  });
});

describe("an erasure request", () => {
  const body = (change: object): string => JSON.stringify({ id: "DSR-1", thing: "home-SN1", forget: "owner", ...change });

  test("names a request, a thing of the product and what to forget", () => {
    expect(parseErasure(body({}), "home")).toEqual({ id: "DSR-1", thing: "home-SN1", forget: "owner", dryRun: false });
  });

  test.each([
    ["no thing", { thing: undefined }, /^thing/],
    ["the product alone, whose prefix is everybody's", { thing: "home-" }, /^thing/],
    ["a thing of another product", { thing: "office-SN1" }, /^thing/],
    ["a path", { thing: "home-SN1/../" }, /^thing/],
    ["a wildcard", { thing: "home-*" }, /^thing/],
    ["an id that would break the log", { id: 'x"}\n' }, /^id/],
    ["nothing to forget", { forget: "everything" }, /^forget/],
    ["a dry run that may or may not be one", { dryRun: "yes" }, /^dryRun/],
  ])("is refused with %s", (_name, change, problem) => {
    expect(() => parseErasure(body(change), "home")).toThrow(problem);
  });
});

describe("objects in S3", () => {
  const version = (kind: string, key: string, id: string): string =>
    `<${kind}><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>true</IsLatest></${kind}>`;
  const page = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><ListVersionsResult>${inner}</ListVersionsResult>`;
  const uploadsAt = (endpoint: string) =>
    createS3Uploads(
      { region: "eu-west-1", credentials: { accessKeyId: "AKID", secretAccessKey: "secret" }, endpoint, now: () => new Date(0) },
      "lake",
    );

  test("are listed page after page, deleted versions and their markers too, with keys of any letters", async () => {
    const endpoint = await startEndpoint((_request, index) => ({
      body:
        index === 0
          ? page(
              `<IsTruncated>true</IsTruncated><NextKeyMarker>uploads/home-SN1/a%2Bb</NextKeyMarker><NextVersionIdMarker>v1</NextVersionIdMarker>${version("Version", "uploads/home-SN1/a%2Bb", "v1")}`,
            )
          : page(
              `<IsTruncated>false</IsTruncated>${version("DeleteMarker", "uploads/home-SN1/clip+1%28x%29.mp4", "v2")}${version("Version", "uploads/home-SN1/clip+1%28x%29.mp4", "v3")}`,
            ),
    }));
    try {
      const uploads = uploadsAt(endpoint.url);
      const found = [];
      for await (const each of uploads.versions("uploads/home-SN1/")) found.push(each);
      expect(found).toEqual([
        { key: "uploads/home-SN1/a+b", versionId: "v1" },
        { key: "uploads/home-SN1/clip 1(x).mp4", versionId: "v2" },
        { key: "uploads/home-SN1/clip 1(x).mp4", versionId: "v3" },
      ]);
      expect(endpoint.requests[1]?.path).toContain("key-marker=uploads%2Fhome-SN1%2Fa%2Bb&version-id-marker=v1");
      const [, second] = found;
      if (second) await uploads.remove(second);
      expect(endpoint.requests[2]).toMatchObject({
        method: "DELETE",
        path: "/lake/uploads/home-SN1/clip%201%28x%29.mp4?versionId=v2",
      });
      expect(endpoint.requests[2]?.headers.authorization).toContain("/eu-west-1/s3/aws4_request");
    } finally {
      await endpoint.stop();
    }
  });

  test("that S3 refuses to show or delete are an error with its code", async () => {
    const endpoint = await startEndpoint(() => ({ status: 403, body: "<Error><Code>AccessDenied</Code></Error>" }));
    try {
      await expect(uploadsAt(endpoint.url).remove({ key: "uploads/x/y", versionId: "v" })).rejects.toThrow("403: AccessDenied");
    } finally {
      await endpoint.stop();
    }
  });
});

describe("Lambda entries", () => {
  test("refuse to work when they do not know where", async () => {
    const event = { invocationId: "i", deliveryStreamArn: "a", region: "eu-west-1", records: [] };
    await expect(filterHandler(event)).rejects.toThrow("CONSENT_TABLE is not set");
    await expect(erasureHandler({ Records: [] })).rejects.toThrow("is not set");
  });
});
