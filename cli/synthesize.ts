import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { BulwarkError } from "../model/errors.js";

export interface SynthesizedStack {
  readonly name: string;
  /** The stack's cdk.tf.json. */
  readonly path: string;
}

/**
 * Runs a CDKTF app in a process of its own and returns the stacks it wrote. The app is any Node program that calls `app.synth()`;
 * CDKTF_OUTDIR is how the cdktf CLI too tells an app where to write.
 * @throws BulwarkError BW_APP_FAILED with the app's last words, BW_FILE_NOT_FOUND
 */
export async function synthesize(appPath: string, outDir: string, signal?: AbortSignal): Promise<readonly SynthesizedStack[]> {
  const app = resolve(appPath);
  if (!existsSync(app)) throw new BulwarkError("BW_FILE_NOT_FOUND", { path: appPath });
  rmSync(outDir, { recursive: true, force: true });
  await runApp(app, appPath, resolve(outDir), signal);
  const stacks = stacksIn(outDir);
  if (stacks.length === 0)
    throw new BulwarkError("BW_APP_FAILED", { path: appPath, code: 0, cause: "it wrote no stack; does it call app.synth()?" });
  return stacks;
}

/** The stack of that name, or the only one there is. */
export function stackOf(stacks: readonly SynthesizedStack[], product: string): SynthesizedStack {
  const found = stacks.find((stack) => stack.name === product) ?? (stacks.length === 1 ? stacks[0] : undefined);
  if (!found)
    throw new BulwarkError("BW_USAGE", {
      problem: `none of the stacks ${stacks.map((stack) => stack.name).join(", ")} is called ${product}`,
    });
  return found;
}

function stacksIn(outDir: string): readonly SynthesizedStack[] {
  const folder = join(outDir, "stacks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, path: join(folder, name, "cdk.tf.json") }))
    .filter((stack) => existsSync(stack.path));
}

function runApp(app: string, shownPath: string, outDir: string, signal: AbortSignal | undefined): Promise<void> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = spawn(process.execPath, ["--import", tsx, app], {
    env: { ...process.env, CDKTF_OUTDIR: outDir, CDKTF_LOG_LEVEL: process.env.CDKTF_LOG_LEVEL ?? "ERROR" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal ? { signal } : {}),
  });
  let said = "";
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-8_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((done, fail) => {
    child.on("error", (error) =>
      error.name === "AbortError"
        ? fail(error)
        : fail(new BulwarkError("BW_APP_FAILED", { path: shownPath, code: -1, cause: error.message }, error)),
    );
    child.on("close", (code) =>
      code === 0 ? done() : fail(new BulwarkError("BW_APP_FAILED", { path: shownPath, code: code ?? -1, cause: lastWords(said) })),
    );
  });
}

/** The line of an uncaught error that carries its message, without the stack below it. */
function lastWords(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  const named = lines.find((line) => /^(\w*Error|BulwarkError)\b.*:/.test(line));
  return named ?? lines.filter((line) => line !== "" && !line.startsWith("at ") && !/^Node\.js v/.test(line)).at(-1) ?? "no output";
}
