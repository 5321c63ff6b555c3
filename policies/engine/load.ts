import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as opa from "@open-policy-agent/opa-wasm";
import { BulwarkError, messageOf } from "../../model/errors.js";
import type { Fact, RuleMeta } from "../../model/finding.js";
import { packageFile } from "../package-file.js";
import type { Share } from "./side-thread.js";
import { cachedWasmModule, type WasmModule, wasmModule } from "./wasm-module.js";

/** Facts by rule id, as the entry point bulwark/main/facts returns them. */
export type FactsByRule = Readonly<Record<string, readonly Fact[]>>;

export interface Policy {
  /** @param input JSON text of the wasm input, or its UTF-8 bytes in a buffer of their own. */
  evaluate(input: string | Uint8Array): FactsByRule;
  /** Where another thread helps: answers to several inputs, in their order. */
  readonly evaluateAll?: (shares: readonly Share[]) => readonly FactsByRule[];
  /** Builtins the module wants from the host. */
  readonly hostBuiltins: readonly string[];
}

export interface BundledData {
  readonly baseline: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly lifecycle: unknown;
}

interface OpaExports {
  builtins(): number;
  opa_json_dump(address: number): number;
}
interface OpaPolicy {
  readonly wasmInstance: { readonly exports: OpaExports };
  readonly mem: { readonly buffer: ArrayBuffer };
  setData(data: object): void;
  evaluate(input: unknown, entrypoint?: string): unknown;
}
interface OpaModule {
  loadPolicySync(wasm: Uint8Array | WasmModule, memory: { readonly initial: number; readonly maximum: number }): OpaPolicy;
}

/**
 * 64 KiB pages. The runtime's default of 5 pages does not hold the rules. What is reserved or grown from JavaScript counts as garbage to be
 * collected: 4,096 pages, or room made before each call, cost more collections than the plan itself; growth from inside costs little. 4 GiB is
 * all that 32-bit wasm can address.
 */
const MEMORY = { initial: 512, maximum: 65_536 } as const;
const ENTRYPOINT = "bulwark/main/facts";

/** What an ES module finds behind the package's door is its default export, which its types lack. */
const runtime = (opa as unknown as { readonly default: OpaModule }).default;

/** Beside the bundled command; there is none beside the sources. */
export const WASM_CACHE = "rules.wasm.cache";

const bundled = (name: string): string => packageFile(`policies/bundle/${name}`);

/** The rule library's metadata, sorted by id. @throws BulwarkError BW_BUNDLE_BROKEN */
export function readRuleMetadata(): readonly RuleMeta[] {
  return broken(() => JSON.parse(readFileSync(bundled("rules.gen.json"), "utf8")) as readonly RuleMeta[]);
}

/** What rules see as `data`: the baseline and the dates of services that ended. @throws BulwarkError BW_BUNDLE_BROKEN */
export function readBundledData(): BundledData {
  return broken(() => JSON.parse(readFileSync(bundled("data.gen.json"), "utf8")) as BundledData);
}

/** The committed wasm, as V8 compiled it where the build left that beside this file. @throws BulwarkError BW_BUNDLE_BROKEN */
export function readBundledRules(): WasmModule {
  return broken(() => {
    const wasm = readFileSync(bundled("rules.wasm"));
    return cachedWasmModule(wasm, fileURLToPath(new URL(WASM_CACHE, import.meta.url))) ?? wasmModule(wasm);
  });
}

/** @throws BulwarkError BW_BUNDLE_BROKEN */
export const loadBundledPolicy = (data: object = readBundledData(), rules: WasmModule = readBundledRules()): Policy =>
  readPolicy(rules, data);

export function readPolicy(wasm: Uint8Array | WasmModule, data: object = {}): Policy {
  const policy = broken(() => runtime.loadPolicySync(wasm, MEMORY));
  broken(() => policy.setData(data));
  return {
    hostBuiltins: hostBuiltins(policy),
    evaluate: (input) => {
      // An ArrayBuffer is handed over as it is; a string would be stringified a second time.
      const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
      const result = broken(() => policy.evaluate(bytes.buffer, ENTRYPOINT));
      const facts = Array.isArray(result) ? (result[0] as { readonly result?: FactsByRule } | undefined)?.result : undefined;
      if (facts === undefined) throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: `${ENTRYPOINT} returned nothing` });
      return facts;
    },
  };
}

function hostBuiltins(policy: OpaPolicy): readonly string[] {
  const { exports } = policy.wasmInstance;
  const start = exports.opa_json_dump(exports.builtins());
  const memory = new Uint8Array(policy.mem.buffer);
  return Object.keys(JSON.parse(Buffer.from(memory.subarray(start, memory.indexOf(0, start))).toString("utf8")) as object);
}

/** opa-wasm throws strings and plain objects; nothing past this file does. */
function broken<T>(action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof BulwarkError) throw thrown;
    throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: messageOf(thrown) }, thrown);
  }
}
