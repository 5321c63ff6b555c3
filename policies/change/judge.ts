import type { Fact, RuleMeta } from "../../model/finding.js";
import type { Json, LiftedInput, Resource } from "../../model/resource.js";
import { isUnknown, own } from "../lift/normal.js";
import { CONTROLS, EVIDENCE, type Kept } from "./table.js";

const TABLES: Readonly<Record<string, Readonly<Record<string, Kept>>>> = {
  "change-keeps-evidence": EVIDENCE,
  "change-keeps-controls": CONTROLS,
};

/** What a plan changes in or takes away from what was there, with the facts of one change rule. */
export interface JudgedChange {
  readonly resources: readonly Resource[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
}

/** Resources that the plan updates, replaces or destroys; what it only creates cannot weaken anything. */
export function judgeChange(rule: RuleMeta, input: LiftedInput): JudgedChange {
  const table = TABLES[rule.id] ?? {};
  const all = [...input.resources, ...(input.deleted ?? [])];
  // The change first: of most plans that are made anew nothing is left then.
  const resources = all.filter((resource) => (isDestroyed(resource) || isUpdated(resource)) && Object.hasOwn(table, resource.type));
  if (resources.length === 0) return { resources, facts: new Map() };
  const gone = goneBuckets(all);
  // A trail that is no longer managed goes on writing.
  const evidence = evidenceBuckets([...all, ...(input.forgotten ?? [])]);
  const facts = new Map<string, Fact[]>();
  for (const resource of resources) {
    const kept = table[resource.type] as Kept;
    // What belonged to a bucket that is destroyed goes with it; the bucket's own verdict says so.
    const found = isDestroyed(resource) && isCompanion(resource) && gone.has(nameOf(resource)) ? [] : factsOf(resource, kept, evidence);
    if (found.length > 0) facts.set(resource.address, found);
  }
  return { resources, facts };
}

function factsOf(resource: Resource, kept: Kept, evidence: ReadonlySet<string>): Fact[] {
  const { address } = resource;
  if (isDestroyed(resource)) {
    const falls = kept.destroying === "counts" || (kept.destroying === "if-evidence-bucket" && isEvidenceBucket(resource, evidence));
    return falls
      ? [{ address, verdict: "fail", path: "", reason: isReplaced(resource) ? "replaced-by-another" : "destroyed-by-the-change" }]
      : [];
  }
  if (kept.destroying === "if-evidence-bucket" && !isEvidenceBucket(resource, evidence)) return [];
  return kept.settings.flatMap(({ path, weaker }): Fact[] => {
    const before = dig(resource.before, path);
    const after = dig(resource.values, path);
    const where = path.join(".");
    // As weak as a value can be: if even that is no weaker than before, it does not matter what it will be.
    if (isUnknown(after))
      return weaker(before, undefined) === undefined
        ? []
        : [{ address, verdict: "unknown", path: where, reason: "expression-unresolved", detail: where }];
    const reason = weaker(before, after);
    return reason === undefined
      ? []
      : [{ address, verdict: "fail", path: where, ...(after === undefined ? {} : { actual: after }), reason, detail: where }];
  });
}

const isDestroyed = ({ actions = [] }: Resource): boolean => actions.includes("delete");
const isReplaced = ({ actions = [] }: Resource): boolean => actions.includes("delete") && actions.includes("create");
const isUpdated = ({ actions = [], before }: Resource): boolean => actions.includes("update") && before !== undefined;
const isCompanion = ({ type }: Resource): boolean => type.startsWith("aws_s3_bucket_");

/** The values before the change; of what is destroyed and not made again, the lift gives them as its values. */
const earlier = (resource: Resource): Resource["values"] => resource.before ?? resource.values;

function nameOf(resource: Resource): string {
  const name = earlier(resource).bucket;
  return typeof name === "string" ? name : "";
}

const goneBuckets = (all: readonly Resource[]): ReadonlySet<string> =>
  new Set(all.filter((resource) => resource.type === "aws_s3_bucket" && isDestroyed(resource)).map(nameOf));

/** Which attribute of which type names a bucket that logs are written to. */
const LOG_TARGETS: Readonly<Record<string, string>> = {
  aws_cloudtrail: "s3_bucket_name",
  aws_config_delivery_channel: "s3_bucket_name",
  aws_flow_log: "log_destination",
  aws_s3_bucket_logging: "target_bucket",
};

function evidenceBuckets(all: readonly Resource[]): ReadonlySet<string> {
  return new Set(
    all.flatMap((resource) => {
      const attribute = LOG_TARGETS[resource.type];
      const target = attribute === undefined ? undefined : earlier(resource)[attribute];
      return typeof target === "string" ? [target.replace(/^arn:[^:]*:s3:::/, "").replace(/\/.*$/, "")] : [];
    }),
  );
}

const isEvidenceBucket = (bucket: Resource, evidence: ReadonlySet<string>): boolean =>
  earlier(bucket).object_lock_enabled === true || evidence.has(nameOf(bucket));

function dig(values: Resource["values"] | undefined, path: readonly string[]): Json | undefined {
  let at: unknown = values;
  for (const key of path) {
    const block = Array.isArray(at) ? at[0] : at;
    if (isUnknown(block)) return block as unknown as Json;
    at = own(block, key);
  }
  return at === null ? undefined : (at as Json | undefined);
}
