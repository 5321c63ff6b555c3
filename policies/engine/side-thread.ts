import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, type WorkerOptions } from "node:worker_threads";
import type { FactsByRule, Policy } from "./load.js";
import type { WasmModule } from "./wasm-module.js";

/** What becomes of an input that was handed to the side thread; both threads read and write it. */
export const STATE = { waiting: 0, taken: 1, done: 2, failed: 3 } as const;

/** To the side thread. */
export interface Task {
  readonly id: number;
  readonly input: Uint8Array;
  readonly state: Int32Array;
}

/** From the side thread. */
export interface Answer {
  readonly id: number;
  readonly facts: FactsByRule;
}

/** An input that was handed to the side thread. */
export interface Handed {
  readonly id: number;
  readonly input: string;
  readonly state: Int32Array;
}

/** One input of several, or what was handed over of it before all of them were known. */
export type Share = { readonly input: () => string } | { readonly handed: Handed };

/** Inputs that wait beside the one the side thread is at: it never idles, and little is left to take back at the end. */
const AHEAD = 2;
/** Inputs that wait while the first thread is busy with something else. More would only fill memory. */
const FAR_AHEAD = 12;
/** An input takes some 30 ms. A thread that holds one longer than this has died, and its work is done here. */
const PATIENCE_MS = 60_000;

/** @returns nothing on a machine with one core, where it would only take turns with the first thread */
export const startSideThread = (rules: WasmModule, data?: object): SideThread | undefined =>
  availableParallelism() > 1 ? new SideThread(rules, data) : undefined;

/**
 * A second thread with the same policy, for inputs that come in many chunks. It is a convenience only: what it has not begun when the first
 * thread runs out of work, or fails at, is judged here, so that answers never depend on it.
 */
export class SideThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #open = new Map<number, Handed>();
  readonly #answers = new Map<number, FactsByRule>();
  #answered = 0;
  #ids = 0;

  /**
   * Loads while the caller reads its input.
   * @param rules the library's, as this thread has them
   * @param data what rules see as `data`; the library's own when left out
   */
  constructor(rules: WasmModule, data?: object) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = startWorker({ workerData: { port: port2, rules, data }, transferList: [port2] });
    this.#worker.on("error", () => {});
    this.#worker.unref();
    this.#port.unref();
  }

  /** How many inputs it has judged. */
  get answered(): number {
    return this.#answered;
  }

  /** The policy, with this thread's help where there are several inputs. Answers are in the order of the inputs. */
  beside(policy: Policy): Policy {
    return { ...policy, evaluateAll: (shares) => this.#share(policy, shares) };
  }

  /** Has an input judged that may turn out not to be asked for. @returns nothing while enough of them wait */
  foresee(input: () => string): Handed | undefined {
    return this.#waiting() < FAR_AHEAD ? this.#hand(input()) : undefined;
  }

  async close(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  #share(policy: Policy, shares: readonly Share[]): readonly FactsByRule[] {
    const handed = new Map(shares.flatMap((share, at) => ("handed" in share ? [[share.handed.id, at] as const] : [])));
    for (const other of this.#open.values()) if (!handed.has(other.id)) this.#takeBack(other);
    const answers = new Array<FactsByRule>(shares.length);
    for (const [at, share] of shares.entries()) {
      if ("handed" in share) continue;
      const input = share.input();
      if (this.#waiting() < AHEAD) handed.set(this.#hand(input).id, at);
      else answers[at] = policy.evaluate(input);
    }
    for (const one of [...this.#open.values()].reverse()) {
      const at = handed.get(one.id);
      if (at === undefined || !this.#takeBack(one)) continue;
      answers[at] = policy.evaluate(one.input);
      handed.delete(one.id);
    }
    for (const id of handed.keys()) {
      const one = this.#open.get(id);
      if (one !== undefined) Atomics.wait(one.state, 0, STATE.taken, PATIENCE_MS);
    }
    this.#collect();
    for (const [id, at] of handed) answers[at] = this.#answers.get(id) ?? policy.evaluate((this.#open.get(id) as Handed).input);
    this.#open.clear();
    this.#answers.clear();
    return answers;
  }

  #hand(input: string): Handed {
    this.#ids += 1;
    const handed = { id: this.#ids, input, state: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
    this.#open.set(handed.id, handed);
    const bytes = new TextEncoder().encode(input);
    this.#port.postMessage({ id: handed.id, input: bytes, state: handed.state } satisfies Task, [bytes.buffer]);
    return handed;
  }

  /** @returns whether the side thread had not begun it, and now will not */
  #takeBack({ state }: Handed): boolean {
    return Atomics.compareExchange(state, 0, STATE.waiting, STATE.taken) === STATE.waiting;
  }

  #waiting(): number {
    this.#collect();
    let waiting = 0;
    for (const { state } of this.#open.values()) if (Atomics.load(state, 0) === STATE.waiting) waiting += 1;
    return waiting;
  }

  #collect(): void {
    for (let received = receiveMessageOnPort(this.#port); received !== undefined; received = receiveMessageOnPort(this.#port)) {
      const { id, facts } = received.message as Answer;
      // What was asked for earlier and given up.
      if (!this.#open.delete(id)) continue;
      this.#answers.set(id, facts);
      this.#answered += 1;
    }
  }
}

/** Beside the compiled file, or the one that is bundled, lies one of its kind; Node's threads read no TypeScript, so from the sources tsx loads it. */
function startWorker(options: WorkerOptions): Worker {
  const kind = extname(import.meta.url);
  if (kind !== ".ts") return new Worker(new URL(`./side-worker${kind}`, import.meta.url), { ...options, execArgv: [] });
  const tsx = import.meta.resolve("tsx/esm/api");
  const load = `import(${JSON.stringify(tsx)}).then(({ tsImport }) => tsImport("./side-worker.ts", ${JSON.stringify(import.meta.url)}));`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
