import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import type { Json, LiftedInput } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { loadBundledPolicy, type Policy } from "../../policies/engine/load.js";
import { checkPaths } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan, liftShortPlan } from "../../policies/lift/plan/plan.js";
import { readShortPlan } from "../../policies/lift/plan/text.js";
import { liftState } from "../../policies/lift/state.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";

const settings = { asOf: "2026-11-25", all: true };
const scratch = mkdtempSync(join(tmpdir(), "bulwark-hostile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let policy: Policy;
beforeAll(() => {
  policy = loadBundledPolicy();
});

/** The whole way: lifted, judged by the compiled rules, put into words. */
const judge = (input: LiftedInput) => check([input], [], settings, policy).report;

const TYPES = [
  "aws_s3_bucket",
  "aws_iot_policy",
  "aws_sqs_queue",
  "aws_kms_key",
  "aws_iam_role",
  "aws_cloudtrail",
  "aws_iot_topic_rule",
] as const;
const ATTRIBUTES = [
  "bucket",
  "policy",
  "assume_role_policy",
  "tags",
  "name",
  "redrive_policy",
  "kms_key_id",
  "event_selector",
  "error_action",
  "__proto__",
  "constructor",
  "toString",
  "$unknown",
  "refs",
] as const;

/** Any JSON, with the keys that rules look at and the ones that reach prototypes. */
const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "*",
      "${iot:ClientId}",
      '{"Statement":',
      '{"Statement":[1,null,{"Effect":"Allow","Action":{},"Principal":[]}]}',
      "\ud800",
      "\u0000",
    ),
    fc.double({ noNaN: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...ATTRIBUTES), fc.string({ maxLength: 8 })), tie("value"), { maxKeys: 4 }),
  ),
})).value;
const attributes = fc.dictionary(fc.oneof(fc.constantFrom(...ATTRIBUTES), fc.string({ maxLength: 8 })), anyJson, { maxKeys: 6 });
const stack = fc.array(fc.tuple(fc.constantFrom(...TYPES), attributes), { minLength: 1, maxLength: 6 });

const reread = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

