import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import type { CheckReport } from "../../model/finding.js";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { readBaseline } from "../../policies/engine/baseline-file.js";
import { type CheckSettings, check } from "../../policies/engine/check.js";
import { loadBundledPolicy, type Policy } from "../../policies/engine/load.js";
import { fingerprintOf } from "../../policies/engine/results.js";
import type { PlacedWaiver } from "../../policies/engine/waiver-rules.js";
import { baselineText, checkPaths } from "../../policies/index.js";

const CHANGES = join(import.meta.dirname, "..", "fixtures", "lift", "changes", "plan.json");
const asOf = "2026-11-25";
const RULE = "iot-policy-no-wildcard-action";

const folder = mkdtempSync(join(tmpdir(), "bulwark-suppression-"));
afterAll(() => rmSync(folder, { recursive: true }));

let policy: Policy;
beforeAll(() => {
  policy = loadBundledPolicy();
});

type More = Partial<Pick<Resource, "actions">>;
const resource = (address: string, values: object, more: More = {}): Resource => ({
  address,
  type: address.slice(0, address.indexOf(".")),
  name: address.slice(address.indexOf(".") + 1),
  mode: "managed",
  values: values as Resource["values"],
  location: { file: "plan.json", line: 1, column: 1 },
  ...more,
});

const device = (address: string, action: string, more: More = {}): Resource =>
  resource(
    address,
    { name: address, policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] } },
    more,
  );

const inputOf = (resources: readonly Resource[], more: Partial<LiftedInput> = {}): LiftedInput => ({
  path: "plan.json",
  kind: "plan",
  resources,
  deviations: [],
  resourcesInInput: resources.length,
  ...more,
});

const judge = (resources: readonly Resource[], settings: Partial<CheckSettings> = {}, waivers: readonly PlacedWaiver[] = []) =>
  check([inputOf(resources)], waivers, { asOf, ...settings }, policy);

const states = ({ results }: CheckReport, rule = RULE): readonly string[] =>
  results.filter((result) => result.rule === rule).map(({ address, verdict, baseline }) => `${address} ${verdict} ${baseline ?? "-"}`);

describe("a waiver of a rule that there is none of", () => {
  const waiverOf = (rule: string, more: Partial<PlacedWaiver> = {}): PlacedWaiver => ({
    ...{ rule, address: "*", reason: "Agreed for the pilot", owner: "edge", created: "2026-11-01", expires: "2026-12-31" },
    location: { file: "w.yaml", line: 4, column: 3 },
    ...more,
  });
  const said = (waiver: PlacedWaiver, settings: Partial<CheckSettings> = {}): readonly string[] =>
    judge([device("aws_iot_policy.p", "iot:*", { actions: ["create"] })], settings, [waiver])
      .report.results.filter(({ rule }) => rule.startsWith("waiver-"))
      .map(({ actual }) => actual);

  it("says what it may be called, also where only a part is judged", () => {
    const slip = ["no rule is called iot-policy-no-wildcard-actoin. Nearest: iot-policy-no-wildcard-action"];
    expect(said(waiverOf("iot-policy-no-wildcard-actoin"))).toEqual(slip);
    expect(said(waiverOf("iot-policy-no-wildcard-actoin"), { changedOnly: true })).toEqual(slip);
    expect(said(waiverOf("CKV_AWS_18"))).toEqual(["no rule is called CKV_AWS_18. CKV_AWS_18 is called s3-bucket-access-logged here"]);
  });

  it("is found at its own line of the document", async () => {
    const path = join(folder, "waivers.yaml");
    const entry = (name: string) =>
      `  - { rule: ${RULE}, address: ${name}, reason: Agreed for the pilot, owner: edge, created: 2026-11-01, expires: 2026-11-20 }\n`;
    writeFileSync(path, `kind: Waivers\nname: w\nwaivers:\n${entry("one")}${entry("two")}`);
    const { report } = await checkPaths([path], { asOf });
    const places = report.results.filter(({ rule }) => rule === "waiver-expired").map(({ address, location: { line } }) => [address, line]);
    expect(places).toEqual([
      [`${RULE} @ one`, 4],
      [`${RULE} @ two`, 5],
    ]);
  });

  it("says that a first day to come is counted from today", () => {
    const [text] = said(waiverOf(RULE, { created: "2027-11-01", expires: "2028-10-01" }));
    expect(text).toContain("created on 2027-11-01, which lies in the future, and counted from 2026-11-25");
  });
});

