import type { RolloutOutcome, RunResult, TrendSummary } from "../model/run.js";
import { html, type Markup, type Part } from "./html/markup.js";
import { barPlot, type DotRow, dotPlot, type Line, linePlot, logScale, niceTicks, type Scale, scaleTo } from "./plots.js";
import { type AttackSummary, attackSummaries, endOf, medianOf, secondsInto } from "./quantities.js";
import { duration, grouped, plural, significant } from "./text.js";

/** Widths of a plot: the whole page, half of it, and a telephone. The style sheet shows the one that fits. */
const WIDE = 1040;
const HALF = 504;
const NARROW = 340;

type Draw = (width: number) => Markup;

function figure(title: string, caption: string, key: Part, wide: number, draw: Draw): Markup {
  return html`<figure class="${wide === HALF ? "half" : "whole"}"><figcaption><strong>${title}</strong> <span>${caption}</span></figcaption>${key}<div class="wide">${draw(wide)}</div><div class="narrow">${draw(NARROW)}</div></figure>`;
}

const keyOf = (...entries: readonly (readonly [tone: number, text: string])[]): Markup =>
  html`<ul class="key">${entries.map(([tone, text]) => html`<li><svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true"><path class="stroke t${tone}" d="M1 4H25"/></svg>${text}</li>`)}</ul>`;

const seconds = (value: number): string => `${value} s`;

function timeScale(run: RunResult, width: number): Scale {
  const end = Math.max(1, endOf(run));
  return { min: 0, max: end, ticks: niceTicks(0, end, width < 400 ? 4 : 8), format: seconds };
}

const seriesOf = (run: RunResult, name: string): (readonly [number, number])[] =>
  run.series.flatMap((point) => (point[name] === undefined ? [] : [[point.t, point[name]] as const]));

function attackBands(run: RunResult): { from: number; to: number; label: string }[] {
  return attackSummaries(run).map(({ attack, instances }) => ({
    from: Math.min(...instances.map(({ startedAt }) => secondsInto(run, startedAt))),
    to: Math.max(...instances.map(({ endedAt }) => Math.min(endOf(run), secondsInto(run, endedAt)))),
    label: `attack ${attack}`,
  }));
}

function eventMarks(run: RunResult): { x: number; label: string; row: number }[] {
  const starts = [
    ...attackBands(run).map(({ from, label }) => ({ x: from, label: label.replace(/^attack /, "") })),
    ...run.rollouts.flatMap(({ id, curve }) => (curve[0] === undefined ? [] : [{ x: curve[0][0], label: `roll-out ${id}` }])),
  ];
  return starts.sort((a, b) => a.x - b.x).map((mark, index) => ({ ...mark, row: index % 3 }));
}

export function connectedPlot(run: RunResult): Markup | null {
  const connected = seriesOf(run, "connected");
  if (connected.length === 0) return null;
  const quarantined = seriesOf(run, "quarantined");
  const most = Math.max(...connected.map(([, value]) => value));
  const caption = `At most ${plural(most, "device")} at a time; ${plural(run.quarantined.length, "device")} in quarantine at the end. Shaded: attacks under way.`;
  const key = keyOf([1, "connected"], [2, "in quarantine"]);
  return figure("Devices over time", caption, key, WIDE, (width) =>
    linePlot({
      title: "Devices over time",
      description: caption,
      width,
      height: width < 400 ? 210 : 230,
      x: timeScale(run, width),
      y: scaleTo(most, grouped),
      lines: [
        { points: connected, kind: "area", tone: 1 },
        { points: quarantined, kind: "step", tone: 2 },
      ],
      bands: attackBands(run),
      marks: width < 400 ? [] : eventMarks(run),
    }),
  );
}

export function messagesPlot(run: RunResult): Markup | null {
  const published = seriesOf(run, "published");
  if (published.length === 0) return null;
  const delivered = seriesOf(run, "delivered");
  const refused = seriesOf(run, "refused");
  const most = Math.max(...[...published, ...delivered, ...refused].map(([, value]) => value));
  const caption = `At most ${plural(most, "message")} a second. Refused counts connections, messages and subscriptions the policy turned away.`;
  const key = keyOf([1, "published"], [3, "reached the backend"], [2, "refused"]);
  return figure("Messages per second", caption, key, WIDE, (width) =>
    linePlot({
      title: "Messages per second",
      description: caption,
      width,
      height: 210,
      x: timeScale(run, width),
      y: scaleTo(most, grouped),
      lines: [
        { points: published, kind: "line", tone: 1 },
        { points: delivered, kind: "line", tone: 3 },
        { points: refused, kind: "line", tone: 2 },
      ],
      bands: attackBands(run),
    }),
  );
}

export function detectionPlot(run: RunResult): Markup | null {
  const attacks = attackSummaries(run);
  if (attacks.length === 0) return null;
  const caption =
    "One mark per attacked device or source, from the start of its attack. The upright bar is the threshold, where there is one.";
  const key = html`<ul class="key"><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="dot" cx="6" cy="6" r="4.5"/></svg>first alarm</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="ring" cx="6" cy="6" r="4"/></svg>contained</li></ul>`;
  const limits = attacks.map((attack) => limitOf(run, attack.attack));
  const most = Math.max(
    100,
    ...attacks.flatMap(({ delays, containDelays }) => [...delays, ...containDelays]),
    ...limits.map((limit) => limit ?? 0),
  );
  return figure("Detection delay per attack", caption, key, HALF, (width) =>
    dotPlot({
      title: "Detection delay per attack",
      description: attacks.map(describeAttack).join(" "),
      width,
      x: scaleTo(most, (ms) => (ms === 0 ? "0" : duration(ms)), width < 400 ? 3 : 5),
      rows: attacks.map((attack, index) => rowOf(attack, limits[index] ?? null)),
    }),
  );
}

