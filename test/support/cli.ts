import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = resolve(import.meta.dirname, "../..");

/** By address, since the child may run in another folder. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from stdin. */
  readonly input?: string;
  /** Sends SIGINT when stderr or stdout first matches. */
  readonly interruptAt?: RegExp;
}

/** Runs the command line from the sources, as a process of its own, the way a shell would. */
export function bulwark(args: readonly string[], options: Options = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", TSX, resolve(ROOT, "cli/main.ts"), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: "1", ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A command that does not read it may have ended by then.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  let stdout = "";
  let stderr = "";
  let interrupted = false;
  const watch = () => {
    if (interrupted || !options.interruptAt?.test(stdout + stderr)) return;
    interrupted = true;
    child.kill("SIGINT");
  };
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
    watch();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
    watch();
  });
  return new Promise((done) => child.on("close", (code) => done({ code, stdout, stderr })));
}
