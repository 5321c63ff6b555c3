import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import type { Fact, RuleMeta } from "../../model/finding.js";
import type { Deviation, LiftedInput, Resource } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { chunksOf } from "../../policies/engine/chunks.js";
import { evaluate, wasmInput } from "../../policies/engine/evaluate.js";
import { loadBundledPolicy, type Policy, readPolicy } from "../../policies/engine/load.js";
import type { PlacedWaiver } from "../../policies/engine/waiver-rules.js";
import { hashOfValue, matches } from "../../policies/engine/waivers.js";
import { checkPaths, loadRules } from "../../policies/index.js";

const FIXTURES = join(import.meta.dirname, "..", "fixtures");
const PLAN = join(FIXTURES, "plans", "smart-home.plan.json");
const SYNTH = join(FIXTURES, "synth", "smart-home.cdk.tf.json");
const asOf = "2026-11-25";

let policy: Policy;
beforeAll(() => {
  policy = loadBundledPolicy();
});

const resource = (address: string, type: string, values: object): Resource => ({
  address,
  type,
  name: address.slice(type.length + 1),
  mode: "managed",
  values: values as Resource["values"],
  location: { file: "main.tf.json", line: 1, column: 1 },
});

const inputOf = (resources: readonly Resource[], deviations: readonly Deviation[] = []): LiftedInput => ({
  path: "main.tf.json",
  kind: "synth",
  resources,
  deviations,
  resourcesInInput: resources.length,
});

const wide = (address: string): Resource =>
  resource(address, "aws_iot_policy", {
    name: "wide",
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iot:*", Resource: "*" }] },
  });

const RULE = "iot-policy-no-wildcard-action";
const waiver = (more: Partial<PlacedWaiver>): PlacedWaiver => ({
  rule: RULE,
  address: "aws_iot_policy.wide",
  reason: "replaced with the next release",
  owner: "team-edge",
  created: "2026-11-01",
  expires: "2026-12-31",
  location: { file: "waivers.yaml", line: 3, column: 5 },
  ...more,
});

describe("the committed bundle", () => {
  it("asks the runtime for no builtin that it lacks", () => {
    expect(
      policy.hostBuiltins.filter(
        (name) => !["json.is_valid", "regex.split", "yaml.is_valid", "yaml.marshal", "yaml.unmarshal"].includes(name),
      ),
    ).toEqual([]);
  });

  it("returns an entry for every rule of the metadata and for no other", () => {
    const ids = loadRules()
      .map((rule) => rule.id)
      .filter((id) => !/^(?:waiver|change)-/.test(id));
    expect(Object.keys(policy.evaluate('{"resources":{}}')).sort()).toEqual([...ids].sort());
  });

  it("turns what the runtime throws into a coded error", () => {
    expect(() => readPolicy(new Uint8Array([0, 97, 115, 109]))).toThrow(BulwarkError);
  });

  it("takes texts that are no whole Unicode, NUL included, without losing a finding", () => {
    for (const odd of ["\ud800", "\udc00x", "a\\ud800", "\u0000", "😀", "\u2028"]) {
      const found = policy.evaluate(
        wasmInput([resource(`aws_iot_policy.${odd}`, "aws_iot_policy", { ...wide("aws_iot_policy.x").values, name: odd })]),
      );
      expect(found[RULE], JSON.stringify(odd)).toHaveLength(1);
    }
  });
});