describe("a baseline of known findings", () => {
  const old = device("aws_iot_policy.old", "iot:*");
  const baselineOf = (resources: readonly Resource[]) => readBaseline(baselineText(judge(resources).known(), asOf), "known.json");

  it("lets what it holds pass and fails on what is new", () => {
    const baseline = baselineOf([old]);
    const before = judge([old], { baseline });
    expect(before.failed).toBe(false);
    expect(states(before.report)).toEqual(["aws_iot_policy.old fail known"]);
    expect(before.report.summary.fail).toBe(before.report.baseline?.known);
    const after = judge([old, device("aws_iot_policy.new", "iot:*")], { baseline });
    expect(after.failed).toBe(true);
    expect(states(after.report)).toEqual(["aws_iot_policy.new fail new", "aws_iot_policy.old fail known"]);
  });

  it("does not cover a finding whose value changed since", () => {
    const logs = (days: number) => resource("aws_cloudwatch_log_group.g", { name: "g", retention_in_days: days });
    const baseline = baselineOf([logs(30)]);
    expect(states(judge([logs(30)], { baseline }).report, "log-group-retention")).toEqual(["aws_cloudwatch_log_group.g fail known"]);
    const { report, failed } = judge([logs(1)], { baseline });
    expect(states(report, "log-group-retention")).toEqual(["aws_cloudwatch_log_group.g fail new"]);
    expect(report.baseline?.fixed).toEqual([]);
    expect(failed).toBe(true);
  });

  it("does not cover a failure by an unknown, but an unknown by a failure", () => {
    const opaque = resource("aws_iot_policy.old", { name: "o", policy: { $unknown: "opaque-document", refs: [] } });
    const strict = { strict: true, only: [RULE] };
    const unknown = judge([opaque], strict);
    expect(states(unknown.report)).toEqual(["aws_iot_policy.old unknown -"]);
    const fromUnknown = { path: "k.json", findings: unknown.known() };
    expect(judge([opaque], { ...strict, baseline: fromUnknown }).failed).toBe(false);
    const [entry] = unknown.known();
    const failing = judge([old], strict).known();
    const sameFinding = { path: "k.json", findings: failing.map((finding) => ({ ...finding, verdict: "unknown" as const })) };
    expect(entry?.verdict).toBe("unknown");
    expect(judge([old], { ...strict, baseline: sameFinding }).failed).toBe(true);
  });

  it("reports an entry that no longer matches as fixed, unless this run did not look there", () => {
    const baseline = baselineOf([old, resource("aws_s3_bucket.b", { bucket: "b" })]);
    const fixed = (settings: Partial<CheckSettings>) =>
      judge([resource("aws_s3_bucket.b", { bucket: "b" })], { baseline, ...settings }).report.baseline?.fixed.map(
        ({ address }) => address,
      ) ?? [];
    expect(new Set(fixed({}))).toEqual(new Set(["aws_iot_policy.old"]));
    expect(fixed({ only: ["s3-*"] })).toEqual([]);
    expect(fixed({ changedOnly: true })).toEqual([]);
  });

  it("covers each finding once: a second stack with the same addresses is new", () => {
    const baseline = baselineOf([old]);
    const stacks = ["a.json", "b.json"].map((path) => inputOf([{ ...old, location: { file: path, line: 1, column: 1 } }], { path }));
    expect([...states(check(stacks, [], { asOf, baseline }, policy).report)].sort()).toEqual([
      "aws_iot_policy.old fail known",
      "aws_iot_policy.old fail new",
    ]);
  });

  it("never holds findings about waivers, so that one that has run out still fails", () => {
    const late: PlacedWaiver = { ...WAIVER, expires: "2026-11-24" };
    const adopted = judge([old], { adopt: "known.json" }, [late]);
    expect(adopted.known().some(({ rule }) => rule.startsWith("waiver-"))).toBe(false);
    expect(adopted.failed).toBe(true);
    expect(judge([old], { adopt: "known.json" }).failed).toBe(false);
  });

  it("is refused when it is of another form or was edited by hand", () => {
    const coded = (text: string): string => {
      try {
        readBaseline(text, "known.json");
        return "read";
      } catch (thrown) {
        return thrown instanceof BulwarkError ? `${thrown.code} ${thrown.message}` : "not coded";
      }
    };
    const text = baselineText(judge([old]).known(), asOf);
    expect(coded(text)).toBe("read");
    expect(coded(text.replace("baseline/1", "baseline/9"))).toMatch(/^BW_KNOWN_INVALID known\.json:2:\d+: schema/);
    expect(
      coded(text.replace(fingerprintOf(RULE, "aws_iot_policy.old", undefined), "0000000000000000").replace('old","', 'other","')),
    ).toMatch(/^BW_KNOWN_INVALID known\.json:\d+:\d+: .*fingerprint/);
    expect(coded("{")).toMatch(/^BW_YAML_INVALID/);
  });
});

