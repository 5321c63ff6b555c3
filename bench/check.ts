import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckReport } from "../model/finding.js";
import { loadRules } from "../policies/index.js";
import { writeConftestPack } from "./conftest-pack.js";
import { makePlan, type Plan, smallPlan, withGateways } from "./make-plan.js";
import { interleaved, median, onPath, type Sample, time, timeNode } from "./measure.js";

interface Mix {
  readonly title: string;
  readonly plan: URL;
  /** What the plan's literal names begin with. */
  readonly name: string;
  /** Devices that the plan registers as well. */
  readonly gateways?: number;
  readonly sizes: readonly number[];
}

/** Made of real plans. The largest is a plan of about 200 MB: it must not fail. */
const MIXES: readonly Mix[] = [
  {
    title: "our own stack, and sites of it: nothing is found",
    plan: new URL("../test/fixtures/plans/smart-home.plan.json", import.meta.url),
    name: "smart-home",
    sizes: [20, 100, 1_000, 10_000, 50_000, 96_000],
  },
  {
    title: "our own stack with 130 gateways, and sites of it",
    plan: new URL("../test/fixtures/plans/smart-home.plan.json", import.meta.url),
    name: "smart-home",
    gateways: 130,
    sizes: [1_000, 10_000],
  },
  {
    title: "our own stack with thousands of gateways in one module: what all of them name ties them together",
    plan: new URL("../test/fixtures/plans/smart-home.plan.json", import.meta.url),
    name: "smart-home",
    gateways: 2_000,
    sizes: [10_000],
  },
  {
    title: "a module of ten resources and nine types, many times over: a site's way from AWS IoT to a queue and an archive",
    plan: new URL("./telemetry/plan.json", import.meta.url),
    name: "telemetry-site",
    sizes: [1_000, 10_000],
  },
  {
    title: "examples/brownfield, and sites of it: nearly two findings a resource",
    plan: new URL("../examples/brownfield/plan.json", import.meta.url),
    name: "parcel-tracker",
    sizes: [30, 1_000, 10_000],
  },
];
const GATEWAYS = new URL("./gateways/plan.json", import.meta.url);
const CLI = new URL("../dist/cli/bulwark.cjs", import.meta.url).pathname;
/** Other checkers are timed up to this size, and no longer than this: some need minutes for it. */
const PEERS_UP_TO = 10_000;
const PEER_LIMIT_MS = 300_000;

/** Each called the way its manual says for a plan, without its network calls. */
const PEERS: Readonly<Record<string, (plan: string, pack: string) => readonly string[]>> = {
  conftest: (plan, pack) => ["test", "--policy", pack, plan],
  opa: (plan, pack) => ["eval", "--format", "json", "--data", pack, "--input", plan, "data.main.deny"],
  trivy: (plan) => ["config", "--quiet", "--skip-check-update", "--skip-version-check", plan],
  checkov: (plan) => ["--quiet", "--compact", "--skip-download", "--framework", "terraform_plan", "-f", plan],
};

/** Cold `bulwark check` beside a bare Node that only parses the same file, and beside other checkers where they are installed. */
export async function benchCheck(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-bench-"));
  try {
    const rules = loadRules();
    const pack = join(folder, "pack");
    const packed = writeConftestPack(pack, rules);
    print(`check, ${rules.length} rules: cold process, median; ratio to a bare node that only does JSON.parse on the same plan`);
    print(`conftest, and opa eval as its engine, with ${packed} rules that each ask one attribute`);
    print(`${availableParallelism()} cores, load before the run ${loadavg()[0]?.toFixed(1)}`);
    const absent = Object.keys(PEERS).filter((name) => !onPath(name));
    if (absent.length > 0) print(`not on the PATH, so not timed: ${absent.join(", ")}`);
    for (const { title, plan, name, gateways, sizes } of MIXES) {
      const bare = planOf(plan);
      const real = gateways === undefined ? bare : withGateways(bare, planOf(GATEWAYS), gateways);
      print(title);
      print(row(["resources", "findings", "plan", "bare parse", "bulwark", "ratio", "peak", "others, and how many times our time"]));
      for (const size of sizes) await benchSize(folder, size < 100 ? smallPlan(real, size) : makePlan(real, size, name), pack, print);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const planOf = (file: URL): Plan => JSON.parse(readFileSync(file, "utf8")) as Plan;

async function benchSize(folder: string, plan: ReturnType<typeof makePlan>, pack: string, print: (line: string) => void): Promise<void> {
  const { json, resources } = plan;
  const path = join(folder, "plan.json");
  const out = join(folder, "out.json");
  writeFileSync(path, json);
  const rounds = resources > PEERS_UP_TO * 5 ? 1 : resources > PEERS_UP_TO * 1.1 ? 3 : 5;
  const samples = await interleaved(
    {
      bare: () => timeNode(["-e", `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(path)}, "utf8"))`]),
      bulwark: () => timeNode([CLI, "check", path, "--format", `json=${out}`]),
    },
    rounds,
  );
  const failed = samples.bulwark?.find(({ code }) => code !== 0 && code !== 1);
  if (failed !== undefined)
    throw new Error(`bulwark check ended with ${failed.code} on ${resources} resources: build first (npm run build)`);
  const rest = resources > PEERS_UP_TO * 1.1 ? {} : await interleaved(peers(path, pack), 1);
  const bare = median((samples.bare ?? []).map((sample) => sample.wallMs));
  const ours = median((samples.bulwark ?? []).map((sample) => sample.wallMs));
  const peak = median((samples.bulwark ?? []).map((sample) => sample.peakMb));
  const beside = Object.entries(rest).map(([name, [sample]]) => besideOurs(name, sample as Sample, ours));
  print(
    row([
      String(resources),
      String((JSON.parse(readFileSync(out, "utf8")) as CheckReport).summary.fail),
      `${(json.length / 1e6).toFixed(1)} MB`,
      ms(bare),
      ms(ours),
      `${(ours / bare).toFixed(1)}x`,
      `${Math.round(peak)} MB`,
      beside.join(", ") || "-",
    ]),
  );
}

/** Other checkers on the PATH. */
function peers(path: string, pack: string): Readonly<Record<string, () => Promise<Sample>>> {
  return Object.fromEntries(
    Object.entries(PEERS)
      .filter(([name]) => onPath(name))
      .map(([name, argsOf]) => [name, () => time(name, argsOf(path, pack), PEER_LIMIT_MS)]),
  );
}

/** A checker that broke off tells by its exit code; its time then says nothing. */
function besideOurs(name: string, { wallMs, code }: Sample, ours: number): string {
  if (code === null) return `${name} stopped after ${PEER_LIMIT_MS / 1000} s (> ${Math.floor(wallMs / ours)}x)`;
  if (code !== 0 && code !== 1) return `${name} failed with ${code}`;
  return `${name} ${(wallMs / 1000).toFixed(1)} s (${(wallMs / ours).toFixed(1)}x)`;
}

const ms = (value: number): string => `${Math.round(value)} ms`;
const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(11)).join(" ");
