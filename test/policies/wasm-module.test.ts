import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wasmInput } from "../../policies/engine/evaluate.js";
import { loadBundledPolicy } from "../../policies/engine/load.js";
import { cachedWasmModule } from "../../policies/engine/wasm-module.js";
import { liftInputs } from "../../policies/lift/index.js";
import { packageFile } from "../../policies/package-file.js";

const WASM = packageFile("policies/bundle/rules.wasm");
const wasm = readFileSync(WASM);
const folder = mkdtempSync(join(tmpdir(), "bulwark-wasm-"));
const CACHE = join(folder, "rules.wasm.cache");
const INPUT = join(folder, "input.json");

/** In a process of its own: V8 has flags for all of it, and ends it where it lacks what it is asked for. */
function run(program: string, ...flags: readonly string[]): string {
  const prelude = `
    const { readFileSync } = await import("node:fs");
    const { loadBundledPolicy } = await import(${JSON.stringify(packageFile("policies/engine/load.ts"))});
    const { cachedWasmModule, writeWasmCache } = await import(${JSON.stringify(packageFile("policies/engine/wasm-module.ts"))});
    const wasm = readFileSync(${JSON.stringify(WASM)});
    const cache = ${JSON.stringify(CACHE)};`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, "--import", "tsx", "--input-type=module", "-e", `${prelude}${program}`],
    { encoding: "utf8", maxBuffer: 1 << 26, cwd: packageFile(".") },
  );
  expect(status, stderr).toBe(0);
  return stdout;
}

beforeAll(async () => {
  const [input] = await liftInputs([packageFile("examples/brownfield/plan.json")]);
  writeFileSync(INPUT, wasmInput(input?.resources ?? [], "2026-11-25"));
  run("writeWasmCache(wasm, cache);");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("rules that V8 compiled ahead", () => {
  it("find what rules find that are compiled when they are called", () => {
    const found = run(`
      const module = cachedWasmModule(wasm, cache);
      if (module === undefined) throw new Error("V8 does not take back what it wrote");
      console.log(JSON.stringify(loadBundledPolicy(undefined, module).evaluate(readFileSync(${JSON.stringify(INPUT)}, "utf8"))));`);
    const facts = JSON.parse(found) as Record<string, unknown>;
    expect(Object.keys(facts).length).toBeGreaterThan(50);
    expect(facts).toEqual(loadBundledPolicy().evaluate(readFileSync(INPUT, "utf8")));
  });

  it("are refused by a V8 with other flags", () => {
    expect(run("console.log(cachedWasmModule(wasm, cache));", "--no-wasm-bounds-checks").trim()).toBe("undefined");
  });

  const copyOf = (change: (text: Buffer) => Buffer): string => {
    const path = join(folder, "changed.cache");
    writeFileSync(path, change(readFileSync(CACHE)));
    return path;
  };

  it.each([
    ["of another Node", (text: Buffer) => replaced(text, process.version, "v0.0.0")],
    ["of another machine", (text: Buffer) => replaced(text, process.arch, "s390")],
    ["that is not whole", (text: Buffer) => text.subarray(0, text.length - 1)],
    ["that is none", () => Buffer.from("none")],
    ["of no length", () => Buffer.alloc(0)],
  ])("are left alone in a cache %s", (_, change) => {
    expect(cachedWasmModule(wasm, copyOf(change))).toBeUndefined();
  });

  it("are left alone once the rules are others, and where there is no cache", () => {
    const other = Buffer.from(wasm);
    other[other.length - 1] = (other.at(-1) as number) ^ 1;
    expect(cachedWasmModule(other, CACHE)).toBeUndefined();
    expect(cachedWasmModule(wasm, join(folder, "absent"))).toBeUndefined();
  });
});

/** In the first line, which is text. */
function replaced(cache: Buffer, text: string, by: string): Buffer {
  const end = cache.indexOf("\n");
  return Buffer.concat([Buffer.from(cache.toString("utf8", 0, end).replace(text, by)), cache.subarray(end)]);
}
