import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json, LiftedInput } from "../../model/resource.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { splitTemplate, traversalsOf } from "../../policies/lift/template.js";

const FIXTURES = join(import.meta.dirname, "..", "fixtures");
const PLAN = join(FIXTURES, "plans", "smart-home.plan.json");
const SYNTH = join(FIXTURES, "synth", "smart-home.cdk.tf.json");

const lift = (root: Json, path = "cdk.tf.json"): LiftedInput =>
  liftSynth(path, root as unknown as JsonObject, JSON.stringify(root, null, 2));
const valuesOf = (
  type: string,
  body: Json,
  more: { readonly [key: string]: Json } = {},
): LiftedInput["resources"][number]["values"] | undefined =>
  lift({ ...more, resource: { ...((more.resource as object) ?? {}), [type]: { x: body } } }).resources.find(
    (resource) => resource.name === "x" && resource.type === type,
  )?.values;

describe("synthesized values", () => {
  it("writes blocks as arrays, as plans do, and leaves maps and single blocks objects", () => {
    expect(
      valuesOf("aws_s3_bucket_server_side_encryption_configuration", {
        bucket: "b",
        rule: { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
      }),
    ).toEqual({ bucket: "b", rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }] });
    expect(valuesOf("aws_sqs_queue", { name: "q", tags: { a: "b" }, timeouts: { create: "1m" } })).toEqual({
      name: "q",
      tags: { a: "b" },
      timeouts: { create: "1m" },
    });
  });

  it("keeps a plain reference with its attribute, quotes and keys included", () => {
    expect(valuesOf("aws_sqs_queue", { kms_master_key_id: '${aws_kms_key.k["a.b"].arn}' })).toEqual({
      kms_master_key_id: { $unknown: "reference", refs: ['aws_kms_key.k["a.b"]'], attribute: "arn" },
    });
  });

  it("keeps the known text around a reference", () => {
    expect(valuesOf("aws_sqs_queue", { name: "a-${aws_kms_key.k.arn}-$${iot:ClientId}" })).toEqual({
      name: { $unknown: "expression", refs: ["aws_kms_key.k"], template: "a-${aws_kms_key.k.arn}-${iot:ClientId}" },
    });
  });

  it("turns the escaped form of an IoT policy variable back", () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "iot:Connect", Resource: "arn:aws:iot:eu-west-1:1:client/$${iot:Connection.Thing.ThingName}" },
      ],
    });
    expect(valuesOf("aws_iot_policy", { policy })).toMatchObject({
      policy: { Statement: [{ Resource: "arn:aws:iot:eu-west-1:1:client/${iot:Connection.Thing.ThingName}" }] },
    });
  });

  it("reads a policy whose interpolation holds quotes of its own", () => {
    const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:*","Resource":"${aws_sqs_queue.q["a.b"].arn}"}]}';
    expect(valuesOf("aws_iam_policy", { policy })).toMatchObject({
      policy: { Statement: [{ Resource: { $unknown: "reference", refs: ['aws_sqs_queue.q["a.b"]'], attribute: "arn" } }] },
    });
  });

  it("says that a document with a number in the wrong place, or one behind a function that is not followed, is opaque", () => {
    const OPAQUE = { policy: { $unknown: "opaque-document", refs: ["aws_sqs_queue.q"] } };
    expect(valuesOf("aws_iam_policy", { policy: '{"n":${aws_sqs_queue.q.delay_seconds}}' })).toEqual(OPAQUE);
    expect(valuesOf("aws_iam_policy", { policy: "${replace(aws_sqs_queue.q.name, a, b)}" })).toEqual(OPAQUE);
  });

  it("reads a policy behind jsonencode", () => {
    const policy = '${jsonencode({"Resource" = aws_sqs_queue.q.arn, "Action" = [join(":", ["sqs", "*"]), "s3:*"]})}';
    expect(valuesOf("aws_iam_policy", { policy })).toEqual({
      policy: { Resource: { $unknown: "reference", refs: ["aws_sqs_queue.q"], attribute: "arn" }, Action: ["sqs:*", "s3:*"] },
    });
  });

  it.each(['${jsonencode({"Resource" = var.all ? "*" : aws_sqs_queue.q.arn})}', '{"Resource":"${var.all ? "*" : aws_sqs_queue.q.arn}"}'])(
    "takes an expression that may be a wildcard for nothing that leads somewhere: %s",
    (policy) => {
      expect(valuesOf("aws_iam_policy", { policy })).toEqual({ policy: { Resource: { $unknown: "expression", refs: [] } } });
    },
  );

  it("writes out a policy given by a data source", () => {
    const root = {
      data: { aws_iam_policy_document: { d: { statement: { actions: ["s3:*"], resources: ["*"] } } } },
      resource: { aws_iam_policy: { x: { policy: "${data.aws_iam_policy_document.d.json}" } } },
    };
    expect(lift(root).resources.find((resource) => resource.mode === "managed")?.values.policy).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    });
  });

  it("reads through locals of the same file and survives locals that refer to themselves", () => {
    expect(
      valuesOf(
        "aws_sqs_queue",
        { name: "${local.a}", kms_master_key_id: "${local.k}" },
        { locals: { a: "${local.b}", b: "known", k: "${aws_kms_key.k.id}" } },
      ),
    ).toEqual({
      name: "known",
      kms_master_key_id: { $unknown: "reference", refs: ["aws_kms_key.k"], attribute: "id" },
    });
    expect(valuesOf("aws_sqs_queue", { name: "${local.a}" }, { locals: { a: "${local.b}", b: "${local.a}" } })).toMatchObject({
      name: { $unknown: "reference" },
    });
  });

  it("says what it did not look into", () => {
    expect(lift({ module: { m: { source: "./m" } }, resource: { aws_sqs_queue: { q: { count: 2, name: "q" } } } }).notes).toEqual([
      "module.m is called here, but its resources are not in this file",
      "aws_sqs_queue.q is expanded by count: it is judged once",
    ]);
  });

  it("lifts a type the provider lacks as its CloudFormation type", () => {
    const root = {
      resource: {
        aws_cloudcontrolapi_resource: {
          j: {
            type_name: "AWS::IoT::JobTemplate",
            desired_state: '{"JobTemplateId":"t","JobExecutionsRolloutConfig":{"MaximumPerMinute":10}}',
          },
        },
      },
    };
    expect(lift(root).resources).toMatchObject([
      {
        address: "aws_cloudcontrolapi_resource.j",
        type: "AWS::IoT::JobTemplate",
        values: { JobTemplateId: "t", JobExecutionsRolloutConfig: { MaximumPerMinute: 10 } },
      },
    ]);
  });
});