const WAIVER: PlacedWaiver = {
  rule: RULE,
  address: "aws_iot_policy.old",
  reason: "replaced with the next release",
  owner: "team-edge",
  created: "2026-11-01",
  expires: "2026-12-31",
  location: { file: "waivers.yaml", line: 3, column: 5 },
};

describe("the longest day of a waiver", () => {
  const old = device("aws_iot_policy.old", "iot:*");
  /** The rule is critical: 90 days. */
  const verdicts = (more: Partial<PlacedWaiver>, day = asOf) => {
    const { report } = judge([old], { asOf: day, only: [RULE] }, [{ ...WAIVER, ...more }]);
    return report.results.map(({ rule, verdict }) => `${rule} ${verdict}`).sort();
  };

  it("is 90 days after it was created for a critical finding", () => {
    expect(verdicts({ expires: "2027-01-30" })).toEqual([`${RULE} waived`]);
    expect(verdicts({ expires: "2027-01-31" })).toEqual([`${RULE} waived`, "waiver-too-long fail"]);
  });

  it("ends an over-long waiver, whatever the waiver says", () => {
    expect(verdicts({ expires: "2027-06-30" }, "2027-01-30")).toEqual([`${RULE} waived`, "waiver-too-long fail"]);
    expect(verdicts({ expires: "2027-06-30" }, "2027-01-31")).toEqual([`${RULE} fail`, "waiver-too-long fail"]);
  });

  it("cannot be moved by a created that is still to come", () => {
    expect(verdicts({ created: "2027-05-01", expires: "2027-06-30" })).toEqual([`${RULE} waived`, "waiver-too-long fail"]);
  });

  it("is told once for a waiver of many findings", () => {
    const { report } = judge([old, device("aws_iot_policy.older", "iot:*")], { only: [RULE] }, [
      { ...WAIVER, address: "aws_iot_policy.*", expires: "2027-06-30" },
    ]);
    expect(report.results.filter(({ rule }) => rule === "waiver-too-long")).toHaveLength(1);
  });
});

describe("a selection of rules", () => {
  const stack = [device("aws_iot_policy.old", "iot:*"), resource("aws_s3_bucket.b", { bucket: "b" })];
  const rulesOf = (settings: Partial<CheckSettings>, waivers: readonly PlacedWaiver[] = []) => [
    ...new Set(judge(stack, settings, waivers).report.results.map(({ rule }) => rule)),
  ];

  it("judges only what --only names, without what --skip names", () => {
    expect(rulesOf({ only: ["s3-*"] }).every((rule) => rule.startsWith("s3-"))).toBe(true);
    expect(rulesOf({ only: ["s3-*", RULE] })).toContain(RULE);
    expect(rulesOf({ only: ["s3-*"], skip: ["s3-bucket-versioned"] })).not.toContain("s3-bucket-versioned");
    expect(rulesOf({ only: ["s3-*"] })).toContain("s3-bucket-versioned");
  });

  it("counts no pass of a rule that it leaves out", () => {
    const { summary, results } = judge(stack, { only: [RULE], all: true }).report;
    expect(summary.pass + summary.fail + summary.unknown + summary["not-applicable"]).toBe(results.length);
    expect(new Set(results.map(({ rule }) => rule))).toEqual(new Set([RULE]));
  });

  it("lets waivers of other rules rest, and still holds those of its own to their rules", () => {
    expect(rulesOf({ only: ["s3-*"] }, [WAIVER])).not.toContain("waiver-unused");
    expect(rulesOf({ only: [RULE] }, [{ ...WAIVER, address: "aws_iot_policy.gone" }])).toContain("waiver-unused");
    expect(rulesOf({ skip: ["waiver-unused"] }, [{ ...WAIVER, address: "aws_iot_policy.gone" }])).not.toContain("waiver-unused");
  });

  it("refuses a pattern that no rule matches", () => {
    for (const settings of [{ only: ["s4-*"] }, { skip: ["s3-bucket-versionned"] }])
      expect(() => judge(stack, settings)).toThrow(expect.objectContaining({ code: "BW_SELECTION_EMPTY" }));
  });
});

