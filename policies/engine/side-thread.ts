import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, type WorkerOptions } from "node:worker_threads";
import type { FactsByRule, Policy } from "./load.js";

/** What becomes of an input that was handed to the side thread; both threads read and write it. */
export const STATE = { waiting: 0, taken: 1, done: 2, failed: 3 } as const;

/** To the side thread. */
export interface Task {
  readonly call: number;
  readonly at: number;
  readonly input: Uint8Array;
  readonly states: Int32Array;
}

/** From the side thread. */
export interface Answer {
  readonly call: number;
  readonly at: number;
  readonly facts: FactsByRule;
}

/** Inputs that wait beside the one the side thread is at: it never idles, and little is left to take back at the end. */
const AHEAD = 2;
/** An input takes some 30 ms. A thread that holds one longer than this has died, and its work is done here. */
const PATIENCE_MS = 60_000;

/** @returns nothing on a machine with one core, where it would only take turns with the first thread */
export const startSideThread = (data?: object): SideThread | undefined => (availableParallelism() > 1 ? new SideThread(data) : undefined);

/**
 * A second thread with the same policy, for inputs that come in many chunks. It is a convenience only: what it has not begun when the first
 * thread runs out of work, or fails at, is judged here, so that answers never depend on it.
 */
export class SideThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  #answered = 0;
  #calls = 0;

  /** Loads while the caller reads its input. @param data what rules see as `data`; the library's own when left out */
  constructor(data?: object) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = startWorker({ workerData: { port: port2, data }, transferList: [port2] });
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
    return { ...policy, evaluateAll: (count, inputOf) => this.#share(policy, count, inputOf) };
  }

  async close(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  #share(policy: Policy, count: number, inputOf: (at: number) => string): readonly FactsByRule[] {
    this.#calls += 1;
    const call = this.#calls;
    const answers = new Array<FactsByRule>(count);
    const states = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
    const handed = new Map<number, string>();
    for (let at = 0; at < count; at += 1) {
      const input = inputOf(at);
      this.#collect(call, answers, handed);
      if ([...handed.keys()].filter((other) => Atomics.load(states, other) === STATE.waiting).length < AHEAD) {
        const bytes = new TextEncoder().encode(input);
        handed.set(at, input);
        this.#port.postMessage({ call, at, input: bytes, states } satisfies Task, [bytes.buffer]);
      } else answers[at] = policy.evaluate(input);
    }
    for (const [at, input] of [...handed].reverse())
      if (Atomics.compareExchange(states, at, STATE.waiting, STATE.taken) === STATE.waiting) {
        answers[at] = policy.evaluate(input);
        handed.delete(at);
      }
    for (const at of handed.keys()) Atomics.wait(states, at, STATE.taken, PATIENCE_MS);
    this.#collect(call, answers, handed);
    for (const [at, input] of handed) answers[at] = policy.evaluate(input);
    return answers;
  }

  #collect(call: number, answers: FactsByRule[], handed: Map<number, string>): void {
    for (let received = receiveMessageOnPort(this.#port); received !== undefined; received = receiveMessageOnPort(this.#port)) {
      const answer = received.message as Answer;
      // An answer to an earlier call that gave up waiting.
      if (answer.call !== call) continue;
      answers[answer.at] = answer.facts;
      handed.delete(answer.at);
      this.#answered += 1;
    }
  }
}

/** Beside the compiled file lies a compiled one; Node's threads read no TypeScript, so from the sources tsx loads it. */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./side-worker.js", import.meta.url), { ...options, execArgv: [] });
  const tsx = import.meta.resolve("tsx/esm/api");
  const load = `import(${JSON.stringify(tsx)}).then(({ tsImport }) => tsImport("./side-worker.ts", ${JSON.stringify(import.meta.url)}));`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
