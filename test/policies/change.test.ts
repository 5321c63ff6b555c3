import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CheckResult } from "../../model/finding.js";
import type { Json, Resource } from "../../model/resource.js";
import { judgeChange } from "../../policies/change/judge.js";
import { CHANGE_RULES } from "../../policies/change/rules.js";
import { CONTROLS, EVIDENCE } from "../../policies/change/table.js";
import { checkPaths } from "../../policies/index.js";
import { liftPath } from "../../policies/lift/index.js";
import { isManagedType, schemaOf } from "../../policies/lift/provider-schema.js";
import { findTerraform, planConfiguration } from "../support/terraform.js";

const FIXTURE = join(import.meta.dirname, "../fixtures/change");
const PLAN = join(FIXTURE, "plan.json");
const asOf = "2026-11-25";

describe("a plan over a state that was there before", () => {
  let results: readonly CheckResult[];
  beforeAll(async () => {
    const { report } = await checkPaths([PLAN], { asOf, all: true, only: ["change-*"] });
    results = report.results;
  });
  const of = (rule: string, verdict: CheckResult["verdict"]): readonly string[] =>
    results.filter((result) => result.rule === rule && result.verdict === verdict).map(({ address, actual }) => `${address}: ${actual}`);

  it("finds each piece of evidence that it destroys or keeps for a shorter time, and no other", () => {
    expect(of("change-keeps-evidence", "fail")).toEqual([
      "aws_cloudtrail.ended: the resource: destroyed by the change",
      "aws_cloudwatch_log_group.gone: the resource: destroyed by the change",
      "aws_cloudwatch_log_group.no_longer_for_ever: retention_in_days is 3653: shortened from for ever",
      "aws_cloudwatch_log_group.renamed: the resource: replaced by another",
      "aws_cloudwatch_log_group.shortened: retention_in_days is 7: shortened from 365",
      "aws_kms_key.gone: the resource: destroyed by the change",
      "aws_s3_bucket.ended_logs: the resource: destroyed by the change",
      "aws_s3_bucket.locked: the resource: destroyed by the change",
      "aws_s3_bucket_object_lock_configuration.firmware: rule.default_retention.days is 30: shortened from 365",
      'aws_s3_bucket_object_lock_configuration.firmware: rule.default_retention.mode is "GOVERNANCE": lowered from COMPLIANCE',
    ]);
    expect(of("change-keeps-evidence", "pass")).toEqual([
      "aws_cloudtrail.audit: as expected",
      "aws_cloudwatch_log_group.longer: as expected",
      "aws_kms_key.rotating: as expected",
      "aws_s3_bucket.scratch: as expected",
    ]);
  });

  it("finds each control that it switches off, and names what it cannot know", () => {
    expect(of("change-keeps-controls", "fail")).toEqual([
      "aws_cloudtrail.audit: enable_logging is false: switched off",
      "aws_kms_key.rotating: enable_key_rotation is false: switched off",
      "aws_s3_bucket_logging.firmware: the resource: destroyed by the change",
      'aws_s3_bucket_versioning.firmware: versioning_configuration.status is "Suspended": lowered from Enabled',
    ]);
    expect(of("change-keeps-controls", "unknown")).toEqual(["aws_sqs_queue.moved_key: kms_master_key_id is not known before apply"]);
  });

  it("says nothing of what it leaves alone, and blames a bucket's companions on the bucket", () => {
    const addresses = results.map(({ address }) => address);
    expect(addresses).not.toContain("aws_cloudtrail.always_off");
    expect(of("change-keeps-controls", "pass")).toContain("aws_s3_bucket_versioning.scratch: as expected");
  });

  it("is waived like any other finding, and fails the check until then", async () => {
    const only = ["change-keeps-controls"];
    expect((await checkPaths([PLAN], { asOf, only })).failed).toBe(true);
    const text =
      'kind: Waivers\nname: move\nwaivers:\n  - { rule: change-keeps-controls, address: "*", reason: Moved to another account, owner: edge, created: 2026-11-01, expires: 2026-12-31 }\n';
    const { failed, report } = await checkPaths([PLAN], { asOf, only, waivers: { path: "waivers.yaml", text } });
    expect(report.summary).toMatchObject({ fail: 0, waived: 5 });
    expect(failed).toBe(false);
  });

  it("is the plan that Terraform makes of the fixture", () => {
    const terraform = findTerraform("the plan over a state is not made anew");
    if (terraform === undefined) return;
    expect(JSON.parse(planConfiguration(terraform, join(FIXTURE, "main.tf")).json)).toEqual(JSON.parse(readFileSync(PLAN, "utf8")));
  }, 120_000);
});

