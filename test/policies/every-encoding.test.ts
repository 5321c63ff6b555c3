import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { loadRules } from "../../policies/index.js";
import { liftPath } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { casesFile, ENCODED, type EncodingCase, encodingCases, nameOf } from "./encoding-cases.js";
import { REGISTRY_TYPES } from "./registry-types.js";

const CASES = encodingCases();

/** What a rule says of each of the example's resources, in their order, wherever they stand. */
function verdicts(
  { rule }: EncodingCase,
  input: LiftedInput,
  beside: readonly Resource[],
  addresses: readonly string[],
): readonly string[] {
  const alone = { ...input, resources: [...input.resources.filter(({ address }) => addresses.includes(address)), ...beside] };
  expect(alone.resources).toHaveLength(addresses.length + beside.length);
  return check([alone], [], { asOf: "2026-11-25", all: true })
    .report.results.filter((result) => result.rule === rule && addresses.includes(result.address))
    .map((result) =>
      [addresses.indexOf(result.address), result.verdict, result.detail ?? "", result.actual, result.reason ?? ""].join(" | "),
    )
    .sort();
}

describe("every rule on a type the provider lacks", () => {
  it("has a good and a bad example here, on that type", () => {
    const onTypes = loadRules().filter(({ resourceTypes }) => resourceTypes.some((type) => REGISTRY_TYPES.has(type)));
    // It judges services by a table of dates and has its examples elsewhere: test/policies/encodings.test.ts need not know the day.
    const rules = onTypes.map(({ id }) => id).filter((id) => id !== "service-lifecycle-open");
    expect(CASES.map(nameOf).sort()).toEqual(rules.flatMap((rule) => [`${rule}/bad`, `${rule}/good`]).sort());
  });

  it("stands on types that together are all of them, save those named", () => {
    const judged = new Set(CASES.flatMap(({ types }) => types.map(({ type }) => type)));
    // Tags of these two are judged by the same lines as those of the package.
    expect([...REGISTRY_TYPES.keys()].filter((type) => !judged.has(type))).toEqual(["AWS::IoT::CustomMetric", "AWS::IoT::Dimension"]);
  });
});

describe("in a real plan", () => {
  let plan: LiftedInput;
  beforeAll(async () => {
    const [first] = await liftPath(join(ENCODED, "plan.json"));
    if (first === undefined) throw new Error("no plan");
    plan = first;
  });

  it("stand the examples as they are now (make-example-plans.ts plans them anew)", () => {
    expect(readFileSync(join(ENCODED, "cases.json"), "utf8")).toBe(casesFile(CASES));
  });

  it.each(CASES.map((one) => ({ name: nameOf(one), one })))(
    "$name gets one verdict through Cloud Control and in JSON and YAML templates",
    ({ name, one }) => {
      const at = (address: (index: number) => string): readonly string[] =>
        verdicts(
          one,
          plan,
          one.beside,
          one.types.map((_, index) => address(index)),
        );
      const direct = at((index) => `aws_cloudcontrolapi_resource.case["${name}/${index}"]`);
      expect(direct.some((verdict) => verdict.includes(one.kind === "good" ? "pass" : "fail"))).toBe(true);
      expect(at((index) => `aws_cloudformation_stack.case_json["${name}"]#R${index}`)).toEqual(direct);
      expect(at((index) => `aws_cloudformation_stack.case_yaml["${name}"]#R${index}`)).toEqual(direct);
    },
  );
});

