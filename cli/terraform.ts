import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real plan, or the sentence that says why there is none. */
export type PlanOutcome =
  | { readonly ok: true; readonly planJson: string; readonly summary: string; readonly mockCredentials: boolean }
  | { readonly ok: false; readonly why: string };

/** Nobody waits longer than this to hear that the provider cannot be had. */
const INIT_TIMEOUT_MS = 18_000;
const PLAN_TIMEOUT_MS = 300_000;

/**
 * Makes the plan of a synthesized stack with Terraform (or OpenTofu) in a scratch copy of its folder, so that the user's folder gets no
 * lock file or state. Without AWS credentials in the environment the plan is made with mock ones and the provider's skip flags: nothing
 * is asked of AWS, which a plan that creates everything does not need.
 */
export async function planStack(stackPath: string, signal?: AbortSignal): Promise<PlanOutcome> {
  const binary = await firstPresent(["terraform", "tofu"]);
  if (!binary) return { ok: false, why: "neither terraform nor tofu is on the PATH" };
  const folder = mkdtempSync(join(tmpdir(), "bulwark-plan-"));
  try {
    return await planIn(folder, binary, stackPath, signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function planIn(folder: string, binary: string, stackPath: string, signal: AbortSignal | undefined): Promise<PlanOutcome> {
  copyFileSync(stackPath, join(folder, "cdk.tf.json"));
  const assets = join(dirname(stackPath), "assets");
  if (existsSync(assets)) cpSync(assets, join(folder, "assets"), { recursive: true });
  const mockCredentials = !hasCredentials(process.env);
  if (mockCredentials) writeFileSync(join(folder, "bulwark_override.tf.json"), JSON.stringify(OFFLINE_PROVIDER));
  const env = { ...process.env, ...(mockCredentials ? MOCK_CREDENTIALS : {}), TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
  const call = (args: readonly string[], timeoutMs: number) =>
    capture(binary, args, { cwd: folder, env, timeoutMs, ...(signal ? { signal } : {}) });

  const init = await call(["init", "-input=false", "-no-color"], INIT_TIMEOUT_MS);
  if (init.timedOut) return { ok: false, why: `${binary} init did not get the AWS provider within ${INIT_TIMEOUT_MS / 1000} s` };
  if (init.code !== 0) return { ok: false, why: `${binary} init failed: ${firstError(init.output)}` };
  const plan = await call(["plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=plan.bin"], PLAN_TIMEOUT_MS);
  if (plan.code !== 0) return { ok: false, why: `${binary} plan failed: ${firstError(plan.output)}` };
  const show = await call(["show", "-json", "plan.bin"], PLAN_TIMEOUT_MS);
  if (show.code !== 0) return { ok: false, why: `${binary} show failed: ${firstError(show.output)}` };
  return { ok: true, planJson: show.stdout, summary: /Plan: .*/.exec(plan.output)?.[0] ?? "No changes.", mockCredentials };
}

const MOCK_CREDENTIALS = { AWS_ACCESS_KEY_ID: "mock", AWS_SECRET_ACCESS_KEY: "mock" };

/** https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference */
const OFFLINE_PROVIDER = {
  provider: {
    aws: [
      {
        skip_credentials_validation: true,
        skip_requesting_account_id: true,
        skip_metadata_api_check: "true",
        skip_region_validation: true,
      },
    ],
  },
};

const hasCredentials = (env: NodeJS.ProcessEnv): boolean =>
  [
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  ].some((name) => env[name]);

async function firstPresent(binaries: readonly string[]): Promise<string | undefined> {
  for (const binary of binaries) {
    const { code } = await capture(binary, ["version"], {
      cwd: tmpdir(),
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      timeoutMs: 10_000,
    });
    if (code === 0) return binary;
  }
  return undefined;
}

function firstError(output: string): string {
  const lines = output.split("\n").map((line) => line.replace(/^[│╷╵\s]+/u, "").trim());
  const at = lines.findIndex((line) => line.startsWith("Error:"));
  return at < 0
    ? (lines.filter(Boolean).at(-1) ?? "no output")
    : lines
        .slice(at, at + 4)
        .filter(Boolean)
        .join(" ")
        .slice(0, 400);
}

interface Captured {
  readonly code: number | null;
  readonly stdout: string;
  readonly output: string;
  readonly timedOut: boolean;
}

function capture(
  binary: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; timeoutMs: number; signal?: AbortSignal },
): Promise<Captured> {
  return new Promise((done, fail) => {
    const child = spawn(binary, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const stdout: Buffer[] = [];
    const all: Buffer[] = [];
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, options.timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => {
      stdout.push(chunk);
      all.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => all.push(chunk));
    const result = (code: number | null): Captured => ({
      code,
      stdout: Buffer.concat(stdout).toString(),
      output: Buffer.concat(all).toString(),
      timedOut,
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      if (error.name === "AbortError") fail(error);
      else done(result(-1));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      done(result(code));
    });
  });
}