describe("only what a plan changes", () => {
  const addresses = ({ results }: CheckReport) => [...new Set(results.map(({ address }) => address))].sort();

  it("leaves out what stays, and keeps what is created, changed or replaced", () => {
    const stack = ["no-op", "read", "create", "update"].map((action) => device(`aws_iot_policy.${action}`, "iot:*", { actions: [action] }));
    const replaced = device("aws_iot_policy.replaced", "iot:*", { actions: ["delete", "create"] });
    expect(addresses(judge([...stack, replaced], { changedOnly: true, only: [RULE] }).report)).toEqual([
      "aws_iot_policy.create",
      "aws_iot_policy.replaced",
      "aws_iot_policy.update",
    ]);
  });

  it("keeps a resource that stays when what makes it safe is destroyed", () => {
    const bucket = resource("aws_s3_bucket.b", { bucket: "telemetry-b" }, { actions: ["no-op"] });
    const other = resource("aws_s3_bucket.c", { bucket: "telemetry-c" }, { actions: ["no-op"] });
    const gone = resource("aws_s3_bucket_versioning.b", { bucket: "telemetry-b" }, { actions: ["delete"] });
    const settings = { asOf, changedOnly: true, only: ["s3-bucket-versioned"] };
    const found = check([inputOf([bucket, other], { deleted: [gone] })], [], settings, policy).report;
    expect(addresses(found)).toEqual(["aws_s3_bucket.b"]);
    expect(addresses(check([inputOf([bucket, other])], [], settings, policy).report)).toEqual([]);
  });

  it("reads the actions of a real plan", async () => {
    const whole = (await checkPaths([CHANGES], { asOf, all: true, only: ["sqs-*"] })).report;
    const changed = (await checkPaths([CHANGES], { asOf, all: true, only: ["sqs-*"], changedOnly: true })).report;
    expect(addresses(whole)).toEqual(["aws_sqs_queue.replaced", "aws_sqs_queue.stays"]);
    expect(addresses(changed)).toEqual(["aws_sqs_queue.replaced"]);
  });

  it("does not call a waiver unused that may hold elsewhere", () => {
    const stays = device("aws_iot_policy.old", "iot:*", { actions: ["no-op"] });
    const { report } = judge([stays], { changedOnly: true }, [WAIVER]);
    expect(report.results).toEqual([]);
  });

  it("does not call a waiver unused where nothing is given that its rule judges", () => {
    const waiver = (rule: string): PlacedWaiver => ({ ...WAIVER, rule, address: "nothing" });
    const both = [waiver(RULE), waiver("product-support-period")];
    const document = (type: string): LiftedInput =>
      inputOf([{ ...resource(`${type}.d`, {}), type: `Document/${type}`, values: {} }], { kind: "document", path: "dossier/d.yaml" });
    const unused = (inputs: readonly LiftedInput[]) =>
      check(inputs, both, { asOf, only: ["waiver-*", ...both.map(({ rule }) => rule)] }, policy)
        .report.results.filter(({ rule }) => rule === "waiver-unused")
        .map(({ address }) => address);
    expect(unused([document("Waivers")])).toEqual([]);
    expect(unused([document("Product")])).toEqual(["product-support-period @ nothing"]);
    expect(unused([inputOf([])])).toEqual([`${RULE} @ nothing`]);
  });

  it("is refused without a plan, since nothing else knows what changes", () => {
    expect(() => check([inputOf([], { kind: "synth" })], [], { asOf, changedOnly: true }, policy)).toThrow(/needs a plan/);
  });
});
