import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "../../model/finding.js";
import type { Resource } from "../../model/resource.js";
import { type ChunkLimits, chunksOf } from "../../policies/engine/chunks.js";
import { evaluate, wasmInput } from "../../policies/engine/evaluate.js";
import type { Guess } from "../../policies/engine/foresight.js";
import { loadBundledPolicy, type Policy, readRuleMetadata } from "../../policies/engine/load.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { EXAMPLE_PLANS, EXAMPLES, type ExamplePlans, KINDS, planOf } from "./example-plans.js";

const DOSSIER = join(import.meta.dirname, "../../examples/smart-home/dossier");
const PLAN = join(import.meta.dirname, "../fixtures/plans/smart-home.plan.json");
const AS_OF = "2026-11-25";

let policy: Policy;
beforeAll(() => {
  policy = loadBundledPolicy();
});

/** Far smaller than in use, so that the smallest stack falls apart wherever it may. */
const PIECES: readonly ChunkLimits[] = [
  { whole: 0, target: 1, hub: Number.POSITIVE_INFINITY },
  { whole: 0, target: 1, hub: 1 },
  { whole: 0, target: 5, hub: 3 },
];

const inOrder = (facts: Iterable<readonly [string, readonly Fact[]]>): readonly string[] =>
  [...facts].flatMap(([rule, list]) => list.map((fact) => JSON.stringify([rule, fact]))).sort();

const inOnePiece = (resources: readonly Resource[]): readonly string[] =>
  inOrder(Object.entries(policy.evaluate(wasmInput(resources, AS_OF))));

const inPieces = (resources: readonly Resource[], limits: ChunkLimits, guesses: readonly Guess[] = []): readonly string[] =>
  inOrder(
    [...evaluate(policy, resources, AS_OF, limits, readRuleMetadata(), guesses)].map(
      ([rule, byAddress]) => [rule, [...byAddress.values()].flat()] as const,
    ),
  );

/** Guesses that know nothing of what belongs together. */
const everyFew = (resources: readonly Resource[], size: number): readonly Guess[] =>
  Array.from({ length: Math.ceil(resources.length / size) }, (_, at) => ({
    resources: resources.slice(at * size, (at + 1) * size),
    handed: { id: at, input: "", state: new Int32Array(1) },
  }));

const lifted = (plan: unknown): readonly Resource[] => {
  const { resources, blocks = [] } = liftPlan("plan.json", plan as JsonObject, "");
  return [...resources, ...blocks];
};

const res = (address: string, values: object): Resource => {
  const [type = "", name = ""] = address.split(".");
  return { address, type, name, mode: "managed", values: values as Resource["values"], location: { file: "", line: 0, column: 0 } };
};
const ref = (address: string) => ({ $unknown: "reference", refs: [address], attribute: "id" });

/** Devices that share one policy, one group and one table. */
const fleet = (devices: number): readonly Resource[] => [
  res("aws_iot_policy.device", { name: "device", policy: { Statement: [{ Effect: "Allow", Action: "iot:*", Resource: "*" }] } }),
  res("aws_iot_thing_group.fleet", { name: "fleet" }),
  res("aws_dynamodb_table.shadow", { name: "shadow" }),
  ...Array.from({ length: devices }, (_, at) => [
    res(`aws_iot_thing.d${at}`, { name: `d${at}` }),
    res(`aws_iot_certificate.d${at}`, { active: true, csr: "csr" }),
    res(`aws_iot_policy_attachment.d${at}`, { policy: "device", target: ref(`aws_iot_certificate.d${at}`) }),
    res(`aws_iot_thing_principal_attachment.d${at}`, { thing: `d${at}`, principal: ref(`aws_iot_certificate.d${at}`) }),
    res(`aws_iot_thing_group_membership.d${at}`, { thing_name: `d${at}`, thing_group_name: "fleet" }),
    res(`aws_dynamodb_table_item.d${at}`, { table_name: "shadow", hash_key: "id", item: { id: { S: `d${at}` } } }),
  ]).flat(),
];