function rowOf({ attack, instances, detected, delays }: AttackSummary, limit: number | null): DotRow {
  const dots = instances.flatMap(({ thing, source, detectDelayMs, containDelayMs }) => {
    const who = thing === "" ? source : thing;
    return [
      ...(containDelayMs === null
        ? []
        : [{ x: containDelayMs, kind: "ring" as const, title: `${who} contained after ${duration(containDelayMs)}` }]),
      ...(detectDelayMs === null
        ? []
        : [{ x: detectDelayMs, kind: "dot" as const, title: `${who} detected after ${duration(detectDelayMs)}` }]),
    ];
  });
  const note = delays.length === 0 ? "never detected" : `median ${duration(medianOf(delays))}, slowest ${duration(delays.at(-1) ?? 0)}`;
  return { label: attack, note, dots, missed: instances.length - detected, limit };
}

const describeAttack = ({ attack, instances, detected, delays }: AttackSummary): string =>
  `${attack}: ${detected} of ${instances.length} detected${delays.length > 0 ? `, median ${duration(medianOf(delays))}` : ""}.`;

/** The upper limit a threshold sets on this attack's delay, when one does. */
function limitOf(run: RunResult, attack: string): number | null {
  const own = run.thresholds.find(({ metric, expression }) => metric === `detect_delay{attack:${attack}}` && /^(p\(|max)/.test(expression));
  const match = /<=?\s*([\d.]+)$/.exec(own?.expression ?? "");
  return match === null ? null : Number(match[1]);
}

/** Bins a decade of the latency histogram. */
const BINS = 12;

export function latencyPlot(run: RunResult): Markup | null {
  const [delivery, puback] = [trendOf(run, "delivery_latency"), trendOf(run, "puback_latency")];
  const shown = [delivery, puback].filter((trend) => trend !== null);
  const [main] = shown;
  if (main === undefined) return null;
  const caption = `From the intended time of a message. ${shown.map((trend) => `${trend === delivery ? "Delivery" : "PUBACK"} p50 ${duration(trend.med)}, p99 ${duration(trend.p99)}.`).join(" ")}`;
  const key = html`<ul class="key">${delivery !== null && html`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class="bar" x="1" y="1" width="10" height="10"/></svg>reached the backend</li>`}${puback !== null && html`<li><svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true"><path class="stroke t2" d="M1 4H25"/></svg>PUBACK</li>`}</ul>`;
  const bounds = { min: Math.max(0.05, Math.min(...shown.map(({ min }) => min))), max: Math.max(...shown.map(({ max }) => max)) };
  return figure("Latency", caption, key, HALF, (width) => {
    const x = logScale(bounds.min, bounds.max, duration);
    const bars = delivery === null ? [] : binned(delivery, x);
    const outline = puback === null ? [] : binned(puback, x);
    const most = Math.max(...[...bars, ...outline].map(([, , share]) => share));
    return barPlot({
      title: "Latency of messages",
      description: caption,
      width,
      height: 210,
      x,
      y: scaleTo(most, (share) => `${significant(share * 100)}%`),
      bars,
      outline: outline.length === 0 ? null : outlineOf(outline),
      marks: [{ x: main.p99, label: "p99" }],
    });
  });
}

function trendOf(run: RunResult, name: string): TrendSummary | null {
  const metric = run.metrics[name];
  return metric?.type === "trend" && metric.values.count > 0 ? metric.values : null;
}

/** Share of all values in each of the log bins of the scale. */
function binned(trend: TrendSummary, { min, max }: Scale): (readonly [number, number, number])[] {
  const count = Math.round(Math.log10(max / min) * BINS);
  const shares = new Array<number>(count).fill(0);
  for (const [upper, times] of trend.buckets) {
    const bin = Math.min(count - 1, Math.max(0, Math.floor(Math.log10(upper / min) * BINS)));
    shares[bin] = (shares[bin] ?? 0) + times / trend.count;
  }
  return shares.map((share, bin) => [min * 10 ** (bin / BINS), min * 10 ** ((bin + 1) / BINS), share] as const);
}

function outlineOf(bins: readonly (readonly [number, number, number])[]): Line {
  return { points: bins.map(([from, , share]) => [from, share] as const), kind: "step", tone: 2 };
}

export function rolloutPlot(run: RunResult, rollout: RolloutOutcome): Markup | null {
  const { id, release, targets, canary, curve, state, tampered, applied } = rollout;
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return null;
  const name = `${id}, release ${release}${tampered === null ? "" : ` (tampered ${tampered})`}`;
  const caption = `${grouped(applied)} of ${plural(targets, "device")} run it; ${grouped(rollout.notified)} were offered it. ${state === "aborted" ? `Aborted: ${rollout.abortReason ?? "no reason recorded"}.` : `The canary gate opens after ${plural(canary, "device")}.`}`;
  return figure(`Roll-out ${name}`, caption, keyOf([1, "devices that run the release"]), HALF, (width) =>
    linePlot({
      title: `Roll-out ${name}`,
      description: caption,
      width,
      height: 220,
      x: timeScale(run, width < 600 ? 340 : width),
      y: scaleTo(targets, grouped),
      lines: [{ points: [[first[0], 0], ...curve, [endOf(run), last[1]]], kind: "step", tone: 1 }],
      levels: [
        { y: canary, label: `canary gate ${grouped(canary)}` },
        ...(targets > canary * 3 ? [{ y: targets, label: `all targets ${grouped(targets)}` }] : []),
      ],
      marks: state === "aborted" ? [{ x: last[0], label: "✗ aborted" }] : [{ x: first[0], label: "start" }],
    }),
  );
}
