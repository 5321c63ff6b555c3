import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { filesBelow } from "../../policies/lift/hcl/files-below.js";
import { sourceDocuments } from "../../policies/lift/hcl/source-documents.js";
import { sourceLines } from "../../policies/lift/hcl/source-lines.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { bulwark, ROOT } from "../support/cli.js";

const FORMS = join(ROOT, "test/fixtures/source-forms");
const JSON_FORM = join(ROOT, "test/fixtures/source-json");
const AS_OF = "2026-11-29";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-forms-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Values = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** The attributes of the resources of a fixture's plan. */
function lifted(fixture: string, folder: string | undefined, change: (plan: string) => string = (plan) => plan): Values {
  const plan = JSON.parse(change(readFileSync(join(fixture, "plan.json"), "utf8"))) as JsonObject;
  const { resources } = liftPlan("plan.json", plan, "", folder === undefined ? {} : { readDocument: sourceDocuments(sourceLines(folder)) });
  return new Map(resources.map(({ address, values }) => [address, values]));
}

/** The files of a fixture, changed: a text takes the place of a file, undefined removes it. */
function filesOf(fixture: string, changes: Readonly<Record<string, string | undefined>>): string {
  const folder = mkdtempSync(join(scratch, "folder-"));
  cpSync(fixture, folder, { recursive: true });
  for (const [name, text] of Object.entries(changes))
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  return folder;
}

function replaced(fixture: string, file: string, from: string, to: string): string {
  const text = readFileSync(join(fixture, file), "utf8");
  expect(text).toContain(from);
  return text.replace(from, to);
}

const OPAQUE = { $unknown: "opaque-document" };
const inBucket = { $unknown: "expression", refs: ["aws_s3_bucket.b"], template: "${aws_s3_bucket.b.arn}/*" };

describe("documents in blocks inside a resource", () => {
  const policiesOf = (values: Values, role: string) =>
    Object.fromEntries(
      ((values.get(`aws_iam_role.${role}`)?.inline_policy ?? []) as { name: string; policy: unknown }[]).map(({ name, policy }) => [
        name,
        policy,
      ]),
    );

  it("are read where a constant tells which block is meant, whatever the order of the plan", () => {
    expect(policiesOf(lifted(FORMS, FORMS), "named")).toEqual({
      write: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "dynamodb:PutItem", Resource: inBucket },
          { Effect: "Allow", Action: "s3:*", Resource: "*" },
        ],
      },
      read: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: inBucket }] },
    });
  });

  it("stay unknown where none tells, where a dynamic block may be meant, and where the plan says that they are sensitive", () => {
    const values = lifted(FORMS, FORMS);
    for (const role of ["alike", "dynamic", "secret"])
      for (const policy of Object.values(policiesOf(values, role))) expect(policy).toMatchObject(OPAQUE);
  });

  it("stay unknown where the files have another number of blocks, or a dynamic one that made none", () => {
    const text = replaced(
      FORMS,
      "main.tf",
      '  inline_policy {\n    name = "read"',
      '  inline_policy {\n    name = "x"\n  }\n  inline_policy {\n    name = "read"',
    );
    const dynamic = replaced(
      FORMS,
      "main.tf",
      '  inline_policy {\n    name = "write"',
      '  dynamic "inline_policy" {\n  }\n  inline_policy {\n    name = "write"',
    );
    for (const main of [text, dynamic])
      for (const policy of Object.values(policiesOf(lifted(FORMS, filesOf(FORMS, { "main.tf": main })), "named")))
        expect(policy).toMatchObject(OPAQUE);
  });
});

