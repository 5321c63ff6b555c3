import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { brownfieldResults } from "./generators/brownfield-results.js";
import { differences } from "./generators/differences.js";
import { documentSchemas } from "./generators/document-schemas.js";
import { insecureResults } from "./generators/insecure-results.js";
import type { Generator } from "./generators/output.js";
import { outputSchemas } from "./generators/outputs.js";
import { rulePages } from "./generators/rule-pages.js";
import { switching } from "./generators/switching.js";

/** Everything generated and committed but the rule bundle (`npm run policies`). Add a generator here. */
const GENERATORS: readonly Generator[] = [
  documentSchemas,
  outputSchemas,
  insecureResults,
  brownfieldResults,
  switching,
  differences,
  rulePages,
];

const ROOT = resolve(import.meta.dirname, "..");

/** `npm run generate` writes the outputs; with `--check` it writes nothing and exits 1 when a committed file differs. */
async function main(check: boolean): Promise<void> {
  const outputs = (await Promise.all(GENERATORS.map((generator) => generator()))).flat();
  const stale = outputs.filter(({ file, content }) => committed(file) !== content);
  if (check) {
    for (const { file } of stale) process.stderr.write(`${file} differs from its source: run npm run generate\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const { file, content } of stale) {
    mkdirSync(dirname(resolve(ROOT, file)), { recursive: true });
    writeFileSync(resolve(ROOT, file), content);
  }
  process.stdout.write(`${outputs.length} generated files, ${stale.length} written\n`);
}

function committed(file: string): string | undefined {
  const path = resolve(ROOT, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

await main(process.argv.includes("--check"));
