import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { agreement } from "./generators/agreement.js";
import { brownfieldResults } from "./generators/brownfield-results.js";
import { constructPages } from "./generators/construct-pages.js";
import { defaultMutations } from "./generators/default-mutations.js";
import { differences } from "./generators/differences.js";
import { documentSchemas } from "./generators/document-schemas.js";
import { insecureResults } from "./generators/insecure-results.js";
import { libraryPage } from "./generators/library-page.js";
import { obligationsPage } from "./generators/obligations-page.js";
import type { Generator } from "./generators/output.js";
import { outputSchemas } from "./generators/outputs.js";
import { rulePages } from "./generators/rule-pages.js";
import { switching } from "./generators/switching.js";

/** Everything generated and committed but the rule bundle (`npm run policies`). Add a generator here. */
const GENERATORS: Readonly<Record<string, Generator>> = {
  documentSchemas,
  outputSchemas,
  insecureResults,
  brownfieldResults,
  switching,
  agreement,
  differences,
  rulePages,
  libraryPage,
  constructPages: () => constructPages(),
  obligationsPage,
  defaultMutations,
};

const ROOT = resolve(import.meta.dirname, "..");

/**
 * `npm run generate` writes the outputs; with `--check` it writes nothing and exits 1 when a committed file differs. Names of generators, as above,
 * leave the others out. What one generator lacks is said and gives 1 as well, but does not keep the others from their work.
 */
async function main(check: boolean, names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(GENERATORS, name));
  if (unknown.length > 0) {
    process.stderr.write(`no generator ${unknown.join(", ")}; there are ${Object.keys(GENERATORS).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  const chosen = Object.entries(GENERATORS).filter(([name]) => names.length === 0 || names.includes(name));
  const settled = await Promise.allSettled(chosen.map(async ([, generator]) => generator()));
  const outputs = settled.flatMap((made) => (made.status === "fulfilled" ? made.value : []));
  const failures = settled.flatMap((made) => (made.status === "rejected" ? [made.reason as Error] : []));
  for (const { message } of failures) process.stderr.write(`${message}\n`);
  const stale = outputs.filter(({ file, content }) => committed(file) !== content);
  if (check) {
    for (const { file } of stale) process.stderr.write(`${file} differs from its source: run npm run generate\n`);
    process.exitCode = stale.length + failures.length > 0 ? 1 : 0;
    return;
  }
  for (const { file, content } of stale) {
    mkdirSync(dirname(resolve(ROOT, file)), { recursive: true });
    writeFileSync(resolve(ROOT, file), content);
  }
  process.stdout.write(`${outputs.length} generated files, ${stale.length} written\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function committed(file: string): string | undefined {
  const path = resolve(ROOT, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const args = process.argv.slice(2);
await main(
  args.includes("--check"),
  args.filter((arg) => arg !== "--check"),
);