describe("a plan that only creates", () => {
  it("has nothing to weaken", async () => {
    const plan = join(import.meta.dirname, "../fixtures/plans/smart-home.plan.json");
    const [input] = await liftPath(plan);
    for (const rule of CHANGE_RULES) expect(input && judgeChange(rule, input).resources).toEqual([]);
  });
});

describe("every setting of the tables", () => {
  const tables = { "change-keeps-evidence": EVIDENCE, "change-keeps-controls": CONTROLS };
  const settings = Object.entries(tables).flatMap(([rule, table]) =>
    Object.entries(table).flatMap(([type, kept]) =>
      kept.settings.map((setting) => ({ rule, type, setting, path: setting.path.join(".") })),
    ),
  );

  it.each(Object.entries(tables).flatMap(([rule, table]) => Object.keys(table).map((type) => ({ rule, type }))))(
    "$rule: $type is a type of the provider",
    ({ type }) => {
      expect(isManagedType(type)).toBe(true);
    },
  );

  it.each(settings)("$rule: $type has $path", ({ type, setting }) => {
    let block = schemaOf("managed", type);
    for (const [at, key] of setting.path.entries()) {
      const last = at === setting.path.length - 1;
      expect(last ? block?.attributes.has(key) : block?.blocks.has(key), key).toBe(true);
      block = block?.blocks.get(key)?.block;
    }
  });

  /** Values that some setting calls stronger and weaker. */
  const PAIRS: readonly (readonly [Json | undefined, Json | undefined])[] = [
    [true, false],
    [false, true],
    ["arn:x", undefined],
    [365, 30],
    ["COMPLIANCE", "GOVERNANCE"],
    ["INFO", "ERROR"],
    ["aws:kms", "AES256"],
    ["Enabled", "Suspended"],
    [["arn:x"], []],
  ];

  it.each(settings)(
    "$rule: $type $path turns red when it is weakened, and not when it is left or strengthened",
    ({ rule, type, setting }) => {
      const meta = CHANGE_RULES.find(({ id }) => id === rule);
      if (meta === undefined) throw new Error(rule);
      const nest = (value: Json | undefined): Resource["values"] =>
        setting.path.reduceRight<unknown>(
          (inner, key, at) => (at === 0 ? { [key]: inner } : [{ [key]: inner }]),
          value,
        ) as Resource["values"];
      const judged = (before: Json | undefined, after: Json | undefined): readonly string[] => {
        const resource: Resource = {
          address: `${type}.it`,
          type,
          name: "it",
          mode: "managed",
          before: { bucket: "b", object_lock_enabled: true, ...nest(before) },
          values: { bucket: "b", ...nest(after) },
          location: { file: "plan.json", line: 0, column: 0 },
          actions: ["update"],
        };
        const { facts } = judgeChange(meta, {
          path: "plan.json",
          kind: "plan",
          resources: [resource],
          deviations: [],
          resourcesInInput: 1,
        });
        return (facts.get(resource.address) ?? []).map(({ path, verdict }) => `${path} ${verdict}`);
      };
      const weakening = PAIRS.filter(([before, after]) => judged(before, after).includes(`${setting.path.join(".")} fail`));
      expect(weakening.length).toBeGreaterThan(0);
      for (const [before, after] of weakening) {
        expect(judged(before, before)).toEqual([]);
        expect(judged(after, before)).toEqual([]);
      }
    },
  );
});