describe("in a synthesized stack", () => {
  it.each(CASES.map((one) => ({ name: nameOf(one), one })))("$name gets one verdict in all four encodings", ({ one }) => {
    const [direct, ...others] = ENCODINGS.map((encode) => judged(one, encode));
    expect(direct?.some((verdict) => verdict.includes(one.kind === "good" ? "pass" : "fail"))).toBe(true);
    for (const other of others) expect(other).toEqual(direct);
  });

  it.each(CASES.filter(({ kind }) => kind === "bad").map((one) => ({ name: nameOf(one), one })))(
    "$name with a property that is known only after apply is as undecided in all four encodings",
    ({ one }) => {
      for (const property of new Set(one.types.flatMap(({ properties }) => Object.keys(properties)))) {
        const later = one.types.map(({ type, properties }) => ({
          type,
          properties: property in properties ? { ...properties, [property]: LATER } : properties,
        }));
        // Templates give the text around a reference too, so that the reason may be another.
        const [direct, ...others] = ENCODINGS.map((encode) => judged({ ...one, types: later }, encode).map(withoutReason));
        for (const other of others) expect(other, property).toEqual(direct);
      }
    },
  );
});

const LATER = "${aws_sqs_queue.later.arn}";
const withoutReason = (verdict: string): string => verdict.split(" | ").slice(0, 2).join(" | ");

type Types = EncodingCase["types"];
type Encoding = (types: Types) => { readonly resource: JsonObject; readonly address: (index: number) => string };

function judged(one: EncodingCase, encode: Encoding): readonly string[] {
  const { resource, address } = encode(one.types);
  const text = JSON.stringify({ resource: { ...resource, aws_sqs_queue: { later: { name: "later" } } } });
  const input = liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text);
  return verdicts(
    one,
    input,
    one.beside,
    one.types.map((_, index) => address(index)),
  );
}

/** Terraform reads `${` as its own: what the document itself means by it is written `$${`. */
const escaped = (text: string): string => text.replaceAll("${", "$${").replaceAll(`$${LATER}`, LATER);
const literal = (value: unknown): unknown => JSON.parse(escaped(JSON.stringify(value)));

const ENCODINGS: readonly Encoding[] = [
  (types) => ({
    resource: {
      aws_cloudcontrolapi_resource: Object.fromEntries(
        types.map(({ type, properties }, index) => [`r${index}`, { type_name: type, desired_state: escaped(JSON.stringify(properties)) }]),
      ),
    },
    address: (index) => `aws_cloudcontrolapi_resource.r${index}`,
  }),
  inTemplate((template) => JSON.stringify(template)),
  inTemplate((template) => stringify(template)),
  (types) => ({
    resource: Object.fromEntries(
      [...new Set(types.map(({ type }) => type))].map((type) => [
        awsccType(type),
        Object.fromEntries(
          types.flatMap((one, index) => (one.type === type ? [[`r${index}`, literal(spelt(one.properties)) as JsonObject] as const] : [])),
        ),
      ]),
    ),
    address: (index) => `${awsccType(types[index]?.type ?? "")}.r${index}`,
  }),
];

function inTemplate(write: (template: object) => string): Encoding {
  return (types) => ({
    resource: {
      aws_cloudformation_stack: {
        s: {
          name: "s",
          template_body: escaped(
            write({
              Resources: Object.fromEntries(
                types.map(({ type, properties }, index) => [`R${index}`, { Type: type, Properties: properties }]),
              ),
            }),
          ),
        },
      },
    },
    address: (index) => `aws_cloudformation_stack.s#R${index}`,
  });
}

/*
 * The spelling of hashicorp/awscc: a word begins at each capital, and a run of capitals is one word.
 * Source: registry.terraform.io/providers/hashicorp/awscc/latest/docs, resources iot_*
 */
const awsccType = (type: string): string => `awscc_iot_${awsccName(type.split("::")[2] ?? "")}`;
const awsccName = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();

/** Keys of these maps are the author's own. */
const OWN_KEYS: ReadonlySet<string> = new Set(["AlertTargets", "Attributes"]);

function spelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelt);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      awsccName(key),
      OWN_KEYS.has(key) ? Object.fromEntries(Object.entries(inner as object).map(([own, one]) => [own, spelt(one)])) : spelt(inner),
    ]),
  );
}
