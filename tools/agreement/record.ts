import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Resource } from "../../model/resource.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { EXAMPLE_PLANS, EXAMPLES, type ExamplePlans, KINDS, planOf } from "../../test/policies/example-plans.js";

const ELSEWHERE = resolve(import.meta.dirname, "../../test/fixtures/elsewhere");

/** What other checkers say of the plans compared. */
export const RECORD = join(ELSEWHERE, "verdicts.json");
/** Types that the examples lack, each as it is by default and as others ask for it. */
const FURTHER = join(ELSEWHERE, "further", "plan.json");

export const PEERS = ["checkov", "trivy", "kics", "regula"] as const;
export type Peer = (typeof PEERS)[number];

/** Names of plans by check: those with a resource that fails it, and those where every resource it looks at passes. */
export interface Verdicts {
  readonly failed: Readonly<Record<string, readonly string[]>>;
  readonly passed: Readonly<Record<string, readonly string[]>>;
}

export interface PeerRecord extends Verdicts {
  readonly version: string;
  /** Those asked about. */
  readonly checks: readonly string[];
  /** Digest of each plan that was judged. */
  readonly plans: Readonly<Record<string, string>>;
}

export type VerdictRecord = { readonly [peer in Peer]?: PeerRecord };

/** A small plan, the same for us and for others. */
export interface ComparedPlan {
  /** `rds-storage-encrypted/bad`, or the address of a further resource. */
  readonly name: string;
  /** Whose example it is. */
  readonly rule?: string;
  readonly plan: JsonObject;
  readonly digest: string;
}

/** The examples of every rule over Terraform, and each further resource by itself. */
export function comparedPlans(): readonly ComparedPlan[] {
  const { plan } = JSON.parse(readFileSync(EXAMPLE_PLANS, "utf8")) as ExamplePlans;
  const examples = EXAMPLES.flatMap(({ rule }) =>
    KINDS.map((kind) => compared(`${rule}/${kind}`, planOf(plan, rule, kind) as unknown as JsonObject, rule)),
  );
  const further = JSON.parse(readFileSync(FURTHER, "utf8")) as FurtherPlan;
  return [...examples, ...further.planned_values.root_module.resources.map(({ address }) => compared(address, alone(further, address)))];
}

export const readRecord = (): VerdictRecord => JSON.parse(readFileSync(RECORD, "utf8")) as VerdictRecord;

/** Our reading of a plan that is compared. */
export const resourcesIn = ({ name, plan }: ComparedPlan): readonly Resource[] => liftPlan(name, plan, "").resources;

function compared(name: string, plan: JsonObject, rule?: string): ComparedPlan {
  const digest = createHash("sha256").update(JSON.stringify(plan)).digest("hex").slice(0, 16);
  return rule === undefined ? { name, plan, digest } : { name, rule, plan, digest };
}

interface Addressed {
  readonly address: string;
}

interface FurtherPlan {
  readonly planned_values: { readonly root_module: { readonly resources: readonly Addressed[] } };
  readonly resource_changes: readonly Addressed[];
  readonly configuration: { readonly root_module: { readonly resources: readonly Addressed[] } };
}

function alone(plan: FurtherPlan, address: string): JsonObject {
  const only = (list: readonly Addressed[]): readonly Addressed[] => list.filter((one) => one.address === address);
  return {
    ...plan,
    planned_values: { root_module: { resources: only(plan.planned_values.root_module.resources) } },
    resource_changes: only(plan.resource_changes),
    configuration: { ...plan.configuration, root_module: { resources: only(plan.configuration.root_module.resources) } },
  } as unknown as JsonObject;
}
