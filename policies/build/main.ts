import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BASELINE } from "../../model/baseline.js";
import { BulwarkError, messageOf } from "../../model/errors.js";
import { lifecycleData } from "../../model/service-lifecycle.js";
import { readPolicy } from "../engine/load.js";
import { readRules } from "./metadata.js";
import { opa } from "./opa.js";
import { writeProviderSchema } from "./schema.js";
import { untar } from "./tar.js";

/** `npm run policies`: checks, tests and compiles the Rego into policies/bundle. With `-- --check` it only says whether the bundle is current;
 * with `-- --schema` it first reads the provider schema anew. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUNDLE = join(ROOT, "policies", "bundle");
const ENTRYPOINT = "bulwark/main/facts";
/** Builtins that @open-policy-agent/opa-wasm provides from JavaScript; the rest must be compiled in. Source: its src/builtins. */
const HOST_BUILTINS = new Set(["json.is_valid", "regex.split", "yaml.is_valid", "yaml.marshal", "yaml.unmarshal"]);

/** OPA would load the examples beside the rules as data. */
const NO_EXAMPLES = ["--ignore", "*.yaml", "--ignore", "*.json"] as const;

type Files = ReadonlyMap<string, Buffer>;

function checkSources(): void {
  opa(["fmt", "--fail", "--list", "policies/lib", "policies/rules"], ROOT);
  opa(["check", "--strict", ...NO_EXAMPLES, "policies/lib", "policies/rules"], ROOT);
  opa(["test", ...NO_EXAMPLES, "policies/lib", "policies/rules"], ROOT);
}

function compile(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-policies-"));
  try {
    const archive = join(folder, "bundle.tar.gz");
    opa(
      [
        "build",
        "--target",
        "wasm",
        "--entrypoint",
        ENTRYPOINT,
        "--capabilities",
        "policies/build/capabilities.json",
        "--ignore",
        "*_test.rego",
        ...NO_EXAMPLES,
        "--output",
        archive,
        "policies/lib",
        "policies/rules",
      ],
      ROOT,
    );
    const wasm = untar(readFileSync(archive)).get("policy.wasm");
    if (wasm === undefined) throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: "opa build wrote no policy.wasm" });
    return Buffer.from(wasm);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A builtin that neither the wasm nor the npm runtime has would only fail when a rule first calls it: ask the module what it wants. */
function refuseMissingBuiltins(wasm: Buffer): void {
  const wanted = readPolicy(wasm).hostBuiltins;
  const missing = wanted.filter((name) => !HOST_BUILTINS.has(name));
  if (missing.length > 0)
    throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: `builtins without an implementation at run time: ${missing.join(", ")}` });
}

function build(): Files {
  checkSources();
  const wasm = compile();
  refuseMissingBuiltins(wasm);
  return new Map([
    ["rules.wasm", wasm],
    ["rules.gen.json", json(readRules(ROOT))],
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