describe("the line of the app", () => {
  const sourceOf = (stackTrace: Json) =>
    lift({ resource: { aws_s3_bucket: { b: { "//": { metadata: { path: "s/b", stackTrace } } } } } }).resources[0]?.source;

  it("is the first frame that is neither Node's nor a package's", () => {
    const trace = [
      "new TerraformElement (/app/node_modules/cdktf/lib/terraform-element.js:25:19)",
      "new Fleet (file:///app/my%20fleet/stack.ts:32:7)",
      "Object.<anonymous> (/app/main.ts:7:1)",
      "node:internal/main/run_main_module:28:49",
    ];
    expect(sourceOf(trace)).toEqual({ file: "/app/my fleet/stack.ts", line: 32, column: 7 });
    expect(sourceOf(["/app/main.ts:7:1"])).toEqual({ file: "/app/main.ts", line: 7, column: 1 });
  });

  it("is followed from the folder of the stack when it is relative", () => {
    const metadata = { path: "s/b", stackTrace: ["../../../my app/main.ts:7:1"] };
    const root = { resource: { aws_s3_bucket: { b: { "//": { metadata } } } } };
    expect(lift(root, "infra/cdktf.out/stacks/s/cdk.tf.json").resources[0]?.source).toEqual({
      file: join("infra", "my app", "main.ts"),
      line: 7,
      column: 1,
    });
  });

  it("is left out when the trace names none, or is no trace", () => {
    for (const trace of [
      [],
      ["node:internal/main:1:1"],
      ["new X (/a/node_modules/x.js:1:1)"],
      [1, null, "at nowhere"],
      "main.ts:1:1",
      null,
    ])
      expect(sourceOf(trace), JSON.stringify(trace)).toBeUndefined();
  });
});

