import type { Buffer } from "node:buffer";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { unzip } from "./unzip.js";

/** What the Lambda service answers a call with. */
export interface Invocation {
  readonly payload: unknown;
  /** The handler threw: `payload` is then Lambda's record of the error. */
  readonly failed: boolean;
}

export interface LambdaFunction {
  invoke(event: unknown): Promise<Invocation>;
  stop(): Promise<void>;
}

const BOOTSTRAP = `
const { parentPort, workerData } = require("node:worker_threads");
process.stdout.write = () => true;
const code = import(workerData);
parentPort.on("message", async (event) => {
  try {
    parentPort.postMessage({ failed: false, payload: (await (await code).handler(event)) ?? null });
  } catch (error) {
    parentPort.postMessage({ failed: true, payload: { errorType: error.name, errorMessage: error.message } });
  }
});
`;

/** Runs a deployment package as Lambda would: unpacked, with its own environment and no other, in one instance that is called again and again. */
export function startFunction(archive: Buffer, environment: Readonly<Record<string, string>>): LambdaFunction {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-lambda-"));
  for (const { name, content } of unzip(archive)) writeFileSync(join(folder, name), content);
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    env: { ...environment },
    execArgv: [],
    workerData: pathToFileURL(join(folder, "index.mjs")).href,
  });
  let before: Promise<unknown> = Promise.resolve();
  const call = async (event: unknown): Promise<Invocation> => {
    const answer = once(worker, "message");
    worker.postMessage(event);
    const [invocation] = await answer;
    return invocation as Invocation;
  };
  return {
    invoke(event) {
      const invocation = before.then(() => call(event));
      before = invocation.catch(() => undefined);
      return invocation;
    },
    async stop() {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
