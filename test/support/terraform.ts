import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { reportAbsent } from "./absent-tools.js";

/** The one value of a plan that differs from run to run, next to the order of `relevant_attributes`. */
const FIXED_TIMESTAMP = "2026-01-01T00:00:00Z";

/** A terraform binary together with a place it can install the AWS provider from without a network. */
export interface Terraform {
  readonly binary: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface RealPlan {
  /** What `terraform show -json` printed, with a fixed timestamp and `relevant_attributes` in order: the same for the same configuration. */
  readonly json: string;
  /** `Plan: 3 to add, 0 to change, 0 to destroy.` */
  readonly summary: string;
  readonly warnings: boolean;
}

/**
 * Terraform from the PATH with the provider mirror of TF_CLI_CONFIG_FILE, or of BULWARK_TF_MIRROR (a folder laid out as
 * `<host>/hashicorp/aws/...`). Absent either one, says so through the reporter and returns `undefined`.
 */
export function findTerraform(what: string): Terraform | undefined {
  const config = providerConfig();
  if (config === undefined) return reportAbsent("the provider hashicorp/aws 5.100.0 (set TF_CLI_CONFIG_FILE or BULWARK_TF_MIRROR)", what);
  const env = { ...process.env, ...OFFLINE, TF_CLI_CONFIG_FILE: config };
  if (spawnSync(BINARY, ["version"], { env }).status !== 0) return reportAbsent(BINARY, what);
  return { binary: BINARY, env };
}

const BINARY = "terraform";

/** Mock credentials: a plan that only creates asks nothing of AWS. */
const OFFLINE = { AWS_ACCESS_KEY_ID: "mock", AWS_SECRET_ACCESS_KEY: "mock", TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };

/** Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference */
export const ASKS_NOTHING = {
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
};

/** The provider of each alias that a synthesized stack names, beside the one without. */
function overrideOf(configPath: string): object {
  const stack = configPath.endsWith(".json") ? (JSON.parse(readFileSync(configPath, "utf8")) as Providers) : {};
  const aliases = (stack.provider?.aws ?? []).flatMap(({ alias }) => (alias === undefined ? [] : [{ alias }]));
  return { provider: { aws: [{}, ...aliases].map((named) => ({ ...named, ...ASKS_NOTHING })) } };
}

interface Providers {
  readonly provider?: { readonly aws?: readonly { readonly alias?: string }[] };
}

function providerConfig(): string | undefined {
  const given = process.env.TF_CLI_CONFIG_FILE;
  if (given && existsSync(given)) return given;
  const mirror = process.env.BULWARK_TF_MIRROR;
  if (!mirror || !existsSync(mirror)) return undefined;
  const path = join(mkdtempSync(join(tmpdir(), "bulwark-tf-")), "terraform.rc");
  writeFileSync(path, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`);
  return path;
}

/**
 * Validates and plans a configuration in a scratch copy of its folder; nothing is written beside it.
 * @throws Error with Terraform's own words
 */
export function planConfiguration(terraform: Terraform, configPath: string): RealPlan {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-plan-"));
  try {
    cpSync(dirname(configPath), folder, { recursive: true });
    writeFileSync(join(folder, "bulwark_override.tf.json"), JSON.stringify(overrideOf(configPath)));
    const run = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync(terraform.binary, args, {
        cwd: folder,
        env: terraform.env,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
      });
      if (status !== 0) throw new Error(`terraform ${args[0]} failed (${status}):\n${stdout.slice(-4000)}\n${stderr}`);
      return stdout + stderr;
    };
    run("init", "-input=false", "-no-color", "-backend=true");
    const validated = run("validate", "-no-color");
    const planned = run("plan", "-input=false", "-no-color", "-refresh=false", "-lock=false", "-out=plan.bin");
    return {
      json: stable(run("show", "-json", "plan.bin")),
      summary: /Plan: .*/.exec(planned)?.[0] ?? "",
      warnings: /Warning:/.test(validated + planned),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stable(json: string): string {
  const plan = JSON.parse(json) as { relevant_attributes?: readonly unknown[] };
  const inOrder = (plan.relevant_attributes ?? []).map((attribute) => JSON.stringify(attribute)).sort();
  return JSON.stringify({
    ...plan,
    ...(plan.relevant_attributes ? { relevant_attributes: inOrder.map((text) => JSON.parse(text) as unknown) } : {}),
    timestamp: FIXED_TIMESTAMP,
  });
}
