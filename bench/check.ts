import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { makePlan } from "./make-plan.js";
import { interleaved, median, type Sample, time, timeNode } from "./measure.js";

const PLAN = new URL("../test/fixtures/plans/smart-home.plan.json", import.meta.url);
const CLI = new URL("../dist/cli/main.js", import.meta.url).pathname;
const SIZES = [100, 1_000, 10_000, 50_000];

/** Cold `bulwark check` beside a bare Node that only parses the same file, and beside other checkers where they are installed. */
export async function benchCheck(print: (line: string) => void): Promise<void> {
  const real = JSON.parse(readFileSync(PLAN, "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "bulwark-bench-"));
  try {
    print("check: cold process, median; ratio to a bare node that only does JSON.parse on the same plan");
    print(row(["resources", "plan", "bare parse", "bulwark", "ratio", "peak", "others"]));
    for (const size of SIZES) await benchSize(folder, real, size, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, real: Parameters<typeof makePlan>[0], size: number, print: (line: string) => void): Promise<void> {
  const { json, resources } = makePlan(real, size);
  const path = join(folder, `plan-${size}.json`);
  writeFileSync(path, json);
  const others = size <= 10_000 ? peers(path) : {};
  const samples = await interleaved(
    {
      bare: () => timeNode(["-e", `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(path)}, "utf8"))`]),
      bulwark: () => timeNode([CLI, "check", path, "--format", `json=${join(folder, "out.json")}`]),
    },
    size > 10_000 ? 3 : 5,
  );
  const rest: Record<string, readonly Sample[]> = await interleaved(others, 1);
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
function peers(path: string): Record<string, () => Promise<Sample>> {
  const candidates: Record<string, () => Promise<Sample>> = {};
  if (onPath("trivy")) candidates.trivy = () => time("trivy", ["config", "--quiet", "--skip-check-update", path]);
  if (onPath("checkov")) candidates.checkov = () => time("checkov", ["--quiet", "--compact", "--skip-download", "-f", path]);
  return candidates;
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
