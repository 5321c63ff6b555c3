import { readFileSync } from "node:fs";
import { WASM_CACHE } from "../policies/engine/load.js";
import { cachedWasmModule, writeWasmCache } from "../policies/engine/wasm-module.js";
import { packageFile } from "../policies/package-file.js";

/**
 * Part of `npm run build`: `write` keeps what V8 compiles of the rules, `prove` ends with 0 when V8 takes it back. Each in a process of its own, since V8
 * ends one that asks for what it lacks.
 */
const wasm = readFileSync(packageFile("policies/bundle/rules.wasm"));
const cache = packageFile(`dist/cli/${WASM_CACHE}`);

if (process.argv[2] === "write") writeWasmCache(wasm, cache);
else process.exitCode = cachedWasmModule(wasm, cache) === undefined ? 1 : 0;