describe("judged in pieces, the verdicts are those of one single call", () => {
  const examples = JSON.parse(readFileSync(EXAMPLE_PLANS, "utf8")) as ExamplePlans;

  // A rule that fails here asks about the input as a whole, or joins by a name the engine does not know: see beyond-neighbours.ts and links.ts.
  it.each(EXAMPLES.filter(({ rule }) => examplesOf(rule).length > 0))("for the examples of $rule", ({ rule }) => {
    for (const plan of examplesOf(rule)) {
      const resources = lifted(plan);
      const whole = inOnePiece(resources);
      for (const limits of PIECES) {
        expect(inPieces(resources, limits), JSON.stringify(limits)).toEqual(whole);
        for (const size of [1, 2, 5]) expect(inPieces(resources, limits, everyFew(resources, size)), `guesses of ${size}`).toEqual(whole);
      }
    }
  });

  it("for a whole real stack", () => {
    const resources = lifted(JSON.parse(readFileSync(PLAN, "utf8")));
    const whole = inOnePiece(resources);
    for (const limits of PIECES) {
      expect(inPieces(resources, limits)).toEqual(whole);
      for (const size of [1, 3, 40, 200]) expect(inPieces(resources, limits, everyFew(resources, size))).toEqual(whole);
    }
  });

  it("for guesses of which some hold: what a guess holds with all that concerns it is judged as guessed, the rest is not", () => {
    const pair = (name: string, target: object | string) => [
      res(`aws_s3_bucket.${name}`, { bucket: name }),
      res(`aws_s3_bucket_versioning.${name}`, { bucket: target, versioning_configuration: [{ status: "Enabled" }] }),
    ];
    const whole = [...pair("a", ref("aws_s3_bucket.a")), ...pair("b", "b")];
    const torn = pair("c", ref("aws_s3_bucket.c"));
    const resources = [...whole, ...torn];
    const guesses = [whole, torn.slice(0, 1)];
    const chunks = chunksOf(resources, { whole: 0, target: 5, hub: 100 }, guesses);
    expect(chunks.filter(({ guess }) => guess !== undefined).map(({ guess, resources: judged }) => [guess, judged])).toEqual([[0, whole]]);
    const other = chunks.find(({ guess, resources: judged }) => guess === undefined && judged.includes(torn[0] as Resource));
    expect(other?.resources).toEqual(torn);
    const [larger] = chunksOf(resources, { whole: 0, target: 5, hub: 100 }, [[...whole, torn[0] as Resource]]);
    expect(larger?.guess).toBe(0);
    expect(["a", "b", "c"].map((name) => larger?.judges("s3-bucket-versioned", `aws_s3_bucket.${name}`))).toEqual([true, true, false]);
  });

  it("for guesses whose inline policies have one name: nothing refers to those, so both hold", () => {
    const site = (name: string) => [
      res(`aws_iam_role.${name}`, { name: `${name}-delivery`, assume_role_policy: {} }),
      res(`aws_iam_role_policy.${name}`, { name: "delivery", role: ref(`aws_iam_role.${name}`), policy: {} }),
    ];
    const sites = [site("a"), site("b")];
    const chunks = chunksOf(sites.flat(), { whole: 0, target: 2, hub: 100 }, sites);
    expect(chunks.map(({ guess }) => guess)).toEqual([0, 1]);
  });

  it("for guesses where a companion may belong to any bucket: none holds", () => {
    const stray = res("aws_s3_bucket_versioning.stray", { bucket: { $unknown: "expression", refs: [] } });
    const buckets = ["a", "b", "c"].map((name) => res(`aws_s3_bucket.${name}`, { bucket: name }));
    const chunks = chunksOf([...buckets, stray], { whole: 0, target: 5, hub: 100 }, [buckets]);
    expect(chunks.some(({ guess }) => guess !== undefined)).toBe(false);
  });

  it("for a real stack beside its dossier, whose documents speak of any resource", async () => {
    const inputs = await liftInputs([PLAN, DOSSIER]);
    // Without its buckets, so that the documents speak of something that is not there.
    const resources = inputs.flatMap((input) => input.resources).filter(({ type }) => type !== "aws_s3_bucket");
    const whole = inOnePiece(resources);
    expect(whole.some((fact) => fact.includes("#PrivacyRecord/"))).toBe(true);
    for (const limits of PIECES) expect(inPieces(resources, limits)).toEqual(whole);
  });

  it("for a log bucket that hundreds use, with its companions and without", () => {
    const users = Array.from({ length: 600 }, (_, index) => [
      res(`aws_s3_bucket.b${index}`, { bucket: `data-${index}` }),
      res(`aws_s3_bucket_logging.b${index}`, {
        bucket: `data-${index}`,
        target_bucket: index % 2 === 0 ? ref("aws_s3_bucket.log") : "log",
      }),
    ]).flat();
    const log = [
      res("aws_s3_bucket.log", { bucket: "log" }),
      res("aws_s3_bucket_versioning.log", { bucket: ref("aws_s3_bucket.log"), versioning_configuration: [{ status: "Enabled" }] }),
    ];
    for (const resources of [
      [...log, ...users],
      [...users, ...log.slice(0, 1)],
    ]) {
      expect(chunksOf(resources).length).toBeGreaterThan(1);
      expect(inPieces(resources, { whole: 600, target: 400, hub: 100 })).toEqual(inOnePiece(resources));
    }
  });

  it("for a fleet that shares one policy and one group, in pieces that grow no faster than the fleet", () => {
    const limits = { whole: 0, target: 60, hub: 20 };
    const judged = (devices: number) => chunksOf(fleet(devices), limits).reduce((sum, { resources }) => sum + resources.length, 0);
    expect(judged(400)).toBeLessThan(judged(100) * 4.1);
    expect(inPieces(fleet(400), limits)).toEqual(inOnePiece(fleet(400)));
  });

  it("for a policy that a fleet shares: in a guess where all that name it lie in it, else beside all of them", () => {
    const site = fleet(30);
    const outside = res("aws_iot_policy_attachment.outside", { policy: "device", target: "arn:aws:iot:eu-central-1:111122223333:cert/c" });
    const limits = { whole: 0, target: 60, hub: 20 };
    const judging = (resources: readonly Resource[]) =>
      chunksOf(resources, limits, [site]).filter(({ judges }) => judges("iot-policy-least-privilege", "aws_iot_policy.device"));
    expect(judging(site).map(({ guess }) => guess)).toEqual([0]);
    const [beside, ...more] = judging([...site, outside]);
    expect(more).toEqual([]);
    expect(beside?.guess).toBeUndefined();
    expect(beside?.resources.filter(({ type }) => type === "aws_iot_policy_attachment")).toHaveLength(31);
  });

  it("for companions that belong to nobody knows which bucket", () => {
    const resources = [
      ...Array.from({ length: 700 }, (_, index) => res(`aws_s3_bucket.b${index}`, { bucket: `data-${index}` })),
      res("aws_s3_bucket_versioning.stray", {
        bucket: { $unknown: "expression", refs: [] },
        versioning_configuration: [{ status: "Enabled" }],
      }),
    ];
    const whole = inOnePiece(resources);
    expect(whole.filter((fact) => fact.includes('"s3-bucket-versioned"') && fact.includes('"unknown"'))).toHaveLength(700);
    expect(inPieces(resources, { whole: 600, target: 400, hub: 100 })).toEqual(whole);
  });

  it("without tying what has one and the same name: each of them is judged for itself", () => {
    const stack = (name: (at: number) => string) =>
      Array.from({ length: 40 }, (_, at) => [
        res(`aws_s3_bucket.b${at}`, { bucket: name(at) }),
        res(`aws_iam_role.r${at}`, { name: name(at) }),
        res(`aws_lambda_function.f${at}`, { function_name: name(at), runtime: "nodejs12.x" }),
      ]).flat();
    const namesakes = stack(() => "one");
    for (const limits of PIECES) {
      const sizes = (resources: readonly Resource[]) => chunksOf(resources, limits).map((chunk) => chunk.resources.length);
      expect(sizes(namesakes)).toEqual(sizes(stack((at) => `one${at}`)));
      expect(inPieces(namesakes, limits)).toEqual(inOnePiece(namesakes));
    }
  });

  it("for trails, alarms and baselines that answer for each other, and for names of one letter", () => {
    const resources = [
      res("aws_cloudtrail.data", { is_multi_region_trail: true, event_selector: [{ read_write_type: "WriteOnly" }] }),
      res("aws_cloudtrail.all", { is_multi_region_trail: true }),
      res("aws_cloudwatch_metric_alarm.cpu", { alarm_name: "cpu", alarm_actions: [] }),
      res("aws_cloudwatch_composite_alarm.any", {
        alarm_name: "any",
        alarm_rule: "ALARM(cpu)",
        alarm_actions: ["arn:aws:sns:eu-west-1:1:x"],
      }),
      res("aws_ssm_patch_baseline.b", { operating_system: "UBUNTU" }),
      res("aws_ssm_default_patch_baseline.b", { baseline_id: ref("aws_ssm_patch_baseline.b"), operating_system: "UBUNTU" }),
      res("aws_iam_user.u", { name: "u" }),
      res("aws_iam_user_policy_attachment.u", { user: "u", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
      res("aws_iot_thing.a", { name: "a" }),
      res("aws_iot_thing_principal_attachment.a", { thing: "a", principal: "arn:aws:iot:eu-west-1:1:cert/1" }),
      res("aws_iot_thing_principal_attachment.b", { thing: ref("aws_iot_thing.a"), principal: "arn:aws:iot:eu-west-1:1:cert/1" }),
    ];
    const whole = inOnePiece(resources);
    for (const limits of PIECES) expect(inPieces(resources, limits)).toEqual(whole);
  });

  it("for settings of an account that nothing refers to", () => {
    const resources = [
      ...Array.from({ length: 30 }, (_, index) => res(`aws_ebs_volume.v${index}`, {})),
      ...Array.from({ length: 30 }, (_, index) => res(`aws_launch_template.t${index}`, {})),
      res("aws_ebs_encryption_by_default.on", { enabled: true }),
      res("aws_ec2_instance_metadata_defaults.on", { http_tokens: "required" }),
    ];
    const whole = inOnePiece(resources);
    expect(whole.filter((fact) => fact.includes('"ebs-volume-encrypted"'))).toEqual([]);
    for (const limits of PIECES) expect(inPieces(resources, limits)).toEqual(whole);
  });

  it("for what each region has once, and for what stands in one region only", () => {
    const within = (region: string, resource: Resource): Resource => ({ ...resource, region });
    const resources = [
      within("eu", res("aws_inspector2_enabler.eu", { resource_types: ["LAMBDA"] })),
      within("us", res("aws_inspector2_enabler.us", { resource_types: ["EC2"] })),
      ...["a", "b"].map((name) => within("eu", res(`aws_lambda_function.${name}`, {}))),
      within("us", res("aws_lambda_function.c", {})),
      ...["a", "b"].map((name) => within("us", res(`aws_ebs_volume.${name}`, {}))),
      within("eu", res("aws_ebs_encryption_by_default.on", { enabled: true })),
      within("eu", res("aws_ebs_volume.c", {})),
    ];
    const whole = inOnePiece(resources);
    const failing = (rule: string): number =>
      whole.filter((each) => each.startsWith(`["${rule}"`) && each.includes('"verdict":"fail"')).length;
    expect([failing("inspector-covers-the-stack"), failing("ebs-volume-encrypted")]).toEqual([1, 2]);
    for (const limits of PIECES) expect(inPieces(resources, limits)).toEqual(whole);
  });

  it("for entries of a prefix list that very many rules name", () => {
    const resources = [
      res("aws_ec2_managed_prefix_list.all", { name: "all" }),
      res("aws_ec2_managed_prefix_list_entry.all", { cidr: "0.0.0.0/0", prefix_list_id: ref("aws_ec2_managed_prefix_list.all") }),
      ...Array.from({ length: 30 }, (_, index) =>
        res(`aws_vpc_security_group_ingress_rule.r${index}`, {
          from_port: 22,
          to_port: 22,
          ip_protocol: "tcp",
          prefix_list_id: ref("aws_ec2_managed_prefix_list.all"),
        }),
      ),
    ];
    const whole = inOnePiece(resources);
    expect(whole.filter((fact) => fact.includes('"open-to-the-internet"'))).toHaveLength(30);
    for (const limits of PIECES) expect(inPieces(resources, limits)).toEqual(whole);
  });

  function examplesOf(rule: string): readonly unknown[] {
    return KINDS.map((kind) => planOf(examples.plan, rule, kind)).filter((plan) => plan.resource_changes.length > 0);
  }
});
