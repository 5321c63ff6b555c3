import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface Sample {
  readonly wallMs: number;
  /** Peak resident set of the process, MB; 0 for a command that is not Node. */
  readonly peakMb: number;
  /** Processor time of the process and all its threads, user mode, without its children; 0 for a command that is not Node. */
  readonly userMs: number;
  /** null when it was stopped at its time limit. */
  readonly code: number | null;
}

/** Reports the process's own peak memory and processor time on descriptor 3 when it ends. */
const REPORTER = `data:text/javascript,${encodeURIComponent('import { writeSync } from "node:fs"; process.on("exit", () => { try { const used = process.resourceUsage(); writeSync(3, `${used.maxRSS} ${used.userCPUTime}`); } catch {} });')}`;

/** Times one cold process from spawn to close. Node programs also report their peak memory and processor time. */
export function timeNode(args: readonly string[]): Promise<Sample> {
  return time(process.execPath, ["--import", REPORTER, ...args]);
}

/** @param limitMs stops the process when it takes longer */
export function time(command: string, args: readonly string[], limitMs?: number): Promise<Sample> {
  return new Promise((done, fail) => {
    const started = process.hrtime.bigint();
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      ...(limitMs === undefined ? {} : { timeout: limitMs, killSignal: "SIGKILL" }),
    });
    let reported = "";
    child.stdio[3]?.on("data", (chunk: Buffer) => {
      reported += chunk;
    });
    child.on("error", fail);
    child.on("close", (code) => {
      const [peakKb = 0, userUs = 0] = reported === "" ? [] : reported.split(" ").map(Number);
      done({ wallMs: Number(process.hrtime.bigint() - started) / 1e6, peakMb: peakKb / 1024, userMs: userUs / 1000, code });
    });
  });
}

/** Runs the candidates in turn, round after round, so that a slow spell of the machine hits all alike. */
export async function interleaved(
  candidates: Readonly<Record<string, () => Promise<Sample>>>,
  rounds: number,
): Promise<Readonly<Record<string, readonly Sample[]>>> {
  const samples: Record<string, Sample[]> = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) samples[name]?.push(await run());
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function onPath(binary: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
