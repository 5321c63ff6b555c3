import { html, type Markup, type Part } from "./html/markup.js";

/** Small hand-written SVG plots. Colours and type come from the page's style sheet through classes; nothing here loads anything. */
interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly log?: boolean;
}

export interface Line {
  readonly points: readonly (readonly [number, number])[];
  /** `step`: holds until the next point. */
  readonly kind: "line" | "step" | "area";
  /** One of the page's four plot colours; each has its own dash as well. */
  readonly tone: 1 | 2 | 3 | 4;
}

export interface LinePlot extends Size {
  readonly title: string;
  readonly description: string;
  readonly x: Scale;
  readonly y: Scale;
  readonly lines: readonly Line[];
  /** Shaded spans of x. */
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Upright lines with a word at the top. `row` puts labels that would meet on lines of their own. */
  readonly marks?: readonly { readonly x: number; readonly label: string; readonly row?: number }[];
  /** Level lines with a word at the end. */
  readonly levels?: readonly { readonly y: number; readonly label: string }[];
}

export interface DotRow {
  readonly label: string;
  readonly note: string;
  readonly dots: readonly { readonly x: number; readonly kind: "dot" | "ring"; readonly title: string }[];
  readonly missed: number;
  /** Where the threshold lies, when there is one. */
  readonly limit: number | null;
}

/** Round tick values covering [min, max] in steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(min: number, max: number, about = 5): number[] {
  if (!(max > min)) return [min];
  const raw = (max - min) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw * 0.999) ?? 10 * power;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** A linear scale from zero whose end is a round number at or above `max`. */
export function scaleTo(max: number, format: (value: number) => string, about = 4): Scale {
  const top = max > 0 ? max : 1;
  const step = niceTicks(0, top, about)[1] ?? top;
  const end = Math.ceil(top / step - 1e-9) * step;
  return { min: 0, max: end, ticks: niceTicks(0, end, end / step), format };
}

/** A scale of powers of ten around positive values. */
export function logScale(min: number, max: number, format: (value: number) => string): Scale {
  const from = Math.floor(Math.log10(Math.max(min, 1e-3)) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(max, 1e-3)) - 1e-9));
  return {
    min: 10 ** from,
    max: 10 ** to,
    ticks: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)),
    format,
    log: true,
  };
}

const MARGIN = { left: 46, right: 14, top: 26, bottom: 26 } as const;

export function linePlot(plot: LinePlot): Markup {
  // The words of marks stand above the frame, those of levels just above their line: neither may meet the other at the top.
  const wordRows = Math.max(1, ...(plot.marks ?? []).map(({ row = 0 }) => row + 1)) + ((plot.levels ?? []).length > 0 ? 1 : 0);
  const frame = { ...MARGIN, top: 12 + 15 * wordRows };
  const px = position(plot.x, frame.left, plot.width - frame.right);
  const py = position(plot.y, plot.height - frame.bottom, frame.top);
  const bottom = plot.height - frame.bottom;
  const bands = (plot.bands ?? []).map(
    ({ from, to, label }) =>
      html`<rect class="band" x="${px(from)}" y="${frame.top}" width="${round(px(to) - px(from))}" height="${bottom - frame.top}"><title>${label}</title></rect>`,
  );
  const marks = (plot.marks ?? []).map(({ x, label, row = 0 }) => {
    const at = px(x);
    const atEnd = at > plot.width * 0.72;
    return html`<line class="mark" x1="${at}" x2="${at}" y1="${14 + 15 * row}" y2="${bottom}"/><text class="word" x="${atEnd ? at - 4 : at + 4}" y="${16 + 15 * row}" text-anchor="${atEnd ? "end" : "start"}">${label}</text>`;
  });
  const levels = (plot.levels ?? []).map(
    ({ y, label }) =>
      html`<line class="level" x1="${frame.left}" x2="${plot.width - frame.right}" y1="${py(y)}" y2="${py(y)}"/><text class="word" x="${plot.width - frame.right}" y="${py(y) - 5}" text-anchor="end">${label}</text>`,
  );
  const lines = plot.lines.map((line) => path(line, px, py, bottom));
  return svg(plot, [bands, grid(plot, frame, px, py), levels, lines, marks]);
}

