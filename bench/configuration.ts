import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckReport } from "../model/finding.js";
import { interleaved, median, onPath, type Sample, time, timeNode } from "./measure.js";

const CLI = new URL("../dist/cli/bulwark.cjs", import.meta.url).pathname;
const EXAMPLE = new URL("../examples/insecure/", import.meta.url).pathname;
/** Calls of a module with the 32 resources of the example. */
const SITES = [1, 31, 312];
const LIMIT_MS = 300_000;

/** Each called the way its manual says for a folder, without its network calls. */
const PEERS: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  trivy: (folder) => ["config", "--quiet", "--skip-check-update", "--skip-version-check", folder],
  checkov: (folder) => ["--quiet", "--compact", "--skip-download", "--framework", "terraform", "-d", folder],
};

/** Cold `bulwark check FOLDER` of Terraform files without a plan, beside a bare Node, which is the floor of any command in it, and beside other checkers of such files. */
export async function benchConfiguration(print: (line: string) => void): Promise<void> {
  print("check of Terraform files without a plan, examples/insecure as a module that is called so many times: cold process, median");
  const absent = Object.keys(PEERS).filter((name) => !onPath(name));
  if (absent.length > 0) print(`not on the PATH, so not timed: ${absent.join(", ")}`);
  const root = mkdtempSync(join(tmpdir(), "bulwark-bench-"));
  try {
    for (const sites of SITES) print(await benchSites(join(root, String(sites)), sites));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function benchSites(folder: string, sites: number): Promise<string> {
  writeSites(folder, sites);
  const out = join(folder, "..", "out.json");
  const samples = await interleaved(
    { bare: () => timeNode(["-e", ""]), bulwark: () => timeNode([CLI, "check", folder, "--format", `json=${out}`]) },
    5,
  );
  if (samples.bulwark?.some(({ code }) => code !== 1))
    throw new Error("bulwark check did not end with findings: build first (npm run build)");
  const peers = Object.entries(PEERS).filter(([name]) => onPath(name));
  const rest = await interleaved(Object.fromEntries(peers.map(([name, argsOf]) => [name, () => time(name, argsOf(folder), LIMIT_MS)])), 1);
  const bare = median((samples.bare ?? []).map(({ wallMs }) => wallMs));
  const ours = median((samples.bulwark ?? []).map(({ wallMs }) => wallMs));
  const peak = median((samples.bulwark ?? []).map(({ peakMb }) => peakMb));
  const { inputs, summary } = JSON.parse(readFileSync(out, "utf8")) as CheckReport;
  const beside = Object.entries(rest).map(([name, [sample]]) => {
    const { wallMs, code } = sample as Sample;
    return code === null
      ? `${name} stopped after ${LIMIT_MS / 1000} s`
      : `${name} ${(wallMs / 1000).toFixed(1)} s (${(wallMs / ours).toFixed(1)}x)`;
  });
  return `  ${inputs[0]?.resources.lifted} resources, ${summary.fail} failures: bare node ${Math.round(bare)} ms, bulwark ${Math.round(ours)} ms, ${Math.round(peak)} MB, ${beside.join(", ") || "-"}`;
}

function writeSites(folder: string, sites: number): void {
  const site = join(folder, "site");
  mkdirSync(site, { recursive: true });
  cpSync(join(EXAMPLE, "main.tf"), join(site, "main.tf"));
  const text = readFileSync(join(site, "main.tf"), "utf8");
  // A module that is called several times has no provider of its own.
  writeFileSync(join(site, "main.tf"), text.slice(text.indexOf("locals {")));
  const calls = Array.from({ length: sites }, (_, at) => `module "site_${at}" {\n  source = "./site"\n}\n`);
  writeFileSync(join(folder, "main.tf"), `provider "aws" {\n  region = "eu-west-1"\n}\n${calls.join("")}`);
}
