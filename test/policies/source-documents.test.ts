import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { sourceDocuments } from "../../policies/lift/hcl/source-documents.js";
import { sourceLines } from "../../policies/lift/hcl/source-lines.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { ROOT } from "../support/cli.js";

const FOLDER = join(ROOT, "test/fixtures/source-documents");
const PLAN = join(FOLDER, "plan.json");

const scratch = mkdtempSync(join(tmpdir(), "bulwark-source-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The attributes of the resources of the plan, read beside a folder. */
function lifted(folder = FOLDER): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const plan = JSON.parse(readFileSync(PLAN, "utf8")) as JsonObject;
  const { resources } = liftPlan(PLAN, plan, "", { readDocument: sourceDocuments(sourceLines(folder)) });
  return new Map(resources.map(({ address, values }) => [address, values]));
}

/** The fixture's files with a text of one in another's place. */
function changed(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(scratch, "folder-"));
  cpSync(FOLDER, folder, { recursive: true });
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  return folder;
}

const OPAQUE = { $unknown: "opaque-document" };

describe("documents that are known only after apply", () => {
  it("are unknown by the plan alone", () => {
    const { resources } = liftPlan(PLAN, JSON.parse(readFileSync(PLAN, "utf8")) as JsonObject, "");
    const policies = resources.flatMap(({ values }) => [values.policy, values.assume_role_policy].filter((value) => value !== undefined));
    expect(policies).toHaveLength(6);
    for (const policy of policies) expect(policy).toMatchObject(OPAQUE);
  });

  it("are read where they are written: by jsonencode, in a heredoc, in a local value, in a module that is called twice", () => {
    const values = lifted();
    const arn = { $unknown: "expression", refs: ["aws_s3_bucket.b"], template: "${aws_s3_bucket.b.arn}/*" };
    expect(values.get("aws_iam_role_policy.json")?.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:GetObject", "s3:*"], Resource: "*" },
        { Effect: "Allow", Action: "dynamodb:PutItem", Resource: arn },
      ],
    });
    expect(values.get("aws_s3_bucket_policy.heredoc")?.policy).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: arn }],
    });
    expect(values.get("aws_iam_role.r")?.assume_role_policy).toMatchObject({
      Statement: [{ Principal: { AWS: { $unknown: "reference", refs: ["aws_iam_user.u"], attribute: "arn" } } }],
    });
    for (const key of ["a", "b"])
      expect(values.get(`module.site["${key}"].aws_sqs_queue_policy.q`)?.policy).toMatchObject({
        Statement: [
          {
            Resource: { $unknown: "reference", refs: [`module.site["${key}"].aws_sqs_queue.q`], attribute: "arn" },
            // Through the variable of the module to what its caller gives.
            Condition: { ArnEquals: { "aws:SourceArn": { $unknown: "reference", refs: ["aws_s3_bucket.b"], attribute: "arn" } } },
          },
        ],
      });
  });

  it("keep as unknown what is not written out", () => {
    expect(lifted().get("aws_iam_role_policy.computed")?.policy).toMatchObject({
      Version: "2012-10-17",
      Statement: { $unknown: "expression", refs: ["aws_s3_bucket.b"] },
    });
  });

  it("know the variable of a `for` for what it is", () => {
    const folder = changed("main.tf", "for bucket in [aws_s3_bucket.b.arn]", "for bucket in [aws_s3_bucket.b]");
    const file = join(folder, "main.tf");
    writeFileSync(file, readFileSync(file, "utf8").replace("Resource = bucket }", "Resource = bucket.arn }"));
    const plan = JSON.parse(readFileSync(PLAN, "utf8").replaceAll('"aws_s3_bucket.b.arn"', '"aws_s3_bucket.b"')) as JsonObject;
    const { resources } = liftPlan(PLAN, plan, "", { readDocument: sourceDocuments(sourceLines(folder)) });
    expect(resources.find(({ address }) => address === "aws_iam_role_policy.computed")?.values.policy).toMatchObject({
      Version: "2012-10-17",
      Statement: { $unknown: "expression", refs: ["aws_s3_bucket.b"] },
    });
  });

  it.each([
    ["names something else", "main.tf", '"${aws_s3_bucket.b.arn}/*" },', "aws_iam_user.u.arn },"],
    ["names nothing", "main.tf", '"${aws_s3_bucket.b.arn}/*" },', '"*" },'],
    [
      "is not to be read",
      "main.tf",
      'policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [\n',
      'policy = templatefile({\n    Version = "2012-10-17"\n    Statement = [\n',
    ],
  ])("stay unknown where the file %s", (_, file, from, to) => {
    expect(lifted(changed(file, from, to)).get("aws_iam_role_policy.json")?.policy).toMatchObject(OPAQUE);
  });

  it("stay unknown where the plan says that they are sensitive", () => {
    const plan = JSON.parse(readFileSync(PLAN, "utf8")) as {
      readonly resource_changes: { address: string; change: { after_sensitive: object } }[];
    };
    for (const { address, change } of plan.resource_changes)
      if (address === "aws_iam_role_policy.json") change.after_sensitive = { policy: true };
    const { resources } = liftPlan(PLAN, plan as unknown as JsonObject, "", { readDocument: sourceDocuments(sourceLines(FOLDER)) });
    expect(resources.find(({ address }) => address === "aws_iam_role_policy.json")?.values.policy).toMatchObject(OPAQUE);
  });

  it("stay unknown where an override takes the place of a block", () => {
    const folder = changed("main.tf", "locals", "locals");
    writeFileSync(join(folder, "main_override.tf"), 'resource "aws_iam_role_policy" "json" {\n  role = "other"\n}\n');
    expect(lifted(folder).get("aws_iam_role_policy.json")?.policy).toMatchObject(OPAQUE);
  });

  it("are judged then, and asked for where nobody gave the files", async () => {
    const settings = { asOf: "2026-11-29" };
    const alone = await checkPaths([PLAN], settings);
    const beside = await checkPaths([PLAN], { ...settings, source: FOLDER });
    expect(alone.report.summary.unknown).toBeGreaterThan(20);
    expect(alone.warnings).toEqual([expect.stringContaining("--source")]);
    expect(beside.warnings).toEqual([]);
    expect(beside.report.results.filter(({ verdict }) => verdict === "unknown").map(({ address }) => address)).toEqual(
      Array.from(
        beside.report.results.filter(({ verdict }) => verdict === "unknown"),
        () => "aws_iam_role_policy.computed",
      ),
    );
    const found = beside.report.results.filter(({ verdict }) => verdict === "fail").map(({ rule, address }) => `${rule} ${address}`);
    expect(found).toEqual(
      expect.arrayContaining([
        "iam-policy-no-service-wildcard aws_iam_role_policy.json",
        "s3-bucket-policy-not-public aws_s3_bucket.b",
        'sqs-queue-tls-only module.site["a"].aws_sqs_queue.q',
      ]),
    );
  });
});