describe("a check", () => {
  it("reports a finding with what was expected, seen and how to mend it", () => {
    const { report, failed } = check([inputOf([wide("aws_iot_policy.wide")])], [], { asOf }, policy);
    const finding = report.results.find((result) => result.rule === RULE);
    expect(finding).toMatchObject({
      verdict: "fail",
      address: "aws_iot_policy.wide",
      location: { file: "main.tf.json", line: 1, column: 1 },
    });
    expect(finding?.expected).not.toBe("");
    expect(finding?.actual).toContain("iot:*");
    expect(finding?.fix.terraform ?? finding?.fix.construct).toBeDefined();
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(failed).toBe(true);
  });

  it("counts passes always and lists them on request", () => {
    const inputs = [inputOf([wide("aws_iot_policy.wide")])];
    const brief = check(inputs, [], { asOf }, policy).report;
    const whole = check(inputs, [], { asOf, all: true }, policy).report;
    expect(whole.summary).toEqual(brief.summary);
    expect(whole.results.filter((result) => result.verdict === "pass")).toHaveLength(brief.summary.pass);
    expect(brief.results.some((result) => result.verdict === "pass")).toBe(false);
  });

  it("fails by severity, and by unknowns only when strict", () => {
    const unknownPolicy = resource("aws_iot_policy.opaque", "aws_iot_policy", {
      name: "o",
      policy: { $unknown: "opaque-document", refs: [] },
      tags: { team: "fleet" },
    });
    const judge = (failOn: "critical" | "low", strict: boolean): boolean =>
      check([inputOf([unknownPolicy])], [], { asOf, failOn, strict }, policy).failed;
    expect(check([inputOf([unknownPolicy])], [], { asOf }, policy).report.summary.unknown).toBeGreaterThan(0);
    expect([judge("low", false), judge("low", true)]).toEqual([false, true]);
    const lowOnly: RuleMeta[] = loadRules().filter((rule) => rule.severity === "low");
    const plain = inputOf([resource("aws_s3_bucket.b", "aws_s3_bucket", { bucket: "b" })]);
    expect(check([plain], [], { asOf, failOn: "low" }, policy, lowOnly).failed).toBe(true);
    expect(check([plain], [], { asOf, failOn: "medium" }, policy, lowOnly).failed).toBe(false);
  });

  it("does not depend on the order of the input", () => {
    const resources = [wide("aws_iot_policy.b"), wide("aws_iot_policy.a"), resource("aws_s3_bucket.c", "aws_s3_bucket", { bucket: "c" })];
    expect(check([inputOf([...resources].reverse())], [], { asOf, all: true }, policy).report.results).toEqual(
      check([inputOf(resources)], [], { asOf, all: true }, policy).report.results,
    );
  });

  it("does not judge data sources of types that somebody else manages", () => {
    const read: Resource = { ...resource("data.aws_s3_bucket.foreign", "aws_s3_bucket", { bucket: "foreign" }), mode: "data" };
    expect(check([inputOf([read])], [], { asOf, all: true }, policy).report.results).toEqual([]);
  });

  it("gives plan and synth of one stack the same verdicts wherever both know, and judges it once when given both", async () => {
    const verdicts = async (path: string): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await checkPaths([path], { asOf, all: true })).report.results.map((result) => [
          `${result.rule} ${result.address} ${result.detail ?? ""}`,
          result.verdict,
        ]),
      );
    const [plan, synth] = [await verdicts(PLAN), await verdicts(SYNTH)];
    const differing = [...plan].filter(
      ([key, verdict]) => verdict !== "unknown" && synth.has(key) && synth.get(key) !== "unknown" && synth.get(key) !== verdict,
    );
    expect(differing).toEqual([]);
    expect(plan.size).toBeGreaterThan(50);
    const both = (await checkPaths([PLAN, SYNTH], { asOf, all: true })).report;
    expect(both.results).toHaveLength(plan.size);
    expect(both.results.some((result) => result.constructPath !== undefined)).toBe(true);
  });

  it("is the same report to the byte twice", async () => {
    const once = JSON.stringify((await checkPaths([PLAN], { asOf, all: true })).report);
    expect(JSON.stringify((await checkPaths([PLAN], { asOf, all: true })).report)).toBe(once);
  });
});

describe("waivers", () => {
  const inputs = [inputOf([wide("aws_iot_policy.wide")])];
  const verdictOf = (waivers: readonly PlacedWaiver[], id = RULE): readonly string[] =>
    check(inputs, waivers, { asOf }, policy)
      .report.results.filter((result) => result.rule === id)
      .map((result) => result.verdict);

  it("waive a finding by exact address or glob, through their last day", () => {
    expect(verdictOf([waiver({})])).toEqual(["waived"]);
    expect(verdictOf([waiver({ address: "aws_iot_policy.*" })])).toEqual(["waived"]);
    expect(verdictOf([waiver({ expires: asOf })])).toEqual(["waived"]);
  });

  it("fail the check once they run out, and the finding counts again", () => {
    const late = waiver({ expires: "2026-11-24" });
    expect(verdictOf([late])).toEqual(["fail"]);
    expect(verdictOf([late], "waiver-expired")).toEqual(["fail"]);
    expect(verdictOf([late], "waiver-unused")).toEqual([]);
  });

  it("fail the check when they match nothing", () => {
    const idle = waiver({ address: "aws_iot_policy.gone" });
    expect(verdictOf([idle])).toEqual(["fail"]);
    const [finding] = check(inputs, [idle], { asOf }, policy).report.results.filter((result) => result.rule === "waiver-unused");
    expect(finding).toMatchObject({ verdict: "fail", location: { file: "waivers.yaml", line: 3 } });
  });

  it("end when the value they were given for changes", () => {
    const facts = policy.evaluate(wasmInput(inputs[0]?.resources ?? []))[RULE] ?? [];
    const seen = facts[0]?.actual;
    expect(verdictOf([waiver({ valueHash: hashOfValue(seen) })])).toEqual(["waived"]);
    expect(verdictOf([waiver({ valueHash: hashOfValue("something else") })])).toEqual(["fail"]);
    expect(verdictOf([waiver({ valueHash: hashOfValue("something else") })], "waiver-value-changed")).toEqual(["fail"]);
  });

  it("match globs in linear time and only whole addresses", () => {
    expect(matches("a.*", "a.b[0]")).toBe(true);
    expect(matches("*.b", "a.b[0]")).toBe(false);
    expect(matches("module.*.aws_s3_bucket.*", 'module.x["a.b"].aws_s3_bucket.y')).toBe(true);
    expect(matches("a*a", "a")).toBe(false);
    expect(matches(`${"*a".repeat(5_000)}`, "b".repeat(20_000))).toBe(false);
  });
});

