import type { Report } from "../../model/report.js";
import { byteSize, duration, grouped, percent } from "../text.js";
import { html, type Markup, type Part } from "./markup.js";
import { section, table } from "./parts.js";

export function inputSection({ inputs }: Report): Markup {
  const columns = [
    { title: "Input" },
    { title: "Kind", kind: "nowrap" },
    { title: "Size", figures: true },
    { title: "SHA-256", kind: "full" },
  ];
  const rows = inputs.map(({ path, kind, bytes, sha256 }) => ({
    cells: [html`<code>${path}</code>`, kind, byteSize(bytes), html`<code>${sha256}</code>`],
  }));
  return section(
    "inputs",
    "Inputs",
    "Every file this report rests on, by the hash of its bytes.",
    inputs.length === 0 ? html`<p>None.</p>` : table("Inputs with their hashes", columns, rows),
  );
}

export function environmentSection({ run, bulwark, generatedAt }: Report): Markup {
  const facts: (readonly [string, Part])[] = [
    ["Bulwark", `${bulwark.version} on Node ${bulwark.node.replace(/^v/, "")}`],
    ["Report made", generatedAt],
  ];
  if (run !== null) {
    facts.push(
      ["Run", `${run.scenario}, seed ${run.seed}, started ${run.startedAt}, ${duration(run.durationMs)}, ${run.state}`],
      ["Scenario", html`<code>${run.scenarioHash}</code>`],
      [
        "Engine",
        `${run.engine.name}: ${run.engine.broker}, ${run.engine.transport}, Node ${run.engine.node.replace(/^v/, "")}, ${run.engine.cpus} processor cores`,
      ],
      [
        "Fleet",
        `${grouped(run.fleet.devices)} devices in ${grouped(run.fleet.workers)} worker processes, ${grouped(run.fleet.brokers)} broker process(es)`,
      ],
      ["Device policy", html`${run.devicePolicy.address} in ${run.devicePolicy.source}<br><code>${run.devicePolicy.sha256}</code>`],
      [
        "Decisions",
        html`<code>${run.decisions}</code><br><span class="quiet">equal for an equal seed: targets, canaries, verdicts, quarantined things</span>`,
      ],
      [
        "Trust",
        run.trust.ok
          ? `event loop p99 ${duration(run.trust.eventLoopP99Ms)}, processor ${percent(run.trust.cpuShare)} busy`
          : run.trust.reasons.join(" "),
      ],
    );
  }
  return section(
    "environment",
    "Environment",
    null,
    html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`,
  );
}
