import { hash } from "node:crypto";
import { type CheckResult, type Fact, type RuleMeta, SEVERITIES, type Verdict } from "../../model/finding.js";
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
  count: (verdict: Verdict) => void,
): Judged[] {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources) {
    // A data source only reads what others own; it is judged where nothing is ever created (a policy document).
    if (resource.mode === "data" && isManagedType(resource.type)) continue;
    const list = byType.get(resource.type);
    if (list === undefined) byType.set(resource.type, [resource]);
    else list.push(resource);
  }
  const results: Judged[] = [];
  for (const rule of rules) {
    const found = facts.get(rule.id);
    for (const type of rule.resourceTypes) {
      for (const resource of byType.get(type) ?? []) {
        const own = found?.get(resource.address);
        if (own === undefined) {
          if (keepPasses) results.push({ result: resultOf(rule, resource, undefined, "pass") });
          else count("pass");
          continue;
        }
        for (const fact of distinct(own)) {
          if (fact.verdict === "not-applicable" && !keepPasses) count("not-applicable");
          else
            results.push({
              result: resultOf(rule, resource, fact, fact.verdict),
              ...(fact.actual === undefined ? {} : { seen: fact.actual }),
            });
        }
      }
    }
  }
  return results;
}

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

function resultOf(rule: RuleMeta, resource: Resource, fact: Fact | undefined, verdict: Verdict): CheckResult {
  const reason = fact === undefined ? undefined : reasonOf(fact);
  const { file, line, column } = resource.location;
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict,
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
