import { OBJECTIVE_STATES } from "../model/evidence.js";
import { SECTIONS } from "../model/obligations/types.js";
import type { Report } from "../model/report.js";
import type { ViewOptions } from "./run-summary.js";
import { aligned, labelled, type Paint, PLAIN } from "./terminal.js";
import { grouped, plural, STATE_WORDS } from "./text.js";

/** The end of a loop: obligations by section, what was shown, what was not, and what nobody may conclude. */
export function reportSummary(report: Report, { width = 100, paint = PLAIN }: ViewOptions = {}): string {
  return `${[table(report, paint), shown(report, width, paint), notShown(report, width, paint), limits(report, width, paint)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** One row a section; design = conceptual objective, behaviour = functional objective. */
function table({ obligations, totals }: Report, paint: Paint): string[] {
  const states = OBJECTIVE_STATES.filter((state) => totals.conceptual[state] + totals.functional[state] > 0);
  const head = ["", ...states.map((state) => STATE_WORDS[state])];
  const rows = SECTIONS.map(({ id, title }) => {
    const own = obligations.filter((obligation) => obligation.section === id);
    return [
      title,
      ...states.map((state) =>
        pair(own.filter((each) => each.conceptual.state === state).length, own.filter((each) => each.functional.state === state).length),
      ),
    ];
  });
  const sum = ["all", ...states.map((state) => pair(totals.conceptual[state], totals.functional[state]))];
  const [first = "", ...rest] = aligned(
    [head, ...rows, sum],
    0,
    states.map((_, index) => index + 1),
  );
  return [paint.dim(`Objectives of ${grouped(obligations.length)} obligations, design / behaviour`), paint.bold(first), ...rest];
}

const pair = (conceptual: number, functional: number): string => (conceptual + functional === 0 ? "·" : `${conceptual} / ${functional}`);

function shown(report: Report, width: number, paint: Paint): string[] {
  const proofs = (report.run?.proofs ?? []).filter((proof) => proof.state === "satisfied");
  const design = report.totals.conceptual.satisfied;
  const lines = [
    `${plural(design, "design objective")} and ${plural(report.totals.functional.satisfied, "behaviour objective")} satisfied by rules, rehearsal or attestation.`,
    ...proofs.map((proof) => `${proof.sim} ${proof.title}: ${proof.measured}`),
  ];
  return [paint.bold("Shown"), ...lines.flatMap((line) => labelled(paint.green("✓"), line, { indent: 2, labelWidth: 2, width }))];
}

function notShown(report: Report, width: number, paint: Paint): string[] {
  const failed = report.notProven.filter((each) => each.state === "not-satisfied");
  const unproven = report.notProven.filter((each) => each.state === "not-evaluated");
  const waived = report.notProven.filter((each) => each.state === "waived");
  const lines = [
    ...failed.map((each) => `${each.obligation} (${sideOf(each.objective)}) not satisfied: ${each.reason}`),
    ...(waived.length > 0 ? [`${plural(waived.length, "objective")} waived by a dated, reasoned decision.`] : []),
    `${plural(unproven.length, "objective")} not evaluated; the report lists each with what is missing.`,
  ];
  return [paint.bold("Not shown"), ...lines.flatMap((line) => labelled(paint.yellow("·"), line, { indent: 2, labelWidth: 2, width }))];
}

const sideOf = (objective: "conceptual" | "functional"): string => (objective === "conceptual" ? "design" : "behaviour");

function limits({ limits: sentences }: Report, width: number, paint: Paint): string[] {
  return [
    paint.bold("Do not conclude more"),
    ...sentences.flatMap((sentence) => labelled("·", sentence, { indent: 2, labelWidth: 2, width }, paint.dim)),
  ];
}
