import { ATTACK_VERSION } from "../../model/detectors/catalogue.js";
import type { Report } from "../../model/report.js";
import type { GroundTruth, RunResult } from "../../model/run.js";
import { attackSummaries, metricTitle, secondsInto } from "../quantities.js";
import { connectedPlot, detectionPlot, latencyPlot, messagesPlot, rolloutPlot } from "../run-plots.js";
import { byteSize, duration, grouped, percent, plural } from "../text.js";
import { rolloutTable } from "./headline.js";
import { html, type Markup } from "./markup.js";
import { chip, section, table } from "./parts.js";

export function rehearsalSection(report: Report): Markup | null {
  const { run } = report;
  if (run === null) return null;
  const { engine, fleet } = run;
  const profiles = Object.entries(fleet.profiles).map(([name, count]) => `${grouped(count)} ${name}`);
  const lead = `${plural(fleet.devices, "device")} (${profiles.join(", ")}), each with its own certificate, against ${engine.broker} over ${engine.transport}, under the device policy of ${run.devicePolicy.address}.`;
  const plots = [
    connectedPlot(run),
    messagesPlot(run),
    detectionPlot(run),
    latencyPlot(run),
    ...run.rollouts.map((rollout) => rolloutPlot(run, rollout)),
  ];
  return section("rehearsal", "The rehearsal", lead, html`<div class="plots">${plots}</div>${rolloutTable(report)}${metricTable(run)}`);
}

export function attackSection({ run }: Report): Markup | null {
  if (run === null || run.attacks.length === 0) return null;
  const summaries = attackSummaries(run);
  const columns = [
    { title: "Attack" },
    { title: "Target", kind: "nowrap" },
    { title: "Started", figures: true },
    { title: "Detected by" },
    { title: "Detected after", figures: true },
    { title: "Contained after", figures: true },
  ];
  const rows = summaries.flatMap(({ instances }) => [...instances].sort(missedFirst).map((truth) => ({ cells: truthCells(truth, run) })));
  const falseAlarms =
    run.falseAlarms.length === 0
      ? "No alarm was false."
      : `${plural(run.falseAlarms.length, "alarm")} had no attack behind it: ${run.falseAlarms.map(({ detector }) => detector).join(", ")}.`;
  const lead = `Ground truth, written down before anything was detected, against what the detectors saw. ${falseAlarms} Techniques are named after MITRE ATT&CK (ICS matrix as of ${ATTACK_VERSION}).`;
  return section("attacks", "Attacks", lead, table("Attack instances: ground truth, detector, delay, containment", columns, rows));
}

/** What was missed comes first within its attack. */
const missedFirst = (a: GroundTruth, b: GroundTruth): number =>
  (a.detectDelayMs === null ? 0 : 1) - (b.detectDelayMs === null ? 0 : 1) || a.instance - b.instance;

function truthCells(truth: GroundTruth, run: RunResult) {
  return [
    html`${truth.attack} <span class="ids">${truth.techniques.join(", ")}</span>`,
    html`<code>${truth.thing === "" ? truth.source : truth.thing}</code>`,
    `${secondsInto(run, truth.startedAt).toFixed(1)} s`,
    truth.detectedBy === null ? chip("bad", "missed") : truth.detectedBy,
    truth.detectDelayMs === null ? "–" : duration(truth.detectDelayMs),
    truth.containDelayMs === null ? chip("bad", "not contained") : duration(truth.containDelayMs),
  ];
}

function metricTable(run: RunResult): Markup {
  const trends = Object.entries(run.metrics).flatMap(([name, metric]) => (metric.type === "trend" ? [[name, metric] as const] : []));
  const rest = Object.entries(run.metrics).flatMap(([name, metric]) => (metric.type === "trend" ? [] : [[name, metric] as const]));
  const figures = (["min", "avg", "med", "p90", "p95", "p99", "p999", "max"] as const).map((name) => ({
    name,
    title: name.replace(/^p999$/, "p99.9"),
    figures: true,
  }));
  const trendRows = trends.map(([name, { values, unit }]) => ({
    cells: [
      html`<code>${name}</code><p class="ids">${metricTitle(name)}</p>`,
      grouped(values.count),
      ...figures.map((figure) => (unit === "bytes" ? byteSize(values[figure.name]) : duration(values[figure.name]))),
    ],
  }));
  const restRows = rest.map(([name, metric]) => ({
    cells: [
      html`<code>${name}</code>`,
      metric.type === "rate" ? percent(metric.value) : metric.unit === "bytes" ? byteSize(metric.value) : grouped(metric.value),
      metric.type === "rate" ? `${grouped(metric.passes)} of ${grouped(metric.total)}` : metric.unit,
      metricTitle(name),
    ],
  }));
  const counters = [
    { title: "Metric" },
    { title: "Value", figures: true },
    { title: "Of", kind: "nowrap" },
    { title: "What it counts", kind: "full" },
  ];
  return html`<details class="group"><summary>All ${plural(trends.length + rest.length, "metric")}</summary>${table("Distributions", [{ title: "Metric" }, { title: "Count", figures: true }, ...figures], trendRows)}<br>${table("Counts and rates", counters, restRows)}</details>`;
}
