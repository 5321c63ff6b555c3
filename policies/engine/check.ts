import { type CheckReport, type CheckResult, type RuleMeta, SEVERITIES, type Severity, type Verdict } from "../../model/finding.js";
import type { Deviation, LiftedInput, Resource } from "../../model/resource.js";
import { evaluate } from "./evaluate.js";
import { loadBundledPolicy, type Policy, readRuleMetadata } from "./load.js";
import { compareResults, resultsOf } from "./results.js";
import { applyWaivers, type Judged, type PlacedWaiver } from "./waivers.js";

export interface CheckSettings {
  /** Findings of this severity or worse fail the check. Default `low`: every finding. */
  readonly failOn?: Severity;
  /** An unknown fails the check like a finding. Default false. */
  readonly strict?: boolean;
  /** Also lists passes and results that do not apply. Default false: they are counted only. */
  readonly all?: boolean;
  /** ISO date (YYYY-MM-DD) against which waivers and deviations run out. */
  readonly asOf: string;
}

export interface CheckOutcome {
  readonly report: CheckReport;
  /** Whether `failOn` and `strict` say that this check fails (exit code 1). */
  readonly failed: boolean;
}

/** Judges lifted inputs by a policy. Same inputs, same settings: same report, to the byte. */
export function check(
  inputs: readonly LiftedInput[],
  waivers: readonly PlacedWaiver[],
  settings: CheckSettings,
  policy: Policy = loadBundledPolicy(),
  rules: readonly RuleMeta[] = readRuleMetadata(),
): CheckOutcome {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, unknown: 0, waived: 0, "not-applicable": 0 };
  const judged = universesOf(inputs).flatMap((universe) => judge(universe, policy, rules, settings.all === true, counts));
  const deviations = inputs.flatMap((input) => input.deviations);
  const results = [...applyWaivers(onePerFinding(judged), waivers, uniqueDeviations(deviations), settings.asOf)].sort(compareResults);
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const result of results) {
    counts[result.verdict] += 1;
    if (result.verdict === "fail") bySeverity[result.severity] += 1;
  }
  const report: CheckReport = {
    schema: "bulwark.check/1",
    inputs: inputs.map(({ path, kind, resources, resourcesInInput }) => ({
      path,
      kind,
      resources: { inInput: resourcesInInput, lifted: resources.length },
    })),
    summary: { ...counts, bySeverity },
    results,
  };
  return { report, failed: fails(results, settings) };
}

function fails(results: readonly CheckResult[], { failOn = "low", strict = false }: CheckSettings): boolean {
  const floor = SEVERITIES.indexOf(failOn);
  return results.some(
    (result) => (result.verdict === "fail" || (strict && result.verdict === "unknown")) && SEVERITIES.indexOf(result.severity) <= floor,
  );
}

/** Resources that may refer to each other. */
interface Universe {
  readonly own: readonly Resource[];
  readonly beside: readonly Resource[];
}

/**
 * One universe per stack, with all documents beside it; the documents themselves are judged in the first. A synth whose resources are all in a
 * plan among the inputs is the same stack seen earlier: the plan knows more, so the synth lends it its construct paths and is not judged twice.
 */
function universesOf(inputs: readonly LiftedInput[]): readonly Universe[] {
  const documents = inputs.filter((input) => input.kind === "document").flatMap((input) => input.resources);
  const plans = inputs.filter((input) => input.kind === "plan" || input.kind === "state");
  const planned = plans.map((input) => new Set(input.resources.map((resource) => unindexed(resource.address))));
  const stacks = inputs.filter(
    (input) => input.kind !== "document" && !(input.kind === "synth" && planned.some((addresses) => covers(addresses, input.resources))),
  );
  if (stacks.length === 0) return documents.length === 0 ? [] : [{ own: documents, beside: [] }];
  return stacks.map((input, index) =>
    index === 0 ? { own: [...input.resources, ...documents], beside: [] } : { own: input.resources, beside: documents },
  );
}

const unindexed = (address: string): string => (address.endsWith("]") ? address.slice(0, address.indexOf("[")) : address);

const covers = (addresses: ReadonlySet<string>, resources: readonly Resource[]): boolean => {
  const managed = resources.filter((resource) => resource.mode === "managed");
  return managed.length > 0 && managed.every((resource) => addresses.has(resource.address));
};

function judge(
  universe: Universe,
  policy: Policy,
  rules: readonly RuleMeta[],
  all: boolean,
  counts: Record<Verdict, number>,
): readonly Judged[] {
  const facts = evaluate(policy, universe.beside.length === 0 ? universe.own : [...universe.own, ...universe.beside]);
  return resultsOf(rules, universe.own, facts, all, (verdict) => {
    counts[verdict] += 1;
  });
}

/** Two inputs that show the same resource give one result, the first one's: files are given in the order of their weight. */
function onePerFinding(judged: readonly Judged[]): readonly Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ result }) => {
    const key = `${result.location.file}\n${result.fingerprint}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function uniqueDeviations(deviations: readonly Deviation[]): readonly Deviation[] {
  return [
    ...new Map(deviations.map((deviation) => [`${deviation.control}\n${deviation.address}\n${deviation.property}`, deviation])).values(),
  ];
}
