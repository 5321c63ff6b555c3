import { groupBy } from "../../model/group.js";
import { REGIMES } from "../../model/obligations/regimes.js";
import { SECTIONS } from "../../model/obligations/types.js";
import type { NotProven, ObjectiveEvidence, ObligationEvidence, RegimeRollup, Report, StateTotals } from "../../model/report.js";
import { grouped, listed, plural, STATE_WORDS } from "../text.js";
import { html, type Markup, type Part } from "./markup.js";
import { idList, section, stateChip, table } from "./parts.js";

const COLUMNS = [
  { title: "Obligation" },
  { title: "Conceptual: is the design right?", kind: "full" },
  { title: "Functional: does it behave so?", kind: "full" },
];

export function obligationSection({ obligations, totals }: Report): Markup {
  const groups = SECTIONS.map(({ id, title }) =>
    sectionGroup(
      title,
      obligations.filter((each) => each.section === id),
    ),
  );
  const lead = `Two objectives an obligation, after ETSI TS 103 701. Conceptual: ${counts(totals.conceptual)}. Functional: ${counts(totals.functional)}. Only objectives are judged, never the law as a whole.`;
  return section("obligations", "Obligations and their evidence", lead, groups);
}

function sectionGroup(title: string, all: readonly ObligationEvidence[]): Part {
  if (all.length === 0) return null;
  const touched = all.filter(isTouched);
  const rest = all.filter((each) => !isTouched(each));
  const caption = `Obligations: ${title}`;
  return html`<h3>${title} <span class="quiet">${touched.length} of ${all.length} touched</span></h3>${touched.length > 0 && table(caption, COLUMNS, touched.map(rowOf), "thirds")}${rest.length > 0 && html`<details class="group"><summary>${plural(rest.length, touched.length > 0 ? "further obligation" : "obligation")} without evidence here</summary>${table(caption, COLUMNS, rest.map(rowOf), "thirds")}</details>`}`;
}

/** Evidence of its own, or, for an alias, of one it restates. */
const isTouched = ({ conceptual, functional }: ObligationEvidence): boolean =>
  [...conceptual.evidence, ...functional.evidence].some(
    ({ kind, state }) => kind !== "obligation" || (state !== "not-evaluated" && state !== "not-applicable"),
  );

function rowOf(obligation: ObligationEvidence) {
  const regimes = [...new Set(obligation.provisions.map(({ regime }) => regime))];
  const cited = regimes.map(
    (regime) =>
      `${REGIMES[regime].short} ${listed(
        obligation.provisions.filter((each) => each.regime === regime).map(({ ref }) => ref),
        4,
      )}`,
  );
  return {
    cells: [
      html`${obligation.title}<p class="ids"><code>${obligation.id}</code></p>${cited.length > 0 && html`<p class="ids">${cited.join("; ")}</p>`}`,
      objectiveCell(obligation.conceptual),
      objectiveCell(obligation.functional),
    ],
  };
}

function objectiveCell({ state, reasons, evidence }: ObjectiveEvidence): Markup {
  const items = evidence.map(
    (item) => html`<li>${item.text} <span class="ids">${item.kind} <code>${item.ref}</code>, ${STATE_WORDS[item.state]}</span></li>`,
  );
  return html`<div>${stateChip(state)}<p>${reasons.join(" ")}</p>${items.length > 0 && html`<details><summary>${plural(items.length, "piece")} of evidence</summary><ul>${items}</ul></details>`}</div>`;
}

export function regimeSection({ regimes }: Report): Markup | null {
  if (regimes.length === 0) return null;
  const columns = [
    { title: "Law or standard" },
    { title: "Provisions", figures: true },
    { title: "Conceptual", kind: "full" },
    { title: "Functional", kind: "full" },
  ];
  const rows = [...regimes]
    .sort((a, b) => b.provisions.length - a.provisions.length)
    .map((regime) => ({
      cells: [regimeCell(regime), regime.provisions.length, counts(regime.conceptual), counts(regime.functional)],
    }));
  const lead = "A provision is as good as the worst obligation that serves it.";
  return section("provisions", "By law and standard", lead, table("Objectives by law and standard", columns, rows));
}

function regimeCell({ regime, provisions }: RegimeRollup): Markup {
  const known = Object.entries(REGIMES).find(([id]) => id === regime)?.[1];
  const items = provisions.map(
    ({ ref, conceptual, functional, obligations }) =>
      html`<li>${ref}: ${STATE_WORDS[conceptual]} / ${STATE_WORDS[functional]} ${idList(obligations)}</li>`,
  );
  return html`<div>${known?.title ?? regime}<p class="ids"><code>${regime}</code></p><details><summary>Provision by provision (conceptual / functional)</summary><ul>${items}</ul></details></div>`;
}

export function notProvenSection({ notProven, obligations }: Report): Markup {
  const of = (state: NotProven["state"]) => notProven.filter((each) => each.state === state);
  const list = (items: readonly NotProven[]) =>
    html`<ul class="said">${items.map(({ obligation, title, objective, reason }) => html`<li><span class="sign bad" aria-hidden="true">•</span>${title} <span class="ids"><code>${obligation}</code> ${objective}</span><p class="quiet">${reason}</p></li>`)}</ul>`;
  const rows = [...groupBy(openReasons(obligations), ({ reason }) => reason)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, open]) => ({ cells: [reason, open.length, idList([...new Set(open.map(({ obligation }) => obligation))])] }));
  const columns = [{ title: "Why there is no verdict" }, { title: "Objectives", figures: true }, { title: "Obligations", kind: "full" }];
  const lead = `${plural(notProven.length, "objective")} without a proof: ${plural(of("not-satisfied").length, "is", "are")} not satisfied, ${grouped(of("waived").length)} waived, ${grouped(of("not-evaluated").length)} not evaluated.`;
  return section(
    "open",
    "What was not proven",
    lead,
    html`${of("not-satisfied").length > 0 && html`<h3>Not satisfied</h3>${list(of("not-satisfied"))}`}${of("waived").length > 0 && html`<h3>Waived</h3>${list(of("waived"))}`}${rows.length > 0 && html`<h3>Not evaluated</h3>${table("Objectives not evaluated, by reason", columns, rows)}`}`,
  );
}

/** One entry a missing thing: an objective that lacks a rule and an attestation stands under both. Aliases have nothing of their own to lack. */
function openReasons(obligations: readonly ObligationEvidence[]): { reason: string; obligation: string }[] {
  return obligations
    .filter((each) => each.class !== "alias")
    .flatMap(({ id, conceptual, functional }) =>
      [conceptual, functional]
        .filter(({ state }) => state === "not-evaluated")
        .flatMap(({ reasons }) => reasons.map((reason) => ({ reason, obligation: id }))),
    );
}

/** `3 satisfied, 1 not satisfied, 20 not evaluated` */
function counts(totals: StateTotals): string {
  const order = ["satisfied", "not-satisfied", "waived", "not-evaluated", "not-applicable"] as const;
  const parts = order.flatMap((state) => (totals[state] > 0 ? [`${grouped(totals[state])} ${STATE_WORDS[state]}`] : []));
  return parts.join(", ");
}
