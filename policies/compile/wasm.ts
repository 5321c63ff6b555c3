import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPolicy } from "../engine/load.js";
import { opa, type Purpose } from "./opa.js";
import { untar } from "./tar.js";

const ENTRYPOINT = "bulwark/main/facts";
/** Builtins that @open-policy-agent/opa-wasm provides from JavaScript; the rest must be compiled in. Source: its src/builtins. */
const HOST_BUILTINS = new Set(["json.is_valid", "regex.split", "yaml.is_valid", "yaml.marshal", "yaml.unmarshal"]);

/** OPA would load the examples beside the rules as data. */
export const NO_EXAMPLES = ["--ignore", "*.yaml", "--ignore", "*.json"] as const;

/** Compiles folders of Rego to the wasm of the one entry point. Paths are relative to `cwd`. */
export function compileWasm(folders: readonly string[], capabilities: string, cwd: string, purpose: Purpose): Buffer {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-wasm-"));
  try {
    const archive = join(scratch, "bundle.tar.gz");
    const options = ["--target", "wasm", "--entrypoint", ENTRYPOINT, "--capabilities", capabilities, "--ignore", "*_test.rego"];
    opa(["build", ...options, ...NO_EXAMPLES, "--output", archive, ...folders], cwd, purpose);
    const wasm = untar(readFileSync(archive)).get("policy.wasm");
    if (wasm === undefined) throw purpose.refused("opa build wrote no policy.wasm");
    refuseMissingBuiltins(wasm, purpose);
    return Buffer.from(wasm);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A builtin that neither the wasm nor the npm runtime has would only fail when a rule first calls it: ask the module what it wants. */
function refuseMissingBuiltins(wasm: Buffer, purpose: Purpose): void {
  const missing = readPolicy(wasm).hostBuiltins.filter((name) => !HOST_BUILTINS.has(name));
  if (missing.length > 0) throw purpose.refused(`builtins without an implementation at run time: ${missing.join(", ")}`);
}
