import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunResult } from "../model/run.js";
import { rehearse } from "../simulator/index.js";

const STACK = new URL("../test/fixtures/synth/smart-home.cdk.tf.json", import.meta.url).pathname;
const SCENARIO = new URL("./rehearsal.yaml", import.meta.url).pathname;
const FLOOR = new URL("./handshake-floor.ts", import.meta.url);

/** A fleet that connects as fast as it can and then talks, beside bare mutual-TLS handshakes between two processes of the same machine. */
export async function benchRehearsal(print: (line: string) => void): Promise<void> {
  print(
    "rehearsal: 1,000 devices, certificate each, mutual TLS; floor = bare TLS handshakes with client certificate, same machine, same run",
  );
  const floor = await handshakeFloor();
  const out = join(tmpdir(), `bulwark-bench-rehearsal-${process.pid}`);
  try {
    const result = await rehearse(SCENARIO, { stackPath: STACK, outDir: out });
    printResult(result, floor, print);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function printResult(result: RunResult, floor: number, print: (line: string) => void): void {
  const ramp = result.phases.find((phase) => phase.name === "ramp");
  const steady = result.phases.find((phase) => phase.name === "steady");
  const connects = counter(result, "connects") / Math.max(0.001, (ramp?.toS ?? 0) - (ramp?.fromS ?? 0));
  const messages = counter(result, "messages_delivered") / Math.max(0.001, (steady?.toS ?? 0) - (steady?.fromS ?? 0));
  print(
    `connected     ${connects.toFixed(0)} devices/s; floor ${floor.toFixed(0)} handshakes/s; share of floor ${(connects / floor).toFixed(2)}`,
  );
  print(
    `messages      ${messages.toFixed(0)}/s delivered to the detection engine (planned ${counter(result, "publishes_planned")}, dropped ${counter(result, "publishes_dropped")})`,
  );
  for (const name of ["puback_latency", "delivery_latency"]) {
    const metric = result.metrics[name];
    if (metric?.type === "trend")
      print(
        `${name.padEnd(17)} p50 ${metric.values.med.toFixed(1)} ms, p99 ${metric.values.p99.toFixed(1)} ms, max ${metric.values.max.toFixed(1)} ms`,
      );
  }
  for (const attack of new Set(result.attacks.map((instance) => instance.attack))) {
    const delays = result.attacks.filter((instance) => instance.attack === attack).map((instance) => instance.detectDelayMs);
    print(
      `detected      ${attack}: ${delays.filter((delay) => delay !== null).length} of ${delays.length}, delays ${delays.map((delay) => (delay === null ? "missed" : `${Math.round(delay)} ms`)).join(", ")}`,
    );
  }
  print(`trusted       ${result.trust.ok ? "yes" : `no: ${result.trust.reasons.join("; ")}`}`);
}

function counter(result: RunResult, name: string): number {
  const metric = result.metrics[name];
  return metric?.type === "counter" ? metric.value : 0;
}

/** Handshakes a second between a server process and a client process that do nothing else. */
async function handshakeFloor(): Promise<number> {
  const server = startFloor("server");
  const { port, ca } = await message<{ port: number; ca: string }>(server);
  const client = startFloor("client", String(port));
  client.send(ca);
  const { rate } = await message<{ rate: number }>(client);
  server.kill();
  client.kill();
  return rate;
}

const startFloor = (...args: readonly string[]): ChildProcess => fork(FLOOR, [...args], { execArgv: ["--import", "tsx"] });

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, fail) => {
    child.once("message", (value) => done(value as T));
    child.once("exit", (code) => fail(new Error(`floor process ended with ${code}`)));
  });