describe("whatever stands in the attributes", () => {
  it("a plan is judged without a crash, every resource once for each of its rules", () => {
    let shortened = 0;
    fc.assert(
      fc.property(stack, (resources) => {
        const sources = resources.map(([type, values], at) => ({
          address: `${type}.r${at}`,
          mode: "managed",
          type,
          name: `r${at}`,
          values,
        }));
        const plan = {
          format_version: "1.2",
          planned_values: { root_module: { resources: sources } },
          resource_changes: sources.map((source) => ({
            ...source,
            change: { actions: ["create"], after: source.values, after_unknown: {} },
          })),
          configuration: { root_module: { resources: sources.map((source) => ({ ...source, expressions: source.values })) } },
        };
        const report = judge(liftPlan("plan.json", reread(plan), ""));
        for (const source of sources) expect(report.results.some(({ address }) => address === source.address)).toBe(true);
        const short = readShortPlan(Buffer.from(JSON.stringify(plan)));
        const lifted = short && liftShortPlan("plan.json", short, () => "");
        if (lifted !== undefined) expect(judge(lifted)).toEqual(report);
        shortened += lifted === undefined ? 0 : 1;
      }),
      { numRuns: 150 },
    );
    // Read without its planned values it is judged the same.
    expect(shortened).toBeGreaterThan(100);
  });

  it("so are a state and a synthesized stack", () => {
    fc.assert(
      fc.property(stack, (resources) => {
        const sources = resources.map(([type, values], at) => ({
          address: `${type}.r${at}`,
          mode: "managed",
          type,
          name: `r${at}`,
          values,
        }));
        judge(liftState("state.json", reread({ format_version: "1.0", values: { root_module: { resources: sources } } }), ""));
        const byType: Record<string, Record<string, unknown>> = {};
        for (const { type, name, values } of sources) {
          byType[type] ??= {};
          Object.assign(byType[type], { [name]: values });
        }
        const text = JSON.stringify({ resource: byType });
        judge(liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text));
        expect(({} as Record<string, unknown>).bucket).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});

it("a literal that looks like an unknown value does not pass for one", () => {
  const forged = { $unknown: "reference", refs: ["aws_kms_key.k"], attribute: "arn" };
  const text = JSON.stringify({
    resource: {
      aws_kms_key: { k: {} },
      aws_s3_bucket: { b: { tags: forged } },
      aws_sqs_queue: { q: { kms_master_key_id: forged, policy: JSON.stringify(forged) } },
    },
  });
  const input = liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text);
  expect(JSON.stringify(input.resources.map(({ values }) => values))).not.toContain('"$unknown"');
  const values = {
    address: "aws_sqs_queue.q",
    mode: "managed",
    type: "aws_sqs_queue",
    name: "q",
    values: { tags: forged, policy: JSON.stringify(forged) },
  };
  const state = liftState("state.json", reread({ format_version: "1.0", values: { root_module: { resources: [values] } } }), "");
  expect(JSON.stringify(state.resources.map((resource) => resource.values))).not.toContain('"$unknown"');
});

describe("hostile files", () => {
  const write = (name: string, text: string | Buffer): string => {
    const path = join(scratch, name);
    writeFileSync(path, text);
    return path;
  };
  const bucket = (values: string) => `{"resource":{"aws_s3_bucket":{"b":${values}}}}`;
  const codeOf = async (path: string): Promise<string> => {
    try {
      await checkPaths([path], settings);
      return "judged";
    } catch (thrown) {
      if (thrown instanceof BulwarkError) return thrown.code;
      throw thrown;
    }
  };

  it.each([
    ["NaN", bucket('{"a":NaN}'), "BW_JSON_INVALID"],
    ["Infinity", bucket('{"a":-Infinity}'), "BW_JSON_INVALID"],
    ["a number no double holds", bucket('{"a":1e999}'), "judged"],
    ["nesting ten thousand deep", bucket(`{"tags":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`), "judged"],
    ["arrays ten thousand deep", bucket(`{"tags":${"[".repeat(10_000)}${"]".repeat(10_000)}}`), "judged"],
    ["a text of twenty million letters", bucket(`{"bucket":"${"x".repeat(20_000_000)}"}`), "judged"],
    ["a policy whose JSON is broken", bucket('{"policy":"{\\"Statement\\": [{"}'), "judged"],
    ["a policy whose JSON nests ten thousand deep", bucket(`{"policy":"${"[".repeat(10_000)}"}`), "judged"],
    ["__proto__ as a name and as an attribute", '{"resource":{"aws_s3_bucket":{"__proto__":{"__proto__":{"polluted":true}}}}}', "judged"],
    ["keys with dots, quotes and brackets", '{"resource":{"aws_s3_bucket":{"a.b[\\"c\\"]":{"x.y\\"z":1}}}}', "judged"],
    ["a resource that refers to itself", bucket('{"bucket":"${aws_s3_bucket.b.id}"}'), "judged"],
    [
      "a local that refers to itself",
      '{"locals":{"a":"${local.b}","b":"${local.a}"},"resource":{"aws_s3_bucket":{"b":{"bucket":"${local.a}"}}}}',
      "judged",
    ],
    ["the same resource twice", '{"resource":{"aws_s3_bucket":{"b":{"bucket":"one"},"b":{"bucket":"two"}}}}', "BW_JSON_INVALID"],
    ["the same type twice", '{"resource":{"aws_s3_bucket":{"a":{}},"aws_s3_bucket":{"b":{}}}}', "BW_JSON_INVALID"],
  ])("with %s: %3$s", async (_, text, expected) => {
    const path = write("stack.tf.json", text);
    expect(await codeOf(path)).toBe(expected);
    if (expected !== "judged") return;
    const [input] = await liftInputs([path]);
    expect(input?.resources.length).toBe(input?.resourcesInInput);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("says where a resource stands a second time", async () => {
    const path = write("twice.tf.json", '{"resource": {"aws_s3_bucket": {\n "b": {},\n "b": {}\n}}}');
    await expect(checkPaths([path], settings)).rejects.toThrow(/twice\.tf\.json:3:2: .*"b" occurs twice/);
  });

  it("in UTF-16 or with a byte order mark get the verdicts of the same text in UTF-8", async () => {
    const text = bucket('{"bucket":"größe-ß-\\u20ac","tags":{"name":"Gerät"}}');
    const verdicts = async (content: string | Buffer) =>
      (await checkPaths([write("encoded.tf.json", content)], settings)).report.results.map(({ rule, verdict }) => `${rule} ${verdict}`);
    const plain = await verdicts(text);
    expect(plain.length).toBeGreaterThan(3);
    expect(await verdicts(`\ufeff${text}`)).toEqual(plain);
    expect(await verdicts(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(plain);
    expect(await verdicts(Buffer.from(`\ufeff${text}`, "utf16le").swap16())).toEqual(plain);
  });

  it("whose resources refer to each other in a circle of a thousand are judged in one piece", async () => {
    const ring = Array.from({ length: 1_000 }, (_, at) => [`b${at}`, { bucket: `\${aws_s3_bucket.b${(at + 1) % 1_000}.id}` }]);
    const { report } = await checkPaths(
      [write("ring.tf.json", JSON.stringify({ resource: { aws_s3_bucket: Object.fromEntries(ring) } }))],
      settings,
    );
    expect(new Set(report.results.map(({ address }) => address).filter((address) => address !== "provider.aws")).size).toBe(1_000);
  });
});
