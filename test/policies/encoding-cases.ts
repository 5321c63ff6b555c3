import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Resource } from "../../model/resource.js";
import { loadRules } from "../../policies/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { EXAMPLE_PLANS, EXAMPLES, type ExamplePlans, planOf } from "./example-plans.js";

/** The examples below in every encoding that hashicorp/aws has, as Terraform planned them; made by `npx tsx test/policies/make-example-plans.ts`. */
export const ENCODED = join(import.meta.dirname, "../fixtures/lift/encodings");

/** A rule's good or bad example, as far as it stands on types that the AWS provider lacks. */
export interface EncodingCase {
  readonly rule: string;
  readonly kind: "good" | "bad";
  readonly types: readonly { readonly type: string; readonly properties: JsonObject }[];
  /** What stands beside them: resources of the provider, the same whatever the encoding. */
  readonly beside: readonly Resource[];
}

/** `rule/kind` */
export const nameOf = ({ rule, kind }: EncodingCase): string => `${rule}/${kind}`;

export function encodingCases(
  plans: ExamplePlans = JSON.parse(readFileSync(EXAMPLE_PLANS, "utf8")) as ExamplePlans,
): readonly EncodingCase[] {
  const onTypes = new Set(
    loadRules()
      .filter(({ resourceTypes }) => resourceTypes.some((type) => type.startsWith("AWS::IoT::")))
      .map(({ id }) => id),
  );
  return EXAMPLES.filter(({ rule }) => onTypes.has(rule)).flatMap(({ rule }) =>
    (["good", "bad"] as const).flatMap((kind): readonly EncodingCase[] => {
      const resources = liftPlan("plan.json", planOf(plans.plan, rule, kind) as unknown as JsonObject, "").resources;
      const types = resources
        .filter(({ type }) => type.startsWith("AWS::IoT::"))
        .map(({ type, values }) => ({ type, properties: values as JsonObject }));
      return types.length === 0 ? [] : [{ rule, kind, types, beside: resources.filter(({ type }) => !type.startsWith("AWS::")) }];
    }),
  );
}

/** What main.tf encodes. */
export const casesFile = (cases: readonly EncodingCase[]): string =>
  `${JSON.stringify(Object.fromEntries(cases.map((one) => [nameOf(one), one.types])), null, 1)}\n`;
