import { describe, expect, it } from "vitest";
import type { Json, LiftedInput, Resource } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { loadBundledPolicy, readRuleMetadata } from "../../policies/engine/load.js";
import { isObject, isUnknown, type JsonObject, unknown } from "../../policies/lift/normal.js";
import { AS_OF, type RuleInput, ruleInputs } from "./rule-inputs.js";

/**
 * `concat([...], [for ...])` is read as a list with one element that is not known and stands for any number of them. A verdict on such a list must hold
 * whatever the element turns out to be, nothing among it. Tried on every policy document of the rules' good and bad examples.
 */
const policy = loadBundledPolicy();
const rules = readRuleMetadata();

const EVERYTHING = { Effect: "Allow", Action: "*", Resource: "*", Principal: "*" };
const TLS_ONLY = { Effect: "Deny", Action: "*", Resource: "*", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } };
const ELEMENTS = ["Action", "Resource", "NotAction"] as const;

type Path = readonly (string | number)[];
interface Place {
  readonly example: RuleInput;
  readonly input: LiftedInput;
  readonly resource: Resource;
  /** Of the list. */
  readonly path: Path;
  readonly list: readonly Json[];
  /** What the unknown element may be. */
  readonly worst: readonly Json[];
}

/** Explicit denial wins over whatever is allowed beside it; the rule wants none of it written all the same. */
const STRICTER_THAN_AWS: ReadonlySet<string> = new Set(["iot-quarantine-group"]);

const EXAMPLES = ruleInputs().filter(({ prefix, kind, rule }) => prefix !== "" && kind !== "unknown" && !STRICTER_THAN_AWS.has(rule));
const asList = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);

const places: readonly Place[] = EXAMPLES.flatMap((example) =>
  example.inputs.flatMap((input) =>
    input.resources.flatMap((resource) =>
      listsIn(resource.values as unknown as Json, []).map((list) => ({ example, input, resource, ...list })),
    ),
  ),
);

function listsIn(value: Json, path: Path): readonly Pick<Place, "path" | "list" | "worst">[] {
  if (Array.isArray(value)) return value.flatMap((inner: Json, at) => listsIn(inner, [...path, at]));
  if (!isObject(value) || isUnknown(value)) return [];
  const statements = value.Statement === undefined || isUnknown(value.Statement) ? [] : asList(value.Statement);
  return [
    ...(statements.length === 0 ? [] : [{ path: [...path, "Statement"], list: statements, worst: [EVERYTHING, TLS_ONLY] }]),
    ...statements.flatMap((statement, at) =>
      ELEMENTS.flatMap((element) => {
        const given = isObject(statement) && !isUnknown(statement) ? statement[element] : undefined;
        if (given === undefined || isUnknown(given)) return [];
        const of = Array.isArray(value.Statement) ? [at] : [];
        return [{ path: [...path, "Statement", ...of, element], list: asList(given), worst: ["*"] }];
      }),
    ),
    ...Object.entries(value).flatMap(([key, inner]) => listsIn(inner, [...path, key])),
  ];
}

function withAt(value: Json, [step, ...rest]: Path, given: Json): Json {
  if (step === undefined) return given;
  if (Array.isArray(value)) return value.map((inner: Json, at) => (at === step ? withAt(inner, rest, given) : inner));
  const object = value as JsonObject;
  return { ...object, [step]: withAt(object[step] as Json, rest, given) };
}

/** The verdict on each address; a failure counts more than an unknown, that more than a pass. */
function verdicts({ example, input, resource, path }: Place, list: readonly Json[]): ReadonlyMap<string, string> {
  const values = withAt(resource.values as unknown as Json, path, list as Json) as unknown as Resource["values"];
  const resources = input.resources.map((each) => (each === resource ? { ...resource, values } : each));
  const settings = { asOf: AS_OF, only: [example.rule], all: true };
  const { results } = check([{ ...input, resources }], [], settings, policy, rules).report;
  const worst = new Map<string, string>();
  for (const wanted of ["pass", "unknown", "fail"])
    for (const { address, verdict } of results) if (verdict === wanted) worst.set(address, verdict);
  return worst;
}

describe("an element of a list that is not known", () => {
  it("is tried in every kind of list", () => {
    expect(places.length).toBeGreaterThan(200);
    expect(new Set(places.map(({ path }) => path.at(-1)))).toEqual(new Set(["Statement", ...ELEMENTS]));
  });

  it("lets a rule pass or fail only where every list that it may stand for does", () => {
    const wrong = places.flatMap((place) => {
      const { list, worst, example, path } = place;
      const told = verdicts(place, [...list, unknown("expression") as unknown as Json]);
      return [list, ...worst.map((each) => [...list, each])].flatMap((possible) =>
        [...verdicts(place, possible)].flatMap(([address, verdict]) =>
          told.get(address) === "unknown" || verdict === "unknown" || told.get(address) === verdict
            ? []
            : [
                `${example.rule}: ${address} ${path.join(".")}: ${told.get(address)}, and ${verdict} with ${JSON.stringify(possible.at(-1))}`,
              ],
        ),
      );
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