/** Counts over a scale: one bar a bin. `outline` draws a second distribution as a stepped line over the bars. */
export function barPlot(
  plot: Omit<LinePlot, "lines"> & {
    readonly bars: readonly (readonly [from: number, to: number, value: number])[];
    readonly outline: Line | null;
  },
): Markup {
  const frame = { ...MARGIN, top: 12 + 15 * Math.max(1, ...(plot.marks ?? []).map(({ row = 0 }) => row + 1)) };
  const px = position(plot.x, frame.left, plot.width - frame.right);
  const py = position(plot.y, plot.height - frame.bottom, frame.top);
  const bottom = plot.height - frame.bottom;
  const bars = plot.bars
    .filter(([, , value]) => value > 0)
    .map(
      ([from, to, value]) =>
        html`<rect class="bar" x="${px(from)}" y="${py(value)}" width="${round(Math.max(0.5, px(to) - px(from) - 1))}" height="${round(bottom - py(value))}"/>`,
    );
  const marks = (plot.marks ?? []).map(({ x, label, row = 0 }) => {
    const at = px(x);
    return html`<line class="mark" x1="${at}" x2="${at}" y1="${14 + 15 * row}" y2="${bottom}"/><text class="word" x="${at + 4}" y="${16 + 15 * row}">${label}</text>`;
  });
  return svg(plot, [grid(plot, frame, px, py), bars, plot.outline === null ? null : path(plot.outline, px, py, bottom), marks]);
}

const ROW_HEIGHT = 46;

/** One row a group, one dot an instance; missed instances are counted at the end of the row. */
export function dotPlot(plot: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly x: Scale;
  readonly rows: readonly DotRow[];
}): Markup {
  const size = { ...plot, height: plot.rows.length * ROW_HEIGHT + 34 };
  const right = plot.width - 74;
  const px = position(plot.x, 14, right);
  const bottom = size.height - MARGIN.bottom;
  const upright = plot.x.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${px(tick)}" x2="${px(tick)}" y1="8" y2="${bottom}"/><text class="tick" x="${px(tick)}" y="${bottom + 16}" text-anchor="middle">${plot.x.format(tick)}</text>`,
  );
  const rows = plot.rows.map((row, index) => {
    const base = 8 + index * ROW_HEIGHT + 31;
    const dots = row.dots.map(
      ({ x, kind, title }) =>
        html`<circle class="${kind}" cx="${px(x)}" cy="${base}" r="${kind === "dot" ? 4.5 : 4}"><title>${title}</title></circle>`,
    );
    const limit =
      row.limit !== null &&
      row.limit <= plot.x.max &&
      html`<line class="limit" x1="${px(row.limit)}" x2="${px(row.limit)}" y1="${base - 11}" y2="${base + 11}"><title>threshold ${plot.x.format(row.limit)}</title></line>`;
    const missed =
      row.missed > 0 && html`<text class="missed" x="${plot.width - 4}" y="${base + 4}" text-anchor="end">✗ ${row.missed} missed</text>`;
    return html`<text class="row" x="14" y="${base - 14}">${row.label} <tspan class="note">${row.note}</tspan></text><line class="axis" x1="14" x2="${right}" y1="${base}" y2="${base}"/>${limit}${dots}${missed}`;
  });
  return svg(size, [upright, rows]);
}

type Position = (value: number) => number;

const round = (value: number): number => Math.round(value * 10) / 10;

function position({ min, max, log }: Scale, from: number, to: number): Position {
  const share =
    log === true
      ? (value: number) => Math.log(Math.max(value, min) / min) / Math.log(max / min)
      : (value: number) => (value - min) / (max - min || 1);
  return (value) => round(from + Math.min(1, Math.max(0, share(value))) * (to - from));
}

function grid(
  plot: Pick<LinePlot, "x" | "y" | "width" | "height">,
  frame: { left: number; right: number; top: number; bottom: number },
  px: Position,
  py: Position,
): Part {
  const bottom = plot.height - frame.bottom;
  const level = plot.y.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${frame.left}" x2="${plot.width - frame.right}" y1="${py(tick)}" y2="${py(tick)}"/><text class="tick" x="${frame.left - 7}" y="${py(tick) + 4}" text-anchor="end">${plot.y.format(tick)}</text>`,
  );
  const along = plot.x.ticks.map((tick) => {
    const x = px(tick);
    const anchor = x > plot.width - 30 ? "end" : "middle";
    return html`<line class="axis" x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 4}"/><text class="tick" x="${x}" y="${bottom + 17}" text-anchor="${anchor}">${plot.x.format(tick)}</text>`;
  });
  return [level, html`<line class="axis" x1="${frame.left}" x2="${plot.width - frame.right}" y1="${bottom}" y2="${bottom}"/>`, along];
}

function path({ points, kind, tone }: Line, px: Position, py: Position, bottom: number): Part {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const run = points
    .map(([x, y], index) => (index === 0 ? `M${px(x)} ${py(y)}` : kind === "step" ? `H${px(x)}V${py(y)}` : `L${px(x)} ${py(y)}`))
    .join("");
  const fill = kind === "area" && html`<path class="fill t${tone}" d="${run}V${bottom}H${px(first[0])}Z"/>`;
  return [fill, html`<path class="stroke t${tone}" d="${run}"/>`];
}

function svg({ width, height, title, description }: Size & { readonly title: string; readonly description: string }, body: Part): Markup {
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${title}. ${description}`}"><title>${title}</title><desc>${description}</desc>${body}</svg>`;
}
