import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { type CheckReport, type RuleMeta, SEVERITIES, type Severity } from "../../model/finding.js";
import { baselineText, type CheckPathsOptions, checkPaths } from "../../policies/index.js";
import { checkForOutput, checkJson } from "../../report/check-json.js";
import { checkPretty } from "../../report/check-pretty.js";
import type { CheckContext } from "../../report/check-view.js";
import type { Console } from "../console.js";
import { readText, writeWhole } from "../files.js";
import { parseFormats } from "../formats.js";
import { version } from "../version.js";

export interface CheckOptions {
  readonly format: readonly string[];
  readonly all?: boolean;
  readonly failOn: string;
  readonly strict?: boolean;
  readonly waivers?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly changedOnly?: boolean;
  readonly asOf?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly policy: readonly string[];
  readonly source?: string;
  readonly config?: string;
}

const FORMATS = ["pretty", "json", "sarif", "junit", "github", "markdown", "gitlab"] as const;
type Format = (typeof FORMATS)[number];

/** `bulwark check`: results to stdout or files, verdict as exit code. */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const formats = parseFormats(options.format, FORMATS);
  const failOn = severityOf(options.failOn);
  refusePartialBaseline(options);
  const now = new Date().toISOString();
  const {
    report,
    failed,
    known,
    rules,
    warnings = [],
  } = await checkPaths(paths, {
    failOn,
    all: options.all === true,
    strict: options.strict === true,
    asOf: options.asOf === undefined ? now.slice(0, 10) : dayOf(options.asOf),
    only: options.only,
    skip: options.skip,
    changedOnly: options.changedOnly === true,
    ...(options.waivers === undefined ? {} : { waivers: fileOf(options.waivers) }),
    ...(options.baseline === undefined ? {} : { known: fileOf(options.baseline) }),
    ...(options.writeBaseline === undefined ? {} : { adopt: options.writeBaseline }),
    policies: options.policy,
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.config === undefined ? {} : { adjustment: await settingsOf(options.config) }),
  });
  for (const warning of warnings) console.note(`${console.errColors.yellow("note")} ${warning}`);
  for (const { format, file } of formats) {
    const text = await render(report, options.all === true, format, { now, rules, console: file === undefined ? console : undefined });
    if (file === undefined) console.result(text);
    else writeWhole(file, text);
  }
  if (options.writeBaseline !== undefined) {
    const findings = known();
    writeWhole(options.writeBaseline, baselineText(findings, now.slice(0, 10)));
    console.note(`${options.writeBaseline}: ${findings.length} known findings`);
  }
  return failed ? EXIT.findings : EXIT.pass;
}

/** Loads what reads YAML, which a check of plans alone does without. */
async function settingsOf(path: string): Promise<NonNullable<CheckPathsOptions["adjustment"]>> {
  const { parseRuleSettings } = await import("../../model/documents/index.js");
  return { path, settings: parseRuleSettings(readText(path), path) };
}

const fileOf = (path: string): { readonly path: string; readonly text: string } => ({ path, text: readText(path) });

/** What is not judged would be lost from the file and come back as new. */
function refusePartialBaseline({ writeBaseline, only, skip, changedOnly }: CheckOptions): void {
  if (writeBaseline !== undefined && (only.length > 0 || skip.length > 0 || changedOnly === true))
    throw new BulwarkError("BW_USAGE", { problem: "--write-baseline needs the whole check: leave out --only, --skip and --changed-only" });
}

function dayOf(text: string): string {
  // Date takes the 30th of February for the 1st or 2nd of March.
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new BulwarkError("BW_USAGE", { problem: `--as-of ${text}: expected a date, like 2026-11-25` });
}

function severityOf(text: string): Severity {
  const severity = SEVERITIES.find((candidate) => candidate === text);
  if (!severity) throw new BulwarkError("BW_USAGE", { problem: `--fail-on ${text}: expected one of ${SEVERITIES.join(", ")}` });
  return severity;
}

/** A view is loaded when it is asked for. */
async function render(
  report: CheckReport,
  all: boolean,
  format: Format,
  { now, rules, console }: { readonly now: string; readonly rules: readonly RuleMeta[]; readonly console: Console | undefined },
): Promise<string> {
  if (format === "json") return checkJson(report, all);
  const shown = checkForOutput(report, all);
  const context = (): CheckContext => ({ rules, version: version(), root: process.cwd(), at: now });
  switch (format) {
    case "pretty":
      return checkPretty(shown, { width: console?.width ?? 100, ...(console ? { paint: console.colors } : {}) });
    case "sarif":
      return (await import("../../report/sarif.js")).checkSarif(shown, context());
    case "junit":
      return (await import("../../report/junit.js")).checkJunit(shown, context());
    case "github":
      return (await import("../../report/github.js")).checkGithub(shown, context());
    case "markdown":
      return (await import("../../report/markdown.js")).checkMarkdown(shown, context());
    case "gitlab":
      return (await import("../../report/gitlab.js")).checkGitlab(shown, context());
  }
}
