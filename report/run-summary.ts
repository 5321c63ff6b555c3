import type { Metric, RolloutOutcome, RunResult, ThresholdResult, TrendSummary } from "../model/run.js";
import { attackSummaries, endOf, medianOf, observedText } from "./quantities.js";
import { aligned, labelled, type Paint, PLAIN } from "./terminal.js";
import { byteSize, duration, grouped, percent, printableLine, significant } from "./text.js";

export interface ViewOptions {
  /** Columns of the terminal; 100 when there is none. */
  readonly width?: number;
  readonly paint?: Paint;
}

/** The end of a rehearsal as a terminal shows it, in the order of k6: thresholds first, then what happened, then every metric. */
export function runSummary(run: RunResult, { width = 100, paint = PLAIN }: ViewOptions = {}): string {
  const sections = [
    heading(run, paint),
    thresholdLines(run.thresholds, paint),
    attackLines(run, paint),
    rolloutLines(run.rollouts, paint),
    metricLines(run, width, paint),
    trustLines(run, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading(run: RunResult, { bold, dim, yellow }: Paint): string[] {
  const { engine, fleet } = run;
  const marks = [
    `seed ${run.seed}`,
    `${grouped(fleet.devices)} devices`,
    `${fleet.workers} workers`,
    `${engine.broker} over ${engine.transport}`,
    duration(run.durationMs),
  ];
  const state = run.state === "interrupted" ? yellow("  interrupted: figures up to then") : "";
  return [`  ${bold(printableLine(run.scenario))}${state}`, `  ${dim(marks.join(" · "))}`];
}

function thresholdLines(thresholds: readonly ThresholdResult[], paint: Paint): string[] {
  if (thresholds.length === 0) return [];
  const met = thresholds.filter(({ ok }) => ok).length;
  const rows = thresholds.map((threshold) => {
    const mark = threshold.ok ? paint.green("✓") : paint.red("✗");
    const observed = observedText(threshold);
    return [mark, printableLine(threshold.metric), printableLine(threshold.expression), threshold.ok ? observed : paint.red(observed)];
  });
  return [title("thresholds", `${met} of ${thresholds.length} met`, paint), ...aligned(rows, 4, [3])];
}

function attackLines(run: RunResult, paint: Paint): string[] {
  const rows = attackSummaries(run).map(({ attack, instances, detected, contained, delays, containDelays, detectors }) => {
    const all = instances.length;
    const seen = `${detected} of ${all} detected`;
    return [
      detected === all ? paint.green("✓") : paint.red("✗"),
      printableLine(attack),
      detected === all ? seen : paint.red(seen),
      delays.length === 0 ? "" : `delay med ${duration(medianOf(delays))} max ${duration(delays.at(-1) ?? 0)}`,
      `${contained} of ${all} contained${containDelays.length === 0 ? "" : `, max ${duration(containDelays.at(-1) ?? 0)}`}`,
      paint.dim(detectors.map(printableLine).join(", ")),
    ];
  });
  if (rows.length === 0) return [];
  return [
    title("attacks", `${run.alarms.length} alarms, ${run.falseAlarms.length} of them false · ${run.quarantined.length} quarantined`, paint),
    ...aligned(rows, 4),
  ];
}

function rolloutLines(rollouts: readonly RolloutOutcome[], paint: Paint): string[] {
  const rows = rollouts.flatMap((rollout) => {
    const good = isGood(rollout);
    const failures = [`${rollout.failed} failed`, `${rollout.rejected} rejected`, `${rollout.timedOut} timed out`].filter(
      (text) => !text.startsWith("0 "),
    );
    const bound = rollout.state === "aborted" ? ` (bound ${grouped(rollout.exposureBound)})` : "";
    const tampered = rollout.tampered === null ? "" : `tampered ${printableLine(rollout.tampered)}, `;
    return [
      [
        good ? paint.green("✓") : paint.red("✗"),
        printableLine(rollout.id),
        printableLine(rollout.release),
        rollout.state,
        `${tampered}${grouped(rollout.applied)} of ${grouped(rollout.targets)} run it`,
        [`offered to ${grouped(rollout.notified)}${bound}`, ...failures].join(", "),
      ],
      ...(rollout.abortReason === null ? [] : [["", "", "", "", paint.dim(printableLine(rollout.abortReason)), ""]]),
    ];
  });
  return rows.length === 0 ? [] : [title("roll-outs", "", paint), ...aligned(rows, 4)];
}

/** A tampered release must run nowhere; an honest one must be completed. */
export function isGood({ tampered, applied, state, notified, exposureBound }: RolloutOutcome): boolean {
  return tampered === null ? state === "completed" : applied === 0 && notified <= exposureBound;
}

const TREND_COLUMNS = ["avg", "min", "med", "max", "p90", "p95", "p99"] as const;
/** What a narrow terminal loses first. */
const DISPENSABLE = ["p90", "min", "avg", "p95"] as const;

function metricLines(run: RunResult, width: number, paint: Paint): string[] {
  const shown = Object.entries(run.metrics).filter(([name]) => tellsMore(name, run.metrics));
  const trends = shown.flatMap(([name, metric]) => (metric.type === "trend" ? [[name, metric.values, metric.unit] as const] : []));
  const isZero = (metric: Metric) => metric.type === "counter" && metric.value === 0;
  const others = shown.flatMap(([name, metric]) =>
    metric.type === "trend" || isZero(metric) ? [] : [[nameCell(name), ...plainFigures(metric, endOf(run))]],
  );
  const zeros = shown.flatMap(([name, metric]) => (isZero(metric) && !name.includes("{") ? [printableLine(name)] : []));
  return [
    title("metrics", "", paint),
    ...trendTable(trends, width, paint),
    ...(others.length > 0 ? ["", ...aligned(others, 4, [1])] : []),
    ...(zeros.length > 0 ? ["", ...labelled("at zero", zeros.join(", "), { indent: 4, labelWidth: 9, width }, paint.dim)] : []),
  ];
}

/** One tag value alone repeats the untagged metric above it. */
function tellsMore(key: string, metrics: RunResult["metrics"]): boolean {
  const name = key.split("{")[0];
  return key === name || Object.keys(metrics).filter((other) => other.startsWith(`${name}{`)).length > 1;
}

/** As k6 does: tagged rows are indented under their metric. */
function nameCell(key: string): string {
  const brace = key.indexOf("{");
  return printableLine(brace < 0 ? key : `  ${key.slice(brace)}`);
}

function trendTable(trends: readonly (readonly [string, TrendSummary, string])[], width: number, paint: Paint): string[] {
  if (trends.length === 0) return [];
  for (let dropped = 0; ; dropped++) {
    const gone: readonly string[] = DISPENSABLE.slice(0, dropped);
    const shown = TREND_COLUMNS.filter((column) => !gone.includes(column));
    const head = ["", ...shown.map((column) => column.replace(/^p(\d+)$/, "p($1)"))];
    const rows = trends.map(([name, values, unit]) => [
      nameCell(name),
      ...shown.map((column) => (unit === "bytes" ? byteSize(values[column]) : duration(values[column]))),
    ]);
    const lines = aligned([head, ...rows], 4, [1, 2, 3, 4, 5, 6, 7]);
    if (dropped === DISPENSABLE.length || lines.every((line) => line.length <= width))
      return [paint.dim(lines[0] ?? ""), ...lines.slice(1)];
  }
}

function plainFigures(metric: Exclude<Metric, { type: "trend" }>, seconds: number): [string, string] {
  if (metric.type === "rate") return [percent(metric.value), `${grouped(metric.passes)} of ${grouped(metric.total)}`];
  const written = metric.unit === "bytes" ? byteSize : significant;
  const value = metric.unit === "bytes" ? byteSize(metric.value) : grouped(metric.value);
  return [value, seconds > 0 ? `${written(metric.value / seconds)}/s` : ""];
}

function trustLines({ trust, notShown }: RunResult, width: number, paint: Paint): string[] {
  const place = { indent: 2, labelWidth: 11, width };
  const headroom = `event loop p99 ${duration(trust.eventLoopP99Ms)}, processor ${percent(trust.cpuShare)} busy`;
  const verdict = trust.ok
    ? labelled("trusted", headroom, place, paint.green)
    : labelled("untrusted", `${trust.reasons.join(" ")} (${headroom})`, place, paint.red);
  return [...verdict, ...notShown.flatMap((sentence, index) => labelled(index === 0 ? "not shown" : "", sentence, place, paint.dim))];
}

const title = (name: string, note: string, { bold, dim }: Paint): string =>
  `  ${bold(name.toUpperCase())}${note === "" ? "" : `  ${dim(note)}`}`;
