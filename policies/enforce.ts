import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { BulwarkError } from "../model/errors.js";
import type { CheckReport, CheckResult, Severity } from "../model/finding.js";
import { fixesOf } from "../model/fix.js";
import { failingOf } from "./engine/check.js";
import { type CheckPathsOptions, checkPaths } from "./index.js";
import { readBytes, textOf as textOfBytes } from "./lift/read.js";

/** What `enforce` needs of a CDKTF (or CDKTN) app. */
export interface SynthesizedApp {
  /** Where `app.synth()` has written the stacks. */
  readonly outdir: string;
}

export interface EnforceOptions {
  /** Lowest severity that fails. Default `low`: every finding. */
  readonly failOn?: Severity;
  /** What cannot be known before apply fails, too. Default false. */
  readonly strict?: boolean;
  /** Path of a `kind: Waivers` file. What the stack itself accepts (`accept` of the constructs) is waived without it. */
  readonly waivers?: string;
  /** Rule ids, `*` for any run of characters, that are not judged. */
  readonly skip?: readonly string[];
  /** Folders of Rego, or bundles made of them, whose rules are judged beside the library's. */
  readonly policies?: readonly string[];
  /** Path of a file whose `rules:` say what is decided otherwise than the library: severities, disabled rules, numbers. */
  readonly config?: string;
  /** ISO date to judge by. Default: today. */
  readonly asOf?: string;
}

/**
 * Judges an app right after its synthesis and fails it, the way cdk-nag is used:
 *
 *     app.synth();
 *     await enforce(app);
 *
 * Only what was synthesized is judged; a plan knows more, so `bulwark check plan.json` belongs in the pipeline all the same.
 * @returns the report, when nothing fails
 * @throws BulwarkError BW_ENFORCE with a line for each finding: construct path (and line of the app, when `carrySources` wrote it), rule, what was
 * seen and the fix
 * @throws BulwarkError BW_FOLDER_EMPTY before `app.synth()`
 */
export async function enforce({ outdir }: SynthesizedApp, options: EnforceOptions = {}): Promise<CheckReport> {
  const {
    failOn = "low",
    strict = false,
    waivers,
    skip = [],
    policies = [],
    config,
    asOf = new Date().toISOString().slice(0, 10),
  } = options;
  const { report, failed } = await checkPaths(stacksOf(outdir), {
    failOn,
    strict,
    skip,
    asOf,
    policies,
    ...(config === undefined ? {} : { adjustment: await adjustmentOf(config) }),
    ...(waivers === undefined ? {} : { waivers: { path: waivers, text: textOf(waivers) } }),
  });
  if (!failed) return report;
  const listed = failingOf(report.results, { failOn, strict });
  throw new BulwarkError("BW_ENFORCE", { count: listed.length, outdir, findings: listed.map(line).join("\n") });
}

/** The stacks alone: assets beside them may hold JSON that only looks like ours. */
function stacksOf(outdir: string): readonly string[] {
  const folder = join(outdir, "stacks");
  const stacks = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = stacks.map((stack) => join(folder, stack, "cdk.tf.json")).filter((file) => existsSync(file));
  if (files.length === 0) throw new BulwarkError("BW_FOLDER_EMPTY", { path: folder });
  return files;
}

async function adjustmentOf(path: string): Promise<NonNullable<CheckPathsOptions["adjustment"]>> {
  const { parseRuleSettings } = await import("../model/documents/index.js");
  return { path, settings: parseRuleSettings(textOf(path), path) };
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new BulwarkError("BW_FILE_NOT_FOUND", { path });
  return textOfBytes(path, readBytes(path));
}

function line({ rule, severity, verdict, address, constructPath, source, actual, fix }: CheckResult): string {
  // A stack may hold the library's constructs and resources of its own: which of them this is, its path does not say.
  const mends = fixesOf(fix).map(({ place, text }) => `${place}: ${text.trim().replace(/\s*\n\s*/g, " ")}`);
  const how = mends.length === 0 ? "" : ` Fix, ${mends.join(" Or ")}`;
  const made = source === undefined ? "" : `, ${relative(".", resolve(source.file))}:${source.line}:${source.column}`;
  return `[${verdict === "unknown" ? "Unknown" : "Error"} at /${constructPath ?? address}${made}] ${rule} (${severity}): ${actual}.${how}`;
}