describe("documents in files beside the configuration", () => {
  const FILE = "aws_iam_role_policy.file";
  const TEMPLATE = "policies/write.json.tpl";

  it("are read as templates, of the module's folder and of the root's", () => {
    const values = lifted(FORMS, FORMS);
    expect(values.get(FILE)?.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "s3:*", Resource: "*" },
        { Effect: "Allow", Action: ["s3:GetObject"], Resource: { $unknown: "reference", refs: ["aws_s3_bucket.b"], attribute: "arn" } },
      ],
    });
    const arn = { $unknown: "expression", refs: ["aws_s3_bucket.b"], template: "${var.bucket}/*" };
    expect(values.get("module.writer.aws_iam_role_policy.own")?.policy).toMatchObject({ Statement: [{ Action: "s3:*", Resource: arn }] });
    expect(values.get("module.writer.aws_iam_role_policy.above")?.policy).toMatchObject({ Statement: [{ Action: "s3:PutObject" }, {}] });
  });

  it.each([
    ["is not there", { [TEMPLATE]: undefined }],
    ["is no JSON", { [TEMPLATE]: "Version = ${arn}" }],
    ["is larger than any document", { [TEMPLATE]: `{"a": "${"x".repeat(300_000)}"}` }],
    ["has directives", { [TEMPLATE]: '{"a": "%{ if true }b%{ endif }"}' }],
    ["has variables that are not given", { [TEMPLATE]: '{"a": "${other}"}' }],
    ["has expressions", { [TEMPLATE]: '{"a": "${upper(arn)}"}' }],
    ["is outside of the folder", { "main.tf": replaced(FORMS, "main.tf", "/policies/write.json.tpl", "/../write.json.tpl") }],
  ])("stay unknown where the file %s", (_, changes) => {
    const folder = filesOf(FORMS, changes);
    writeFileSync(join(scratch, "write.json.tpl"), '{"a": "b"}');
    expect(lifted(FORMS, folder).get(FILE)?.policy).toMatchObject(OPAQUE);
  });

  it("are of this folder alone, whatever leads out of it", () => {
    const root = join(scratch, "root");
    mkdirSync(join(root, "inside"), { recursive: true });
    mkdirSync(join(scratch, "root-beside"));
    for (const name of ["root/inside/a", "outside", "root-beside/a"]) writeFileSync(join(scratch, name), name);
    symlinkSync(join(scratch, "outside"), join(root, "link"));
    symlinkSync(scratch, join(root, "up"));
    writeFileSync(join(root, "binary"), Buffer.from([0xff, 0xfe, 0xfd]));
    const read = filesBelow(root);
    expect([read(root, "/inside/a"), read(join(root, "inside"), "/a"), read(join(root, "inside"), "/../inside/a")]).toEqual(
      Array.from({ length: 3 }, () => "root/inside/a"),
    );
    for (const path of ["/link", "/up/outside", "/../outside", "/../root-beside/a", "/inside", "", "/binary", "/none", "/\0"])
      expect([path, read(root, path)]).toEqual([path, undefined]);
    expect(read(scratch, "/outside")).toBeUndefined();
  });
});

describe("lists of which a part is not written out", () => {
  it("have what is written, and an element for what is not", () => {
    const values = lifted(FORMS, FORMS);
    const refs = ['aws_s3_bucket.more["x"]', 'aws_s3_bucket.more["y"]'];
    expect(values.get("aws_iam_role_policy.parts")?.policy).toMatchObject({
      Statement: [
        { Action: "s3:*", Resource: "*" },
        { $unknown: "expression", refs },
      ],
    });
    expect(values.get("aws_iam_role_policy.resources")?.policy).toMatchObject({
      Statement: [
        { Resource: { $unknown: "expression", refs } },
        { Resource: [{ $unknown: "reference" }, { $unknown: "expression", refs }] },
      ],
    });
  });

  it("lead nowhere where a wildcard is written in an expression", () => {
    expect(lifted(FORMS, FORMS).get("aws_iam_role_policy.either")?.policy).toMatchObject({
      Statement: [{ Action: "s3:*", Resource: { $unknown: "expression", refs: [] } }],
    });
  });

  it("are found at fault for what is written, and are no pass for the rest", async () => {
    const { report } = await checkPaths([join(FORMS, "plan.json")], {
      asOf: AS_OF,
      source: FORMS,
      only: ["iam-policy-no-service-wildcard"],
    });
    const verdicts = report.results.map(({ verdict, address }) => `${verdict} ${address}`);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        "fail aws_iam_role.named",
        "fail aws_iam_role_policy.file",
        "fail aws_iam_role_policy.parts",
        "unknown aws_iam_role_policy.parts",
      ]),
    );
  });
});

