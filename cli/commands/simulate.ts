import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { EXIT, type ExitCode } from "../../model/errors.js";
import type { RunResult } from "../../model/run.js";
import { runSummary } from "../../report/run-summary.js";
import { rehearse } from "../../simulator/index.js";
import { parseScenario } from "../../simulator/scenarios/parse.js";
import type { Scenario } from "../../simulator/scenarios/schema.js";
import type { Console } from "../console.js";
import { readText } from "../files.js";
import { interruptible } from "../interrupt.js";
import { rehearsalProgress } from "../rehearsal-progress.js";
import { stackOf, synthesize } from "../synthesize.js";

export interface SimulateOptions {
  readonly out: string;
  readonly seed?: number;
  readonly stack?: string;
}

/** `bulwark simulate`: one rehearsal, its summary, run.json and evidence.jsonl. */
export async function simulate(scenarioPath: string, options: SimulateOptions, console: Console): Promise<ExitCode> {
  const scenario = parseScenario(readText(scenarioPath), scenarioPath).scenario;
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-synth-"));
  try {
    const result = await interruptible(console, async (signal) => {
      const stackPath = await stackFor(scenarioPath, scenario, options.stack, scratch, console, signal);
      return rehearse(scenarioPath, {
        stackPath,
        outDir: options.out,
        signal,
        onProgress: rehearsalProgress(console),
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      });
    });
    console.progress.done();
    console.result(runSummary(result, { paint: console.colors, width: console.width }));
    console.note(`Written to ${join(options.out, "run.json")} and evidence.jsonl beside it.`);
    return exitCodeOf(result);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Interrupted outranks all; a run that cannot be trusted says nothing about its thresholds. */
export function exitCodeOf(result: RunResult): ExitCode {
  if (result.state === "interrupted") return EXIT.interrupted;
  if (!result.trust.ok) return EXIT.untrusted;
  return result.thresholds.every((threshold) => threshold.ok) ? EXIT.pass : EXIT.threshold;
}

async function stackFor(
  scenarioPath: string,
  scenario: Scenario,
  given: string | undefined,
  scratch: string,
  console: Console,
  signal: AbortSignal,
): Promise<string> {
  if (given !== undefined) return given;
  const here = dirname(resolve(scenarioPath));
  if (scenario.backend.stack !== undefined) return join(here, scenario.backend.stack);
  const app = join(here, scenario.backend.app ?? "main.ts");
  console.progress.update(`synthesizing ${app}`);
  return stackOf(await synthesize(app, scratch, signal), scenario.backend.product).path;
}
