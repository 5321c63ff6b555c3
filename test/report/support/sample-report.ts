import { OBLIGATIONS } from "../../../model/obligations/catalogue.js";
import type { Report } from "../../../model/report.js";
import { buildReport, type ReportSources } from "../../../report/report.js";
import { sampleCheck } from "./sample-check.js";
import { sampleRun } from "./sample-run.js";

export function sampleReport(changes: Partial<ReportSources> = {}): Report {
  return buildReport({
    subject: "Smart Home",
    generatedAt: "2026-11-25T09:31:30Z",
    bulwark: { version: "0.1.0", node: "v20.20.2" },
    inputs: [
      { path: "cdktf.out/stacks/smart-home/cdk.tf.json", kind: "synth", sha256: "9f86d081".padEnd(64, "c7"), bytes: 148_230 },
      { path: "examples/smart-home/rehearsal.yaml", kind: "scenario", sha256: "60303ae2".padEnd(64, "1b"), bytes: 2_910 },
    ],
    check: sampleCheck(),
    run: sampleRun(),
    obligations: OBLIGATIONS,
    claims: [],
    ...changes,
  });
}
