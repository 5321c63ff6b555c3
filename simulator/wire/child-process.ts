import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BulwarkError, ERROR_CODES, type ErrorCode } from "../../model/errors.js";
import type { Fatal } from "./messages.js";

/** The parent's end: one child process and what it says. It dies with the parent, and its death is an error for everyone who waits. */
export class Child<In, Out extends { readonly type: string }> {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #handlers = new Map<string, (message: Out) => void>();
  readonly #onParentExit = () => this.#process.kill("SIGKILL");
  #expected = false;
  /** Rejects when the process dies unasked or reports that it cannot go on; never resolves. */
  readonly died: Promise<never>;

  /** `entry` is a module beside this one, without its extension: `../cloud/main`. */
  constructor(name: string, entry: string) {
    this.name = name;
    const fromSource = import.meta.url.endsWith(".ts");
    const path = fileURLToPath(new URL(`${entry}${fromSource ? ".ts" : ".js"}`, import.meta.url));
    const execArgv = fromSource ? ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href] : [];
    this.#process = fork(path, [], { execArgv, serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"] });
    process.once("exit", this.#onParentExit);
    let complaints = "";
    this.#process.stderr?.on("data", (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-2_000);
    });
    this.died = new Promise<never>((_, reject) => {
      this.#process.on("message", (message) => {
        const said = message as Out | Fatal;
        if (said.type === "fatal") reject(fatalError(this.name, said as Fatal));
        else this.#handlers.get(said.type)?.(said as Out);
      });
      this.#process.once("error", (error) => reject(new BulwarkError("BW_WORKER_DIED", { worker: this.name, how: error.message }, error)));
      this.#process.once("exit", (code, signal) => {
        process.off("exit", this.#onParentExit);
        const how = `${signal ?? `exit code ${code}`}${complaints === "" ? "" : `: ${complaints.trim().split("\n").at(-1)}`}`;
        if (!this.#expected) reject(new BulwarkError("BW_WORKER_DIED", { worker: this.name, how }));
      });
    });
    // Whoever waits races against it; when nobody does, it must not be taken for an unhandled rejection.
    this.died.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(message: In): void {
    if (this.#process.connected) this.#process.send(message as object);
  }

  on<T extends Out["type"]>(type: T, handler: (message: Extract<Out, { readonly type: T }>) => void): void {
    this.#handlers.set(type, handler as (message: Out) => void);
  }

  /** The next message of a type. */
  once<T extends Out["type"]>(type: T): Promise<Extract<Out, { readonly type: T }>> {
    const said = new Promise<Extract<Out, { readonly type: T }>>((resolve) => this.on(type, resolve));
    return Promise.race([said, this.died]);
  }

  /** Ends the process, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#expected = true;
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGKILL");
    await gone;
  }
}

function fatalError(name: string, { code, params, message }: Fatal): Error {
  const known = ERROR_CODES.find((candidate): candidate is ErrorCode => candidate === code);
  return known === undefined ? new BulwarkError("BW_WORKER_DIED", { worker: name, how: message }) : new BulwarkError(known, params);
}