describe("accepted deviations", () => {
  const deviation = (until: string): Deviation => ({
    control: RULE,
    address: "aws_iot_policy.wide",
    constructPath: "stack/wide",
    property: "policy",
    given: "iot:*",
    baseline: "narrow",
    reason: "a lab account",
    until,
  });

  it("waive the rule of the same name on their resource until their date", () => {
    const judge = (until: string): string[] =>
      check([inputOf([wide("aws_iot_policy.wide"), wide("aws_iot_policy.other")], [deviation(until)])], [], { asOf }, policy)
        .report.results.filter((result) => result.rule === RULE || result.rule.startsWith("waiver-"))
        .map((result) => `${result.rule} ${result.address} ${result.verdict}`);
    expect(judge("2026-12-01")).toEqual([`${RULE} aws_iot_policy.other fail`, `${RULE} aws_iot_policy.wide waived`]);
    // The rule is critical: nobody may look away for longer than 90 days, whatever the stack says.
    expect(judge("2027-02-23")).toEqual([`${RULE} aws_iot_policy.other fail`, `${RULE} aws_iot_policy.wide waived`]);
    expect(judge("2027-02-24").sort()).toEqual(
      [`${RULE} aws_iot_policy.other fail`, `${RULE} aws_iot_policy.wide waived`, "waiver-too-long aws_iot_policy.wide fail"].sort(),
    );
    expect(judge("2026-11-01").sort()).toEqual(
      [`${RULE} aws_iot_policy.other fail`, `${RULE} aws_iot_policy.wide fail`, "waiver-expired aws_iot_policy.wide fail"].sort(),
    );
  });
});

describe("large inputs", () => {
  /** Buckets with companions by reference or by name, a key that all share, and one account setting. */
  const stack = (buckets: number): readonly Resource[] => [
    resource("aws_kms_key.shared", "aws_kms_key", { enable_key_rotation: true }),
    resource("aws_iot_logging_options.one", "aws_iot_logging_options", { default_log_level: "INFO" }),
    ...Array.from({ length: buckets }, (_, index) => {
      const bucket = index % 2 === 0 ? { $unknown: "reference", refs: [`aws_s3_bucket.b[${index}]`], attribute: "id" } : `bucket-${index}`;
      return [
        resource(`aws_s3_bucket.b[${index}]`, "aws_s3_bucket", { bucket: `bucket-${index}` }),
        ...(index % 3 === 0
          ? [
              resource(`aws_s3_bucket_versioning.b[${index}]`, "aws_s3_bucket_versioning", {
                bucket,
                versioning_configuration: [{ status: "Enabled" }],
              }),
            ]
          : []),
        resource(`aws_s3_bucket_server_side_encryption_configuration.b[${index}]`, "aws_s3_bucket_server_side_encryption_configuration", {
          bucket,
          rule: [
            {
              apply_server_side_encryption_by_default: [
                { sse_algorithm: "aws:kms", kms_master_key_id: { $unknown: "reference", refs: ["aws_kms_key.shared"], attribute: "arn" } },
              ],
            },
          ],
        }),
      ];
    }).flat(),
  ];

  it("are judged in chunks with the same facts as in one piece", () => {
    const resources = stack(700);
    expect(chunksOf(resources).length).toBeGreaterThan(1);
    const whole = policy.evaluate(wasmInput(resources));
    const chunked = evaluate(policy, resources);
    const flat = (facts: Iterable<readonly [string, readonly Fact[]]>): readonly string[] =>
      [...facts].flatMap(([rule, list]) => list.map((fact) => JSON.stringify([rule, fact]))).sort();
    expect(flat([...chunked].map(([rule, byAddress]) => [rule, [...byAddress.values()].flat()] as const))).toEqual(
      flat(Object.entries(whole)),
    );
  });

  it("put every resource into exactly one chunk that judges it", () => {
    const resources = stack(700);
    const chunks = chunksOf(resources);
    for (const { address } of resources)
      expect(
        chunks.filter((chunk) => chunk.judges("s3-bucket-versioned", address)),
        address,
      ).toHaveLength(1);
  });
});
