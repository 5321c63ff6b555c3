import { mkdirSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { EXIT, type ExitCode } from "../../model/errors.js";
import type { CheckReport } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import type { RunResult } from "../../model/run.js";
import { checkPaths } from "../../policies/index.js";
import { checkForOutput, checkJson } from "../../report/check-json.js";
import { checkPretty } from "../../report/check-pretty.js";
import { reportSummary } from "../../report/report-summary.js";
import { runSummary } from "../../report/run-summary.js";
import type { Console } from "../console.js";
import { writeWhole } from "../files.js";
import { interruptible } from "../interrupt.js";
import { type LoadedProject, loadProject } from "../project.js";
import { prove } from "../prove.js";
import { rehearsalProgress } from "../rehearsal-progress.js";
import { type SynthesizedStack, stackOf, synthesize } from "../synthesize.js";
import { planStack } from "../terraform.js";
import { exitCodeOf } from "./simulate.js";

export interface RunOptions {
  readonly plan?: boolean;
  readonly out?: string;
  readonly seed?: number;
}

/** `bulwark run`: deploy (synthesize) -> check -> rehearse -> prove, on one project folder. */
export async function run(folder: string, options: RunOptions, console: Console): Promise<ExitCode> {
  const project = loadProject(folder, options.out);
  return interruptible(console, async (signal) => {
    mkdirSync(project.out, { recursive: true });
    dropOldReports(project.out);
    const stack = await deploy(project, console, signal);
    const plan = options.plan ? await realPlan(project, stack, console, signal) : undefined;
    const checked = await check(project, stack, plan, console);
    const rehearsed = await rehearseProject(project, stack, options.seed, console, signal);
    const report = prove({ project, check: checked.full, run: rehearsed, inputs: inputsOf(project, stack, plan) });
    announce(project, report, console);
    return worstExit(checked.failed, rehearsed);
  });
}

/** A run that stops early must not leave the last one's report to be taken for its own. */
function dropOldReports(out: string): void {
  for (const name of ["report.json", "report.html", "run.json", "check.json", "evidence.jsonl", "plan.json"])
    rmSync(join(out, name), { force: true });
}

async function deploy(project: LoadedProject, console: Console, signal: AbortSignal): Promise<SynthesizedStack> {
  heading(console, 1, "Deploy", `synthesizing ${shown(project.app)}`);
  const started = Date.now();
  const stacks = await synthesize(project.app, join(project.out, "cdktf.out"), signal);
  const stack = stackOf(stacks, project.scenario.backend.product);
  console.result(`    stack ${stack.name} in ${seconds(started)}: ${shown(stack.path)}`);
  return stack;
}

async function realPlan(
  project: LoadedProject,
  stack: SynthesizedStack,
  console: Console,
  signal: AbortSignal,
): Promise<string | undefined> {
  const started = Date.now();
  console.progress.update("    making the real plan");
  const outcome = await planStack(stack.path, signal);
  console.progress.done();
  if (!outcome.ok) {
    console.result(`    no real plan: ${outcome.why}. Going on with the synthesized stack.`);
    return undefined;
  }
  const path = join(project.out, "plan.json");
  writeWhole(path, outcome.planJson);
  console.result(
    `    ${outcome.summary.replace(/\.$/, "")} (${seconds(started)}${outcome.mockCredentials ? ", without AWS credentials: nothing was asked of AWS" : ""})`,
  );
  return path;
}

async function check(
  project: LoadedProject,
  stack: SynthesizedStack,
  plan: string | undefined,
  console: Console,
): Promise<{ full: CheckReport; failed: boolean }> {
  const pinned = project.asOf === undefined ? "" : ` as of ${project.asOf}, the day bulwark.yaml pins`;
  heading(console, 2, "Check", `${plan ? "the real plan" : "the synthesized stack"} and the dossier${pinned}`);
  const { report, failed } = await checkPaths(checkedPaths(project, stack, plan).map(shown), {
    all: true,
    failOn: "low",
    strict: false,
    asOf: project.asOf ?? new Date().toISOString().slice(0, 10),
    ...(project.waivers ? { waivers: project.waivers } : {}),
    ...(project.adjustment ? { adjustment: project.adjustment } : {}),
  });
  console.result(indent(checkPretty(checkForOutput(report, false), { paint: console.colors, width: console.width - 4 })));
  writeWhole(join(project.out, "check.json"), checkJson(report, true));
  return { full: report, failed };
}

/** Beside its plan a synthesized stack only lends its construct paths; it is not judged a second time. */
function checkedPaths(project: LoadedProject, stack: SynthesizedStack, plan: string | undefined): string[] {
  return [...(plan ? [plan] : []), stack.path, project.dossier];
}

async function rehearseProject(
  project: LoadedProject,
  stack: SynthesizedStack,
  seed: number | undefined,
  console: Console,
  signal: AbortSignal,
): Promise<RunResult> {
  const { fleet } = project.scenario;
  const devices = fleet.profiles.reduce((sum, profile) => sum + profile.count, 0);
  heading(console, 3, "Rehearse", `${devices} devices under the synthesized device policy, seed ${seed ?? project.scenario.seed}`);
  const { rehearse } = await import("../../simulator/index.js");
  const result = await rehearse(project.scenarioPath, {
    stackPath: stack.path,
    outDir: project.out,
    signal,
    onProgress: rehearsalProgress(console, "    "),
    ...(seed === undefined ? {} : { seed }),
  });
  console.progress.done();
  console.result(indent(runSummary(result, { paint: console.colors, width: console.width - 4 })));
  return result;
}

function announce(project: LoadedProject, report: Report, console: Console): void {
  heading(console, 4, "Prove", `evidence for ${project.name}`);
  console.result(indent(reportSummary(report, { paint: console.colors, width: console.width - 4 })));
  console.result(`\nReport: ${shown(join(project.out, "report.html"))}  (report.json, check.json, run.json and evidence.jsonl beside it)`);
}

function inputsOf(project: LoadedProject, stack: SynthesizedStack, plan: string | undefined) {
  return [
    { path: stack.path, kind: "synth" as const },
    ...(plan ? [{ path: plan, kind: "plan" as const }] : []),
    { path: project.scenarioPath, kind: "scenario" as const },
    ...project.documents.map((path) => ({ path, kind: "document" as const })),
  ];
}

function worstExit(checkFailed: boolean, result: RunResult): ExitCode {
  const rehearsal = exitCodeOf(result);
  if (rehearsal === EXIT.interrupted) return rehearsal;
  return checkFailed ? EXIT.findings : rehearsal;
}

function heading(console: Console, step: number, title: string, what: string): void {
  const { bold, dim } = console.colors;
  console.result(`\n${dim(`${step}/4`)} ${bold(title)}  ${dim(what)}`);
}

const indent = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, "    ");
const seconds = (started: number): string => `${((Date.now() - started) / 1000).toFixed(1)} s`;
const shown = (path: string): string => relative(process.cwd(), resolve(path)) || ".";
