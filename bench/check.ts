import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { loadRules } from "../policies/index.js";
import { writeConftestPack } from "./conftest-pack.js";
import { makePlan, type Plan, smallPlan } from "./make-plan.js";
import { interleaved, median, type Sample, time, timeNode } from "./measure.js";

const PLAN = new URL("../test/fixtures/plans/smart-home.plan.json", import.meta.url);
const CLI = new URL("../dist/cli/main.js", import.meta.url).pathname;
/** The last is a plan of about 200 MB: it must not fail. */
const SIZES = [20, 100, 1_000, 10_000, 50_000, 96_000];
/** Other checkers are timed up to this size: some need minutes for it. */
const PEERS_UP_TO = 10_000;

/** Cold `bulwark check` beside a bare Node that only parses the same file, and beside other checkers where they are installed. */
export async function benchCheck(print: (line: string) => void): Promise<void> {
  const real = JSON.parse(readFileSync(PLAN, "utf8")) as Plan;
  const folder = mkdtempSync(join(tmpdir(), "bulwark-bench-"));
  try {
    const rules = loadRules();
    const pack = join(folder, "pack");
    const packed = writeConftestPack(pack, rules);
    print(`check, ${rules.length} rules: cold process, median; ratio to a bare node that only does JSON.parse on the same plan`);
    print(`conftest, and opa eval as its engine, with ${packed} rules that each ask one attribute`);
    print(row(["resources", "plan", "bare parse", "bulwark", "ratio", "peak", "others"]));
    for (const size of SIZES) await benchSize(folder, size < 100 ? smallPlan(real, size) : makePlan(real, size), pack, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, plan: ReturnType<typeof makePlan>, pack: string, print: (line: string) => void): Promise<void> {
  const { json, resources } = plan;
  const path = join(folder, "plan.json");
  writeFileSync(path, json);
  const rounds = resources > PEERS_UP_TO * 5 ? 1 : resources > PEERS_UP_TO * 1.1 ? 3 : 5;
  const samples = await interleaved(
    {
      bare: () => timeNode(["-e", `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(path)}, "utf8"))`]),
      bulwark: () => timeNode([CLI, "check", path, "--format", `json=${join(folder, "out.json")}`]),
    },
    rounds,
  );
  const failed = samples.bulwark?.find(({ code }) => code !== 0 && code !== 1);
  if (failed !== undefined)
    throw new Error(`bulwark check ended with ${failed.code} on ${resources} resources: build first (npm run build)`);
  const rest = await interleaved(resources > PEERS_UP_TO * 1.1 ? {} : peers(path, pack), 1);
  const bare = median((samples.bare ?? []).map((sample) => sample.wallMs));
  const ours = median((samples.bulwark ?? []).map((sample) => sample.wallMs));
  const peak = median((samples.bulwark ?? []).map((sample) => sample.peakMb));
  const beside = Object.entries(rest).map(([name, [sample]]) => `${name} ${((sample?.wallMs ?? 0) / 1000).toFixed(1)} s`);
  print(
    row([
      String(resources),
      `${(json.length / 1e6).toFixed(1)} MB`,
      ms(bare),
      ms(ours),
      `${(ours / bare).toFixed(1)}x`,
      `${Math.round(peak)} MB`,
      beside.join(", ") || "-",
    ]),
  );
}

/** Other checkers on the PATH, each called the way its manual says for a plan. */
function peers(path: string, pack: string): Readonly<Record<string, () => Promise<Sample>>> {
  const commands: Readonly<Record<string, readonly string[]>> = {
    conftest: ["test", "--policy", pack, path],
    opa: ["eval", "--format", "json", "--data", pack, "--input", path, "data.main.deny"],
    trivy: ["config", "--quiet", "--skip-check-update", path],
    checkov: ["--quiet", "--compact", "--skip-download", "-f", path],
  };
  return Object.fromEntries(
    Object.entries(commands)
      .filter(([name]) => onPath(name))
      .map(([name, args]) => [name === "opa" ? "opa eval" : name, () => time(name, args)]),
  );
}

function onPath(binary: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const ms = (value: number): string => `${Math.round(value)} ms`;
const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(11)).join(" ");
