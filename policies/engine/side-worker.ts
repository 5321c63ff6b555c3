import { type MessagePort, workerData } from "node:worker_threads";
import { loadBundledPolicy } from "./load.js";
import { type Answer, STATE, type Task } from "./side-thread.js";
import type { WasmModule } from "./wasm-module.js";

/** The side thread itself. What it cannot judge it leaves: the first thread then judges it and tells the error. */
const { port, data, rules } = workerData as { readonly port: MessagePort; readonly data: object | undefined; readonly rules: WasmModule };
const policy = loadBundledPolicy(data, rules);

port.on("message", ({ id, input, state }: Task) => {
  if (Atomics.compareExchange(state, 0, STATE.waiting, STATE.taken) !== STATE.waiting) return;
  let outcome: number = STATE.done;
  try {
    port.postMessage({ id, facts: policy.evaluate(input) } satisfies Answer);
  } catch {
    outcome = STATE.failed;
  }
  Atomics.store(state, 0, outcome);
  Atomics.notify(state, 0);
});
