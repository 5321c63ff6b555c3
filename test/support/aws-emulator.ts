import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AwsClient, createAwsClient } from "../../backend/aws/client.js";
import { reportAbsent } from "./absent-tools.js";

export const EMULATOR_ENVIRONMENT = { AWS_REGION: "eu-west-1", AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" } as const;

export interface AwsEmulator {
  readonly url: string;
  readonly client: AwsClient;
  stop(): void;
}

/** Of moto: the version that `.ci/run` installs. */
const EMULATOR_VERSION = "5.2.5";

const BINARY = "moto_server";
const START_MS = 30_000;
/** What makes the emulator's DynamoDB as atomic as the real one. */
const ATOMIC_WRITES = join(import.meta.dirname, "moto");

/**
 * moto's server (PyPI `moto[server]`): an emulator of AWS APIs that evaluates DynamoDB conditions and runs state machines. What it lacks changes with its
 * version, so what is known of one holds for that one only: the version `.ci/run` installs.
 */
export function hasAwsEmulator(what: string): boolean {
  const found = versionFound();
  if (found === EMULATOR_VERSION) return true;
  reportAbsent(`${BINARY} ${EMULATOR_VERSION} (pip install "moto[server]==${EMULATOR_VERSION}"; found: ${found ?? "none"})`, what);
  return false;
}

/** The server does not tell its version; the Python beside it does. */
function versionFound(): string | undefined {
  const folder = (process.env.PATH ?? "").split(delimiter).find((path) => existsSync(join(path, BINARY)));
  if (folder === undefined) return undefined;
  const pythons = [dirname(realpathSync(join(folder, BINARY))), folder]
    .map((path) => join(path, "python3"))
    .filter((path) => existsSync(path));
  const answers = pythons.map((python) => spawnSync(python, ["-c", "import moto; print(moto.__version__)"], { encoding: "utf8" }));
  return answers.find(({ status }) => status === 0)?.stdout.trim();
}

export async function startAwsEmulator(environment: Readonly<Record<string, string>> = {}): Promise<AwsEmulator> {
  const port = await freePort();
  const child: ChildProcess = spawn(BINARY, ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, PYTHONPATH: ATOMIC_WRITES, PYTHONDONTWRITEBYTECODE: "1", ...environment },
  });
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error(`${BINARY} did not start on ${url}`);
    await sleep(100);
  }
  const client = createAwsClient({
    region: EMULATOR_ENVIRONMENT.AWS_REGION,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    endpoint: url,
    now: () => new Date(),
    timeoutMs: 20_000,
  });
  return { url, client, stop: () => void child.kill() };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/data.json`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
