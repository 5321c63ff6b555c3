import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** A `WebAssembly.Module`; V8 shares its code between the threads it is handed to. */
export type WasmModule = object;
/** Node's types lack it. */
declare const WebAssembly: { readonly Module: new (wasm: Uint8Array) => WasmModule };

/** Of V8's own, for its tests; neither Node nor V8 has another way to keep compiled wasm (decision 0012). Source: src/runtime/runtime-test-wasm.cc of V8 11.3 */
interface Intrinsics {
  /** Aborts the process when nothing of the module is compiled by the optimizing compiler. */
  readonly serialize: (module: WasmModule) => ArrayBuffer;
  /** @returns undefined for what another version of V8 wrote, or one with other flags or for another processor */
  readonly deserialize: (compiled: ArrayBuffer, wasm: Uint8Array) => WasmModule | undefined;
}

/** What is in front of the wasm and its compiled form. The intrinsics are called by no other Node than the one that has proved to have them. */
interface Header {
  readonly node: string;
  readonly platform: string;
  readonly wasmBytes: number;
  readonly compiledBytes: number;
}

const HERE = { node: process.version, platform: `${process.platform} ${process.arch}` } as const;

/** V8 compiles what is called when it is called. */
export const wasmModule = (wasm: Uint8Array): WasmModule => new WebAssembly.Module(wasm);

/**
 * The module as V8 compiled it when the cache was written.
 * @returns undefined where there is no cache, where it is not whole or of other wasm, and where another Node wrote it or one on another machine
 */
export function cachedWasmModule(wasm: Buffer, path: string): WasmModule | undefined {
  if (!existsSync(path)) return undefined;
  const cache = readFileSync(path);
  const start = cache.indexOf("\n") + 1;
  const wasmEnd = start + wasm.length;
  const header: Header = { ...HERE, wasmBytes: wasm.length, compiledBytes: cache.length - wasmEnd };
  if (cache.toString("utf8", 0, start) !== firstLine(header) || !wasm.equals(cache.subarray(start, wasmEnd))) return undefined;
  return intrinsics().deserialize(new Uint8Array(cache.subarray(wasmEnd)).buffer, new Uint8Array(wasm));
}

/** Compiles the whole module as well as V8 can, and keeps that. Changes flags of the process while it works. */
export function writeWasmCache(wasm: Uint8Array, path: string): void {
  const compiled = new Uint8Array(intrinsics().serialize(optimized(wasm)));
  const header: Header = { ...HERE, wasmBytes: wasm.length, compiledBytes: compiled.length };
  writeFileSync(path, Buffer.concat([Buffer.from(firstLine(header)), wasm, compiled]));
}

const firstLine = (header: Header): string => `${JSON.stringify(header)}\n`;

/** V8 notes its flags in what it serializes, and takes it back under the same ones only: they are put back as they were. */
function optimized(wasm: Uint8Array): WasmModule {
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--no-wasm-lazy-compilation");
  try {
    return new WebAssembly.Module(wasm);
  } finally {
    // The first of them switched off the next two as well.
    for (const flag of ["liftoff", "wasm-tier-up", "wasm-dynamic-tiering", "wasm-lazy-compilation"]) setFlagsFromString(`--${flag}`);
  }
}

function intrinsics(): Intrinsics {
  setFlagsFromString("--allow-natives-syntax");
  try {
    // Functions in brackets are compiled at once; others would be when they are called, without the flag.
    return new Script(`({
      serialize: (function (module) { return %SerializeWasmModule(module); }),
      deserialize: (function (compiled, wasm) { return %DeserializeWasmModule(compiled, wasm); }),
    })`).runInThisContext() as Intrinsics;
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
}
