import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { interleaved, median, type Sample, timeNode } from "./measure.js";

const ROOT = new URL("../", import.meta.url).pathname;
const BUILT = join(ROOT, "dist/constructs/index.js");
const EXAMPLES = ["minimal", "smart-home"];
const ROUNDS = 5;

/**
 * Cold synthesis of whole examples the way `npm run synth` does it, beside a process of the same loader that only loads what the library loads of CDKTF
 * and its provider: no synthesis can be faster than that. The library is what was built last.
 */
export async function benchSynth(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-bench-synth-"));
  // Below the root, where #aws and #tf are names.
  const floor = join(ROOT, `bench/.floor-${process.pid}.cjs`);
  try {
    const modules = providerModules();
    writeFileSync(floor, modules.map((name) => `require("${name}");\n`).join(""));
    const loader = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
    print(
      `synth: cold process, median of ${ROUNDS}; floor = the same loader loading the ${modules.length} modules of CDKTF and the provider alone`,
    );
    print(`${availableParallelism()} cores, load before the run ${loadavg()[0]?.toFixed(1)}`);
    process.env.CDKTF_OUTDIR = join(folder, "out");
    const samples = await interleaved(
      {
        floor: () => timeNode([...loader, floor]),
        ...Object.fromEntries(EXAMPLES.map((name) => [name, () => timeNode([...loader, join(ROOT, `examples/${name}/main.ts`)])])),
      },
      ROUNDS,
    );
    const base = summary(samples.floor);
    print(row(["", "wall", "processor", "of floor", "peak"]));
    for (const name of ["floor", ...EXAMPLES]) {
      const { wallMs, userMs, peakMb, code } = summary(samples[name]);
      if (code !== 0) throw new Error(`${name} ended with ${code}: build first (npm run build)`);
      print(row([name, seconds(wallMs), seconds(userMs), (userMs / base.userMs).toFixed(2), `${peakMb.toFixed(0)} MB`]));
    }
  } finally {
    rmSync(floor, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the built library loads of CDKTF and its provider, each once. */
function providerModules(): readonly string[] {
  const names = [...readFileSync(BUILT, "utf8").matchAll(/ = (?:__)?require\("(#(?:tf|aws\/[a-z0-9-]+))"\)/g)].map(([, name = ""]) => name);
  if (names.length === 0) throw new Error(`${BUILT} loads nothing of the provider`);
  return [...new Set(names)].sort();
}

function summary(samples: readonly Sample[] = []): Sample {
  const failed = samples.find(({ code }) => code !== 0);
  const of = (pick: (sample: Sample) => number): number => median(samples.map(pick));
  return {
    wallMs: of(({ wallMs }) => wallMs),
    userMs: of(({ userMs }) => userMs),
    peakMb: of(({ peakMb }) => peakMb),
    code: failed === undefined ? 0 : failed.code,
  };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const row = (cells: readonly string[]): string => cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(10))).join("");
