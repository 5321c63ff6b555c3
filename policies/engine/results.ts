import { hash } from "node:crypto";
import { type CheckResult, type Fact, type RuleMeta, SEVERITIES, type Verdict } from "../../model/finding.js";
import { groupBy } from "../../model/group.js";
import type { Resource } from "../../model/resource.js";
import { isManagedType } from "../lift/provider-schema.js";
import type { FactIndex } from "./evaluate.js";
import type { Judged } from "./waivers.js";
import { actualOf, reasonOf } from "./words.js";

/** SHA-256 over rule, address and detail, 16 hex digits: stable over runs and line moves. */
export const fingerprintOf = (rule: string, address: string, detail: string | undefined): string =>
  hash("sha256", `${rule}\n${address}\n${detail ?? ""}`, "hex").slice(0, 16);

const WORST: readonly Fact["verdict"][] = ["fail", "unknown", "not-applicable"];

/**
 * One result per rule, resource in its scope and detail. A resource in scope without a fact passes.
 * @param keepPasses false drops passes and results that do not apply: they are counted through `count` only
 */
export function resultsOf(
  rules: readonly RuleMeta[],
  resources: readonly Resource[],
  facts: FactIndex,
  keepPasses: boolean,
  count: (verdict: Verdict, number: number) => void,
): Judged[] {
  const judged = resources.filter(isJudged);
  const byType = groupBy(judged, ({ type }) => type);
  const byAddress = facts.size === 0 ? new Map<string, readonly Resource[]>() : groupBy(judged, ({ address }) => address);
  const results: Judged[] = [];
  for (const rule of rules) {
    let passes = 0;
    for (const type of rule.resourceTypes) passes += byType.get(type)?.length ?? 0;
    // Most resources in scope have no fact: they are counted without being looked at.
    for (const [address, found] of facts.get(rule.id) ?? []) {
      for (const resource of byAddress.get(address) ?? []) {
        if (!rule.resourceTypes.includes(resource.type)) continue;
        passes -= 1;
        for (const fact of distinct(found)) {
          if (fact.verdict === "not-applicable" && !keepPasses) count("not-applicable", 1);
          else
            results.push({
              result: resultOf(rule, resource, fact),
              ...(fact.actual === undefined ? {} : { seen: fact.actual }),
              ...(resource.previousAddress === undefined ? {} : { movedFrom: resource.previousAddress }),
            });
        }
      }
    }
    if (keepPasses)
      for (const resource of passing(rule, byType, facts.get(rule.id))) results.push({ result: resultOf(rule, resource, undefined) });
    else count("pass", passes);
  }
  return results;
}

/** A data source only reads what others own; it is judged where nothing is ever created (a policy document). */
const isJudged = ({ mode, type }: Resource): boolean => mode !== "data" || !isManagedType(type);

const passing = (
  { resourceTypes }: RuleMeta,
  byType: ReadonlyMap<string, readonly Resource[]>,
  found: ReadonlyMap<string, unknown> | undefined,
): readonly Resource[] =>
  resourceTypes.flatMap((type) => byType.get(type) ?? []).filter(({ address }) => found === undefined || !found.has(address));

/** Facts that a reader could not tell apart (same detail) become one, the worst; a resource that fails is not also "not applicable". */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length === 1) return facts;
  const judged = facts.some((fact) => fact.verdict !== "not-applicable")
    ? facts.filter((fact) => fact.verdict !== "not-applicable")
    : facts;
  const byDetail = new Map<string, Fact>();
  for (const fact of judged) {
    const before = byDetail.get(fact.detail ?? "");
    if (before === undefined || rank(fact) < rank(before) || (rank(fact) === rank(before) && fact.path < before.path))
      byDetail.set(fact.detail ?? "", fact);
  }
  return [...byDetail.values()];
}

const rank = (fact: Fact): number => WORST.indexOf(fact.verdict);

/** @param fact left out of what passes */
function resultOf(rule: RuleMeta, resource: Resource, fact: Fact | undefined): CheckResult {
  const reason = fact === undefined ? undefined : reasonOf(fact);
  const { file, line, column } = resource.location;
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict: fact === undefined ? "pass" : fact.verdict,
    address: resource.address,
    ...(resource.constructPath === undefined ? {} : { constructPath: resource.constructPath }),
    ...(fact?.detail === undefined ? {} : { detail: fact.detail }),
    expected: rule.expected,
    actual: fact === undefined ? "as expected" : actualOf(fact),
    ...(reason === undefined ? {} : { reason }),
    obligations: rule.obligations,
    fix: rule.fix,
    location: { file, line, column },
    ...(resource.source === undefined ? {} : { source: resource.source }),
    fingerprint: fingerprintOf(rule.id, resource.address, fact?.detail),
  };
}

/** Most severe first, then by rule, address and detail; the order never depends on the locale or on the input's order. */
export function compareResults(a: CheckResult, b: CheckResult): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.address, b.address) ||
    compareText(a.detail ?? "", b.detail ?? "") ||
    compareText(a.location.file, b.location.file)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
