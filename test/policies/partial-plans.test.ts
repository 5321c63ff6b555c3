import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CheckResult } from "../../model/finding.js";
import { type CheckPathsOptions, checkPaths } from "../../policies/index.js";
import { liftPath } from "../../policies/lift/index.js";
import { liftShortPlan } from "../../policies/lift/plan/plan.js";
import { readShortPlan } from "../../policies/lift/plan/text.js";

const asOf = "2026-11-25";
const folder = mkdtempSync(join(tmpdir(), "bulwark-partial-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Values = Readonly<Record<string, unknown>>;
interface Change {
  readonly before?: Values;
  readonly after?: Values;
  readonly actions: readonly string[];
  /** Beside `change`. */
  readonly more?: object;
  /** In `change`. */
  readonly inside?: object;
}

const headOf = (address: string) => {
  const [type, name] = address.split(".");
  return { address, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws" };
};

/** A plan as Terraform writes it: what is forgotten stands among the planned values, without any. */
function planOf(changes: Readonly<Record<string, Change>>, more: object = {}): string {
  const entries = Object.entries(changes);
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      root_module: {
        resources: entries
          .filter(([, { actions }]) => actions.join() !== "delete")
          .map(([address, { after }]) => ({ ...headOf(address), schema_version: 0, ...(after === undefined ? {} : { values: after }) })),
      },
    },
    resource_changes: entries.map(([address, { before = null, after = null, actions, more, inside }]) => ({
      ...headOf(address),
      ...more,
      change: { actions, before, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {}, ...inside },
    })),
    configuration: { root_module: {} },
    ...more,
  });
}

let number = 0;
function fileOf(text: string): string {
  number += 1;
  const path = join(folder, `plan${number}.json`);
  writeFileSync(path, text);
  return path;
}

const judged = async (text: string, options: Partial<CheckPathsOptions> = {}) => checkPaths([fileOf(text)], { asOf, ...options });
const failing = (results: readonly CheckResult[], rule: string): readonly string[] =>
  results.filter((result) => result.rule === rule && result.verdict === "fail").map(({ address }) => address);

const OPEN = { name: "q", sqs_managed_sse_enabled: false, kms_master_key_id: null };
const QUEUE = "sqs-queue-encrypted";

describe("what a plan takes out of the state and leaves as it is", () => {
  const changes = {
    "aws_sqs_queue.stays": { actions: ["no-op"], before: OPEN, after: OPEN },
    "aws_sqs_queue.left": { actions: ["forget"], before: OPEN },
    "aws_cloudtrail.left": { actions: ["forget"], before: { name: "t", s3_bucket_name: "logs" } },
    "aws_s3_bucket.logs": { actions: ["delete"], before: { bucket: "logs" } },
  };
  const large = { variables: { filler: { value: "x".repeat(600_000) } }, ui: "x".repeat(1_000_000) };

  it.each([
    ["whole", {}],
    ["read from its changes alone, being large", large],
  ])("is not judged, and told of, in a plan that is %s", async (_, more) => {
    const text = planOf(changes, more);
    const [input] = await liftPath(fileOf(text));
    expect(input?.resources.map(({ address }) => address)).toEqual(["aws_sqs_queue.stays"]);
    expect(input?.resourcesInInput).toBe(1);
    expect(input?.notes).toEqual(["no longer managed after this plan, so not judged: aws_sqs_queue.left, aws_cloudtrail.left"]);
    const { report } = await judged(text);
    expect(failing(report.results, QUEUE)).toEqual(["aws_sqs_queue.stays"]);
    expect(report.results.filter(({ address }) => address.endsWith(".left"))).toEqual([]);
  });

  it("needs no second reading of a large plan", () => {
    const text = planOf(changes);
    const found = readShortPlan(Buffer.from(text));
    expect(found && liftShortPlan("plan.json", found, () => text)?.resources).toHaveLength(1);
  });

  it("is not destroyed, and still says which bucket holds evidence", async () => {
    const { report } = await judged(planOf(changes), { only: ["change-*"] });
    expect(report.results.map(({ rule, address }) => `${rule} ${address}`)).toEqual(["change-keeps-evidence aws_s3_bucket.logs"]);
  });
});

