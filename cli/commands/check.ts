import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { type CheckReport, SEVERITIES, type Severity } from "../../model/finding.js";
import { checkPaths } from "../../policies/index.js";
import { checkForOutput, checkJson } from "../../report/check-json.js";
import { checkPretty } from "../../report/check-pretty.js";
import type { Console } from "../console.js";
import { readText, writeWhole } from "../files.js";
import { parseFormats } from "../formats.js";

export interface CheckOptions {
  readonly format: readonly string[];
  readonly all?: boolean;
  readonly failOn: string;
  readonly strict?: boolean;
  readonly waivers?: string;
}

const FORMATS = ["pretty", "json"] as const;
type Format = (typeof FORMATS)[number];

/** `bulwark check`: results to stdout or files, verdict as exit code. */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const formats = parseFormats(options.format, FORMATS);
  const failOn = severityOf(options.failOn);
  const { report, failed } = await checkPaths(paths, {
    failOn,
    all: options.all === true,
    strict: options.strict === true,
    asOf: new Date().toISOString().slice(0, 10),
    ...(options.waivers === undefined ? {} : { waivers: { path: options.waivers, text: readText(options.waivers) } }),
  });
  for (const { format, file } of formats) {
    const text = render(report, options.all === true, format, file === undefined ? console : undefined);
    if (file === undefined) console.result(text);
    else writeWhole(file, text);
  }
  return failed ? EXIT.findings : EXIT.pass;
}

function severityOf(text: string): Severity {
  const severity = SEVERITIES.find((candidate) => candidate === text);
  if (!severity) throw new BulwarkError("BW_USAGE", { problem: `--fail-on ${text}: expected one of ${SEVERITIES.join(", ")}` });
  return severity;
}

function render(report: CheckReport, all: boolean, format: Format, console: Console | undefined): string {
  if (format === "json") return checkJson(report, all);
  return checkPretty(checkForOutput(report, all), { width: console?.width ?? 100, ...(console ? { paint: console.colors } : {}) });
}