describe("documents of configuration in JSON", () => {
  const read = (values: Values) => [
    values.get("aws_iam_role.role")?.assume_role_policy,
    values.get("aws_iam_role.role")?.inline_policy,
    values.get("aws_iam_role_policy.policy")?.policy,
    values.get("aws_s3_bucket_policy.bucket-policy")?.policy,
    values.get("aws_sqs_queue_policy.queue-policy")?.policy,
  ];
  const bucket = { $unknown: "reference", refs: ["aws_s3_bucket.bucket"], attribute: "arn" };
  const below = { $unknown: "expression", refs: ["aws_s3_bucket.bucket"], template: "${aws_s3_bucket.bucket.arn}/*" };

  it("are read from the plan itself, which has their text: behind jsonencode, as text and in blocks", () => {
    const values = lifted(JSON_FORM, undefined);
    expect(values.get("aws_iam_role.role")?.inline_policy).toEqual([
      {
        name: "all",
        policy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: ["dynamodb:PutItem", "s3:*"], Resource: [bucket, below] }],
        },
      },
      { name: "read", policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: below }] } },
    ]);
    expect(values.get("aws_sqs_queue_policy.queue-policy")?.policy).toMatchObject({
      Statement: [{ Condition: { ArnEquals: { "aws:SourceArn": bucket } } }],
    });
  });

  it("are the same in the stack that the plan was made of, and beside its files", async () => {
    const plan = await checkPaths([join(JSON_FORM, "plan.json")], { asOf: AS_OF });
    const stack = await checkPaths([join(JSON_FORM, "cdk.tf.json")], { asOf: AS_OF });
    const both = await checkPaths([join(JSON_FORM, "plan.json"), join(JSON_FORM, "cdk.tf.json")], { asOf: AS_OF });
    for (const { report } of [plan, stack, both]) {
      expect(report.summary).toEqual(plan.report.summary);
      expect(report.summary.unknown).toBe(0);
    }
    expect(read(lifted(JSON_FORM, JSON_FORM))).toEqual(read(lifted(JSON_FORM, undefined)));
  });

  it("are those of the plan, not of files that say something else", () => {
    const folder = filesOf(JSON_FORM, { "cdk.tf.json": replaced(JSON_FORM, "cdk.tf.json", '\\"dynamodb:*\\"', '\\"dynamodb:PutItem\\"') });
    expect(read(lifted(JSON_FORM, folder))).toEqual(read(lifted(JSON_FORM, undefined)));
  });

  it("take local values from the files", () => {
    const change = (plan: string): string =>
      plan.replaceAll('\\\\\\"dynamodb:*\\\\\\"', "local.actions").replaceAll('\\"dynamodb:*\\"', "local.actions");
    const folder = filesOf(JSON_FORM, { "locals.tf.json": '{"locals": {"actions": ["dynamodb:PutItem"]}}' });
    const actionIn = (values: Values) =>
      ((values.get("aws_iam_role_policy.policy")?.policy ?? { Statement: [] }) as { Statement: { Action: unknown }[] }).Statement.map(
        ({ Action }) => Action,
      );
    expect(actionIn(lifted(JSON_FORM, undefined, change))).toEqual([{ $unknown: "expression", refs: [] }]);
    expect(actionIn(lifted(JSON_FORM, folder, change))).toEqual([["dynamodb:PutItem"]]);
  });

  it("are read from the files where the plan was made of the same in Terraform's own language", () => {
    const withoutText = (plan: string): string => plan.replace(/"constant_value":"(?:[^"\\]|\\.)*","references"/g, '"references"');
    const beside = lifted(JSON_FORM, JSON_FORM, withoutText);
    expect(lifted(JSON_FORM, undefined, withoutText).get("aws_iam_role_policy.policy")?.policy).toMatchObject(OPAQUE);
    expect(read(beside)).toEqual(read(lifted(JSON_FORM, undefined)));
  });

  it.each([
    ["is broken", { "cdk.tf.json": "{" }],
    ["is empty", { "cdk.tf.json": "" }],
    ["holds something else", { "cdk.tf.json": "[1, null]" }],
    ["is overridden", { "x_override.tf.json": '{"resource": {"aws_iam_role_policy": {"policy": {"role": "x"}}}}' }],
    ["has it twice", { "more.tf": 'resource "aws_iam_role_policy" "policy" {}' }],
  ])("stay unknown where the file %s, as with files in Terraform's own language", (_, changes) => {
    const withoutText = (plan: string): string => plan.replace(/"constant_value":"(?:[^"\\]|\\.)*","references"/g, '"references"');
    expect(lifted(JSON_FORM, filesOf(JSON_FORM, changes), withoutText).get("aws_iam_role_policy.policy")?.policy).toMatchObject(OPAQUE);
  });

  it("have the lines of their files, and resources that stand in none are told of", async () => {
    const [plan] = [join(JSON_FORM, "plan.json")];
    const beside = await checkPaths([plan], { asOf: AS_OF, source: JSON_FORM });
    const place = beside.report.results.find(({ address }) => address === "aws_sqs_queue.queue")?.source;
    expect(place).toEqual({ file: join(JSON_FORM, "cdk.tf.json"), line: 86, column: 7 });
    const broken = await checkPaths([plan], { asOf: AS_OF, source: filesOf(JSON_FORM, { "cdk.tf.json": "{" }) });
    expect(broken.warnings).toEqual([expect.stringContaining("7 of its 7 resources")]);
  });
});

describe("bulwark reach --source", () => {
  it("reads device policies that a plan does not know", async () => {
    const alone = await bulwark(["reach", join(FORMS, "plan.json"), "--strict"]);
    expect(alone.stdout).toContain("NOT KNOWN  device");
    const beside = await bulwark(["reach", join(FORMS, "plan.json"), "--source", FORMS]);
    expect(beside.code).toBe(1);
    expect(beside.stdout).toContain("device attacker publishes to topic");
  });

  it("is of one plan", async () => {
    const { code, stderr } = await bulwark([
      "reach",
      join(JSON_FORM, "cdk.tf.json"),
      join(FORMS, "plan.json"),
      join(JSON_FORM, "plan.json"),
      "--source",
      FORMS,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("is the configuration of one plan or state, and there are 2");
  });
});
