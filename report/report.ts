import type { AttestedClaim } from "../model/documents/kinds/attestation.js";
import type { CheckReport } from "../model/finding.js";
import type { Obligation } from "../model/obligations/types.js";
import type { Report, ReportInput } from "../model/report.js";
import type { RunResult } from "../model/run.js";
import { joinEvidence } from "./join.js";

export interface ReportSources {
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly generatedAt: string;
  readonly bulwark: { readonly version: string; readonly node: string };
  readonly inputs: readonly ReportInput[];
  /** With every verdict, passes too. */
  readonly check: CheckReport | null;
  readonly run: RunResult | null;
  readonly obligations: readonly Obligation[];
  readonly claims: readonly AttestedClaim[];
  /** Day (YYYY-MM-DD) that the project pins for its documents; left out, the day of the report counts. */
  readonly pinned?: string;
}

/** Joins one loop's results into the report. Pure: the time comes in with the sources. */
export function buildReport(sources: ReportSources): Report {
  const { subject, generatedAt, bulwark, inputs, check, run, obligations, claims, pinned } = sources;
  return {
    schema: "bulwark.report/1",
    subject,
    generatedAt,
    bulwark,
    inputs,
    check,
    run,
    ...joinEvidence({ obligations, check, run, claims, on: pinned ?? generatedAt.slice(0, 10) }),
    limits: limitsOf(check, run, pinned),
  };
}

function limitsOf(check: CheckReport | null, run: RunResult | null, pinned: string | undefined): string[] {
  const limits = [
    "No legal conclusion is drawn: the report says what was shown, objective by objective, and a person decides what follows.",
  ];
  if (pinned !== undefined)
    limits.push(
      `Documents, waivers and attestations were judged as of ${pinned}, the day the project pins, not as of the day of this report.`,
    );
  if (check === null) limits.push("Nothing was checked: no stack, plan or document was read.");
  else if (check.inputs.every(({ kind }) => kind !== "plan" && kind !== "state")) {
    limits.push("The synthesized stack was checked, not a plan: what the provider would fill in or what already runs was not seen.");
  }
  if (run === null) limits.push("Nothing was rehearsed: every functional objective rests on other evidence or on none.");
  else {
    // What a simulated fleet and its broker cannot show, the engine itself says.
    limits.push(...run.notShown);
    if (run.state === "interrupted") limits.push("The rehearsal was interrupted: its figures are those until then.");
  }
  return limits;
}