describe("templates", () => {
  it("end an interpolation at its own brace, not at one inside a string or an object", () => {
    expect(splitTemplate('a${f({x = "}"})}b')).toEqual([
      { kind: "text", text: "a" },
      { kind: "expression", source: 'f({x = "}"})' },
      { kind: "text", text: "b" },
    ]);
  });

  it("name what an expression refers to, functions and quoted text left out", () => {
    expect(traversalsOf('join(",", [aws_sqs_queue.q.arn, "aws_not.this", "x-${aws_kms_key.k[0].id}"])')).toEqual([
      "aws_sqs_queue.q.arn",
      "aws_kms_key.k[0].id",
    ]);
  });
});

describe("the smart home, synthesized and planned", () => {
  it("is the same set of resources", async () => {
    const [plan] = await liftInputs([PLAN]);
    const [synth] = await liftInputs([SYNTH]);
    expect(plan?.resources.map((resource) => resource.address).sort()).toEqual(synth?.resources.map((resource) => resource.address).sort());
    expect([plan?.resourcesInInput, synth?.resourcesInInput]).toEqual([plan?.resources.length, synth?.resources.length]);
  });

  it("agrees on every value that both know, lists in the provider's order aside", async () => {
    const [plan] = await liftInputs([PLAN]);
    const [synth] = await liftInputs([SYNTH]);
    const bySynth = new Map(synth?.resources.map((resource) => [resource.address, resource.values]));
    const differences = (plan?.resources ?? []).flatMap((resource) =>
      differ(resource.address, resource.values, bySynth.get(resource.address)),
    );
    expect(differences).toEqual([]);
  });

  it("carries the construct path from the synth to the plan's findings", async () => {
    const [plan] = await liftInputs([PLAN, SYNTH]);
    expect(
      plan?.resources.every((resource) => resource.mode === "data" || resource.constructPath?.startsWith("smart-home/") === true),
    ).toBe(true);
  });

  it("stands at the line where its name is written", async () => {
    const [synth] = await liftInputs([SYNTH]);
    const lines = readFileSync(SYNTH, "utf8").split("\n");
    for (const { name, location } of synth?.resources ?? [])
      expect(lines[location.line - 1]?.slice(location.column - 1)).toMatch(new RegExp(`^"${name}"`));
  });
});

/** Paths at which both sides know a value and the values differ. */
function differ(path: string, plan: unknown, synth: unknown): readonly string[] {
  if (plan === undefined || synth === undefined || isUnknown(plan) || isUnknown(synth)) return [];
  if (Array.isArray(plan) && Array.isArray(synth)) {
    if (plan.some(holdsUnknown) || synth.some(holdsUnknown)) return [];
    const sorted = (list: readonly unknown[]): string => JSON.stringify(list.map((item) => JSON.stringify(sortKeys(item))).sort());
    if (plan.every((item) => typeof item !== "object") || plan.length !== synth.length) return sorted(plan) === sorted(synth) ? [] : [path];
    return plan.length === 1 ? differ(`${path}[0]`, plan[0], synth[0]) : [];
  }
  if (typeof plan === "object" && typeof synth === "object" && plan !== null && synth !== null)
    return Object.keys(plan).flatMap((key) =>
      differ(`${path}.${key}`, (plan as Record<string, unknown>)[key], (synth as Record<string, unknown>)[key]),
    );
  return plan === synth ? [] : [`${path}: ${JSON.stringify(plan)} <> ${JSON.stringify(synth)}`];
}

const isUnknown = (value: unknown): boolean => typeof value === "object" && value !== null && "$unknown" in value;
const holdsUnknown = (value: unknown): boolean => JSON.stringify(value).includes('"$unknown"');
const sortKeys = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
