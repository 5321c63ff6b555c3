import type { Proof } from "../../model/evidence.js";
import type { Report } from "../../model/report.js";
import { attackSummaries, observedText } from "../quantities.js";
import { isGood } from "../run-summary.js";
import { duration, grouped, plural } from "../text.js";
import { html, type Markup, type Part } from "./markup.js";
import { chip, idList, section, type Tone, table } from "./parts.js";

/** What the report comes to, in one sentence a busy reader can quote. */
export function verdictSentence({ check, run }: Report): string {
  const parts: string[] = [];
  if (run !== null) {
    const met = run.thresholds.filter(({ ok }) => ok).length;
    if (run.thresholds.length > 0)
      parts.push(
        met === run.thresholds.length
          ? `All ${plural(met, "threshold")} were met`
          : `${met} of ${plural(run.thresholds.length, "threshold")} were met`,
      );
    const detected = run.attacks.filter(({ detectedBy }) => detectedBy !== null).length;
    if (run.attacks.length > 0)
      parts.push(`${detected} of ${plural(run.attacks.length, "attack")} on single devices or sources were detected`);
    for (const { release, tampered, applied, targets } of run.rollouts) {
      if (tampered !== null) parts.push(`the tampered release ${release} runs on ${grouped(applied)} of ${plural(targets, "device")}`);
    }
  }
  if (check !== null)
    parts.push(check.summary.fail === 0 ? "no rule fails" : `${plural(check.summary.fail, "resource fails", "resources fail")} a rule`);
  if (parts.length === 0) return "Nothing was checked and nothing was rehearsed.";
  const text = parts.join("; ");
  const trust = run !== null && !run.trust.ok ? " The run cannot be trusted, so its figures prove nothing." : "";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${trust}`;
}

export function tiles({ check, run, totals }: Report): Markup {
  const entries: Markup[] = [];
  if (run !== null) {
    const met = run.thresholds.filter(({ ok }) => ok).length;
    const missed = run.thresholds.length - met;
    const note = missed > 0 ? `${grouped(missed)} missed` : `${plural(run.fleet.devices, "device")}, ${duration(run.durationMs)}`;
    entries.push(tile("Thresholds met", met, run.thresholds.length, run.trust.ok ? note : "run not trusted", missed > 0 || !run.trust.ok));
    const detected = run.attacks.filter(({ detectedBy }) => detectedBy !== null).length;
    const slowest = Math.max(0, ...attackSummaries(run).flatMap(({ delays }) => delays));
    entries.push(
      tile("Attacks detected", detected, run.attacks.length, detected > 0 ? `slowest after ${duration(slowest)}` : "none", false),
    );
  }
  if (check !== null) {
    const { pass, fail, unknown, waived } = check.summary;
    const note = `${grouped(fail)} failed, ${grouped(unknown)} unknown, ${grouped(waived)} waived`;
    entries.push(tile("Rule verdicts passed", pass, pass + fail + unknown + waived, note, fail > 0));
  }
  const { conceptual, functional } = totals;
  const satisfied = conceptual.satisfied + functional.satisfied;
  const failing = conceptual["not-satisfied"] + functional["not-satisfied"];
  const applicable = [conceptual, functional].reduce(
    (sum, each) => sum + each.satisfied + each["not-satisfied"] + each["not-evaluated"] + each.waived,
    0,
  );
  entries.push(
    tile(
      "Objectives satisfied",
      satisfied,
      applicable,
      failing > 0 ? `${grouped(failing)} shown not to hold` : "none shown not to hold",
      failing > 0,
    ),
  );
  return html`<dl class="tiles">${entries}</dl>`;
}

function tile(title: string, value: number, of: number, note: string, bad: boolean): Markup {
  return html`<div><dt>${title}</dt><dd><span class="big">${grouped(value)}<span class="of"> of ${grouped(of)}</span></span><br><span class="note${bad && " bad"}">${note}</span></dd></div>`;
}

export function shownSection(report: Report): Markup {
  const { totals } = report;
  const shown = [...checkShown(report), ...(report.run?.proofs ?? []).map(proofShown)];
  // Failures first: a reader who stops early must have seen them.
  const rank = { bad: 0, good: 1, open: 2 } as const;
  const items = shown.sort((a, b) => rank[a.tone] - rank[b.tone]).map(({ tone, text }) => said(tone, text));
  const open = totals.conceptual["not-evaluated"] + totals.functional["not-evaluated"];
  const limits = [
    ...report.limits.map((limit) => said("open", limit)),
    said("open", html`${plural(open, "objective")} had no evidence that decides: <a href="#open">what was not proven</a>.`),
  ];
  return section(
    "shown",
    "What was shown, and what was not",
    null,
    html`<div class="pair"><div><h3>Shown</h3><ul class="said">${items.length === 0 ? said("open", "Nothing.") : items}</ul></div><div><h3>Not shown</h3><ul class="said">${limits}</ul></div></div>`,
  );
}

interface Shown {
  readonly tone: "good" | "bad" | "open";
  readonly text: Markup;
}

function checkShown({ check }: Report): Shown[] {
  if (check === null) return [];
  const { pass, fail, unknown } = check.summary;
  const text = html`<strong>The design keeps the rules.</strong> ${plural(pass, "verdict")} passed, ${grouped(fail)} failed, ${grouped(unknown)} unknown.`;
  return [{ tone: fail > 0 ? "bad" : "good", text }];
}

const PROOF_TONES = { satisfied: "good", "not-satisfied": "bad", "not-evaluated": "open" } as const;

const proofShown = ({ state, title, measured, sim }: Proof): Shown => ({
  tone: PROOF_TONES[state],
  text: html`<strong>${title}.</strong> ${measured} <span class="ids">${sim}</span>`,
});

function said(tone: Shown["tone"], text: Part): Markup {
  const sign = { good: "✓", bad: "✗", open: "?" }[tone];
  return html`<li><span class="sign ${tone}" aria-hidden="true">${sign}</span>${tone === "bad" && html`<span class="held">Did not hold:</span> `}${text}</li>`;
}

export function thresholdSection({ run }: Report): Markup | null {
  if (run === null || run.thresholds.length === 0) return null;
  const columns = [
    { title: "Metric" },
    { title: "Threshold", kind: "nowrap" },
    { title: "Observed", figures: true },
    { title: "Verdict" },
    { title: "Speaks to" },
  ];
  const rows = [...run.thresholds]
    .sort((a, b) => Number(a.ok) - Number(b.ok))
    .map((threshold) => {
      const verdict: [Tone, string] = threshold.ok ? ["good", "met"] : ["bad", "missed"];
      return {
        cells: [
          html`<code>${threshold.metric}</code>`,
          html`<code>${threshold.expression}</code>`,
          observedText(threshold),
          chip(...verdict),
          idList(threshold.obligations),
        ],
      };
    });
  return section(
    "thresholds",
    "Thresholds",
    "Set in the scenario before the run. A metric that was never measured misses its threshold.",
    table("Thresholds with observed values", columns, rows),
  );
}

/** The roll-outs as a table; the curves stand with the plots. */
export function rolloutTable({ run }: Report): Markup | null {
  if (run === null || run.rollouts.length === 0) return null;
  const columns = [
    { title: "Roll-out" },
    { title: "Release", kind: "nowrap" },
    { title: "Outcome" },
    { title: "Targets", figures: true },
    { title: "Offered", figures: true },
    { title: "Run it", figures: true },
    { title: "Failed", figures: true },
    { title: "Reasons", kind: "full" },
  ];
  const rows = run.rollouts.map((rollout) => ({
    cells: [
      rollout.id,
      html`${rollout.release}${rollout.tampered !== null && html`<br><span class="ids">tampered ${rollout.tampered}</span>`}`,
      chip(
        isGood(rollout) ? "good" : "bad",
        rollout.tampered === null ? rollout.state : rollout.applied === 0 ? `refused, ${rollout.state}` : `applied, ${rollout.state}`,
      ),
      grouped(rollout.targets),
      html`${grouped(rollout.notified)}${rollout.state === "aborted" && html`<br><span class="ids">bound ${grouped(rollout.exposureBound)}</span>`}`,
      grouped(rollout.applied),
      grouped(rollout.failed + rollout.rejected + rollout.timedOut),
      html`${rollout.abortReason}${Object.entries(rollout.reasonCodes).map(([code, count]) => html`<p class="ids">${code} × ${grouped(count)}</p>`)}`,
    ],
  }));
  return html`<h3>Roll-outs</h3>${table("Roll-outs", columns, rows)}`;
}
