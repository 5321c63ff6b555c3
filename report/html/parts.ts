import type { ObjectiveState } from "../../model/evidence.js";
import type { Verdict } from "../../model/finding.js";
import { STATE_WORDS, VERDICT_WORDS } from "../text.js";
import { html, isBlank, type Markup, type Part } from "./markup.js";

/** A sign beside every word, so that colour is never the only carrier. */
const SIGNS = { good: "✓", bad: "✗", open: "?", waived: "~", none: "–" } as const;
export type Tone = keyof typeof SIGNS;

const STATE_TONES = {
  satisfied: "good",
  "not-satisfied": "bad",
  "not-evaluated": "open",
  "not-applicable": "none",
  waived: "waived",
} as const satisfies Record<ObjectiveState, Tone>;
const VERDICT_TONES = { pass: "good", fail: "bad", unknown: "open", waived: "waived", "not-applicable": "none" } as const satisfies Record<
  Verdict,
  Tone
>;

export const chip = (tone: Tone, text: string): Markup =>
  html`<span class="chip ${tone}"><span class="sign" aria-hidden="true">${SIGNS[tone]}</span>${text}</span>`;
export const stateChip = (state: ObjectiveState): Markup => chip(STATE_TONES[state], STATE_WORDS[state]);
export const verdictChip = (verdict: Verdict): Markup => chip(VERDICT_TONES[verdict], VERDICT_WORDS[verdict]);

export const section = (id: string, title: string, lead: Part, body: Part): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${lead && html`<p class="lead">${lead}</p>`}${body}</section>`;

export interface Column {
  readonly title: string;
  /** Figures stand at the end of the cell. */
  readonly figures?: boolean;
  readonly kind?: string;
}

export interface Row {
  readonly cells: readonly Part[];
  /** `data-` attributes the filters read. */
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * A table that turns into one card a row on a narrow screen. The ARIA roles keep it a table there: `display: block` would take its
 * semantics away. The first cell of a row is its header.
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[], kind = ""): Markup {
  const classOf = (column: Column | undefined): string =>
    [column?.figures === true && "figures", column?.kind].filter((name) => typeof name === "string").join(" ");
  const head = columns.map((column) => html`<th role="columnheader" scope="col" class="${classOf(column)}">${column.title}</th>`);
  const body = rows.map(({ cells, data = {} }) => {
    const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`);
    const inner = cells.map((cell, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row" class="${classOf(columns[index])}">${cell}</th>`
        : html`<td role="cell" class="${[classOf(columns[index]), isBlank(cell) && "empty"].filter(Boolean).join(" ")}" data-label="${columns[index]?.title}">${cell}</td>`,
    );
    return html`<tr role="row"${attributes}>${inner}</tr>`;
  });
  return html`<table role="table" class="${kind}"><caption class="hidden">${caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`;
}

/** Ids that break between each other, never within. */
export const idList = (ids: readonly string[]): Markup =>
  html`<span class="ids">${ids.map((id, index) => html`<span class="nowrap">${id}${index < ids.length - 1 && ","}</span> `)}</span>`;
