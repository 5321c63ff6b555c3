import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type AttestedClaim, claimOf, parseDocuments } from "../model/documents/index.js";
import type { CheckReport } from "../model/finding.js";
import { OBLIGATIONS } from "../model/obligations/catalogue.js";
import type { Report, ReportInput } from "../model/report.js";
import type { RunResult } from "../model/run.js";
import { packageFile } from "../policies/package-file.js";
import { buildReport } from "../report/report.js";
import { reportHtml } from "../report/report-html.js";
import { reportJson } from "../report/report-json.js";
import { readText, sha256, writeWhole } from "./files.js";
import type { LoadedProject } from "./project.js";
import { version } from "./version.js";

export interface ProveInput {
  readonly project: LoadedProject;
  readonly check: CheckReport;
  readonly run: RunResult | null;
  readonly inputs: readonly { readonly path: string; readonly kind: ReportInput["kind"] }[];
}

/** Joins what was checked, rehearsed and attested into report.json and report.html. */
export function prove({ project, check, run, inputs }: ProveInput): Report {
  const rules = packageFile("policies/bundle/rules.wasm");
  const report = buildReport({
    subject: project.scenario.backend.product,
    generatedAt: new Date().toISOString(),
    bulwark: { version: version(), node: process.version },
    inputs: [...inputs.map(({ path, kind }) => inputOf(path, kind)), { ...inputOf(rules, "rules"), path: "policies/bundle/rules.wasm" }],
    check,
    run,
    obligations: OBLIGATIONS,
    claims: claimsOf(project.documents),
    ...(project.asOf === undefined ? {} : { pinned: project.asOf }),
  });
  writeWhole(join(project.out, "report.json"), reportJson(report));
  writeWhole(join(project.out, "report.html"), reportHtml(report));
  return report;
}

function claimsOf(paths: readonly string[]): AttestedClaim[] {
  return paths
    .flatMap((path) => parseDocuments(readText(path), path))
    .flatMap((document) => (document.kind === "Attestation" ? [claimOf(document.value)] : []));
}

/** Paths are shown from where the command was given: a report must not carry the layout of somebody's machine. */
function inputOf(path: string, kind: ReportInput["kind"]): ReportInput {
  const bytes = readFileSync(path);
  return { path: relative(process.cwd(), path).split(sep).join("/"), kind, sha256: sha256(bytes), bytes: bytes.length };
}