describe("a plan after which another has to follow", () => {
  const changes = { "aws_sqs_queue.here": { actions: ["create"], after: OPEN } };
  const deferred = {
    deferred_changes: [{ reason: "resource_config_unknown", resource_change: { ...headOf("aws_s3_bucket.later"), change: {} } }],
  };
  const gone = JSON.stringify({
    schema: "bulwark.baseline/1",
    created: asOf,
    findings: [],
  });
  const waivers = {
    path: "w.yaml",
    text: `kind: Waivers\nname: w\nwaivers:\n  - { rule: ${QUEUE}, address: aws_sqs_queue.elsewhere, reason: Agreed for the pilot, owner: edge, created: 2026-11-01, expires: 2026-12-31 }\n`,
  };

  it.each([
    ["-target", { complete: false }, /the plan is not complete/],
    ["deferred changes", deferred, /^1 deferred to a later plan, so not judged: aws_s3_bucket\.later$/],
  ])("says so (%s), and calls nothing fixed and no waiver unused", async (_, more, note) => {
    const other = { "aws_sqs_queue.other": { actions: ["create"], after: OPEN } };
    const found = (await judged(planOf({ ...changes, ...other }))).known();
    const known = { path: "known.json", text: gone.replace("[]", JSON.stringify(found)) };
    const { report } = await judged(planOf(changes, more), { waivers, known });
    expect(report.inputs[0]?.notes).toEqual([expect.stringMatching(note)]);
    expect(report.baseline).toMatchObject({ new: 0, fixed: [] });
    expect(failing(report.results, "waiver-unused")).toEqual([]);
    const whole = (await judged(planOf(changes), { waivers, known })).report;
    expect([whole.inputs[0]?.notes, whole.baseline?.fixed.length === 0]).toEqual([undefined, false]);
    expect(failing(whole.results, "waiver-unused")).toHaveLength(1);
  });

  it("makes no baseline", async () => {
    await expect(judged(planOf(changes, deferred), { adopt: "known.json" })).rejects.toThrow(/--write-baseline needs a whole plan/);
  });
});

describe("a resource that a plan moves", () => {
  const moved = planOf({
    "aws_sqs_queue.new": { actions: ["no-op"], before: OPEN, after: OPEN, more: { previous_address: "aws_sqs_queue.old" } },
  });

  it("keeps what was known of it and what was waived", async () => {
    const found = (await judged(planOf({ "aws_sqs_queue.old": { actions: ["no-op"], before: OPEN, after: OPEN } }))).known();
    const text = JSON.stringify({ schema: "bulwark.baseline/1", created: asOf, findings: found });
    const { report, failed } = await judged(moved, { known: { path: "known.json", text } });
    expect([report.baseline?.new, report.baseline?.fixed, failed]).toEqual([0, [], false]);
    const waiver = `kind: Waivers\nname: w\nwaivers:\n  - { rule: ${QUEUE}, address: aws_sqs_queue.old, reason: Agreed for the pilot, owner: edge, created: 2026-11-01, expires: 2026-12-31 }\n`;
    const waived = (await judged(moved, { only: [QUEUE], waivers: { path: "w.yaml", text: waiver } })).report;
    expect([waived.summary.waived, waived.summary.fail]).toEqual([1, 0]);
  });
});

describe("a resource that a plan imports as it stands", () => {
  it("is judged among what changes: it is new to Terraform", async () => {
    const text = planOf({
      "aws_sqs_queue.imported": { actions: ["no-op"], before: OPEN, after: OPEN, inside: { importing: { id: "q" } } },
      "aws_sqs_queue.same": { actions: ["no-op"], before: OPEN, after: OPEN },
    });
    expect(failing((await judged(text, { changedOnly: true })).report.results, QUEUE)).toEqual(["aws_sqs_queue.imported"]);
  });
});

describe("an input that is named twice", () => {
  it("is judged once, by whatever name", async () => {
    const path = fileOf(planOf({ "aws_sqs_queue.q": { actions: ["create"], after: OPEN } }));
    const link = join(folder, "link.json");
    symlinkSync(path, link);
    const once = (await checkPaths([path], { asOf })).report;
    expect((await checkPaths([path, `${folder}/./${path.slice(folder.length + 1)}`, link], { asOf })).report).toEqual(once);
  });
});
