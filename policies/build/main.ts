import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BASELINE } from "../../model/baseline.js";
import { BulwarkError, messageOf } from "../../model/errors.js";
import { lifecycleData } from "../../model/lifecycle/index.js";
import { readRules } from "../compile/metadata.js";
import { OPA_SOURCE, opa, type Purpose } from "../compile/opa.js";
import { compileWasm, NO_EXAMPLES } from "../compile/wasm.js";
import { writeProviderSchema } from "./schema.js";

/** `npm run policies`: checks, tests and compiles the Rego into policies/bundle. With `-- --check` it only says whether the bundle is current;
 * with `-- --schema` it first reads the provider schema anew. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUNDLE = join(ROOT, "policies", "bundle");
const PURPOSE: Purpose = {
  remedy: `Only changing rules needs it: ${OPA_SOURCE}.`,
  refused: (cause) => new BulwarkError("BW_BUNDLE_BROKEN", { cause }),
};

type Files = ReadonlyMap<string, Buffer>;

function checkSources(): void {
  opa(["fmt", "--fail", "--list", "policies/lib", "policies/rules"], ROOT, PURPOSE);
  opa(["check", "--strict", ...NO_EXAMPLES, "policies/lib", "policies/rules"], ROOT, PURPOSE);
  opa(["test", ...NO_EXAMPLES, "policies/lib", "policies/rules"], ROOT, PURPOSE);
}

function build(): Files {
  checkSources();
  const wasm = compileWasm(["policies/lib", "policies/rules"], "policies/build/capabilities.json", ROOT, PURPOSE);
  return new Map([
    ["rules.wasm", wasm],
    ["rules.gen.json", json(readRules({ folder: "policies", cwd: ROOT, needsObligation: true, purpose: PURPOSE }))],
    ["data.gen.json", json({ baseline: BASELINE, lifecycle: lifecycleData() })],
  ]);
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

function stale(files: Files): readonly string[] {
  return [...files].filter(([name, content]) => !content.equals(readOrEmpty(join(BUNDLE, name)))).map(([name]) => name);
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function main(check: boolean, schema: boolean): number {
  try {
    if (schema) writeProviderSchema();
    const files = build();
    const changed = stale(files);
    const rules = JSON.parse((files.get("rules.gen.json") as Buffer).toString("utf8")) as readonly unknown[];
    if (check) {
      process.stderr.write(
        changed.length === 0
          ? `policies/bundle is current: ${rules.length} rules\n`
          : `policies/bundle is stale (${changed.join(", ")}): run npm run policies and commit it\n`,
      );
      return changed.length === 0 ? 0 : 1;
    }
    for (const [name, content] of files) writeFileSync(join(BUNDLE, name), content);
    process.stderr.write(
      `policies/bundle: ${rules.length} rules, ${changed.length === 0 ? "nothing changed" : `${changed.join(", ")} written`}\n`,
    );
    return 0;
  } catch (thrown) {
    const coded = thrown instanceof BulwarkError ? thrown : new BulwarkError("BW_INTERNAL", { cause: messageOf(thrown) }, thrown);
    process.stderr.write(`${coded.code} ${coded.message}\n${coded.hint}\n`);
    return coded.exitCode;
  }
}

process.exitCode = main(process.argv.includes("--check"), process.argv.includes("--schema"));
