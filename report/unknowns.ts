import { type CheckResult, SEVERITIES, type Severity } from "../model/finding.js";
import { groupBy } from "../model/group.js";
import { plural } from "./text.js";

/** Unknown results that say the same of the same resource: a policy document that cannot be read leaves a dozen rules without an answer. */
export interface UnknownGroup {
  /** The first of `results`; address, place, `actual` and `reason` are those of all. */
  readonly first: CheckResult;
  /** In the order of the report: most severe first. */
  readonly results: readonly CheckResult[];
}

/** In the order of the most severe rule that each concerns, then of the report. */
export function groupUnknowns(results: readonly CheckResult[]): readonly UnknownGroup[] {
  const groups = groupBy(
    results.filter(({ verdict }) => verdict === "unknown"),
    ({ location, address, actual, reason }) => JSON.stringify([location.file, address, actual, reason]),
  );
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => rank(a) - rank(b)))
    .map((group) => ({ first: group[0] as CheckResult, results: group }))
    .sort((a, b) => rank(a.first) - rank(b.first));
}

const rank = ({ severity }: CheckResult): number => SEVERITIES.indexOf(severity);

/** `11 results about 1 resource` */
export function countUnknowns(groups: readonly UnknownGroup[]): string {
  const results = groups.reduce((sum, group) => sum + group.results.length, 0);
  const resources = new Set(groups.map(({ first }) => `${first.location.file}\n${first.address}`)).size;
  return `${plural(results, "result")} about ${plural(resources, "resource")}`;
}

/** The results of a group by severity, the worst first. */
export function bySeverity({ results }: UnknownGroup): readonly (readonly [Severity, readonly CheckResult[]])[] {
  return SEVERITIES.flatMap((severity) => {
    const own = results.filter((result) => result.severity === severity);
    return own.length === 0 ? [] : [[severity, own] as const];
  });
}
