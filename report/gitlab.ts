import type { CheckReport, CheckResult, Severity } from "../model/finding.js";
import { type CheckContext, isFinding, pathFrom, placeOf, sentenceOf } from "./check-view.js";

const SEVERITY_WORDS = { critical: "blocker", high: "critical", medium: "major", low: "minor" } as const satisfies Record<Severity, string>;

/** Findings as GitLab Code Quality JSON. Source: docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function checkGitlab(report: CheckReport, { root }: CheckContext): string {
  const unique = uniquely();
  const issues = report.results.filter(isFinding).map((result) => ({
    description: sentenceOf(result),
    check_name: result.rule,
    fingerprint: unique(result.fingerprint),
    severity: severityOf(result),
    location: { path: pathFrom(root, placeOf(result).file) || ".", lines: { begin: Math.max(1, placeOf(result).line) } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

const severityOf = ({ verdict, baseline, severity }: CheckResult): string =>
  verdict === "unknown" || baseline === "known" ? "info" : SEVERITY_WORDS[severity];

/** GitLab drops a second issue of one fingerprint; two stacks with the same addresses have them. */
function uniquely(): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  };
}
