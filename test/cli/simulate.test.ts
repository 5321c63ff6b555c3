import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunResult } from "../../model/run.js";
import { bulwark } from "../support/cli.js";

const STACK = "test/fixtures/synth/smart-home.cdk.tf.json";
/** A rehearsal is real time: broker, certificates, handshakes. */
const LONG = 90_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-simulate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scenario(name: string, { steady = 4, threshold = 'connect_success: ["rate==1"]', broker = "" } = {}): string {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    `name: ${name}
seed: 5
backend: { product: smart-home, stack: unused.json, account: "111122223333", region: eu-west-1 }
fleet:
  profiles:
    - { name: hub, count: 8, model: hub, version: 1.0.0, telemetry: { everySeconds: 1, bytes: 64 } }
${broker}
connect: { rampSeconds: 1, inflight: 8 }
steadySeconds: ${steady}
trust: { eventLoopP99Ms: 5000, maxDroppedShare: 0.5 }
thresholds:
  ${threshold}
`,
  );
  return path;
}

const runOf = (out: string): RunResult => JSON.parse(readFileSync(join(out, "run.json"), "utf8"));

describe("bulwark simulate", () => {
  it("exits 0 when every threshold is met, with the summary on stdout and progress on stderr", { timeout: LONG }, async () => {
    const out = join(folder, "met");
    const ended = await bulwark(["simulate", scenario("met"), "--stack", STACK, "--out", out]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/THRESHOLDS {2}1 of 1 met/);
    expect(ended.stderr).toMatch(/connected/);
    expect(runOf(out)).toMatchObject({ schema: "bulwark.run/1", state: "finished", fleet: { devices: 8 } });
  });

  it("exits 4 when a threshold is missed", { timeout: LONG }, async () => {
    const ended = await bulwark([
      "simulate",
      scenario("missed", { threshold: 'messages_delivered: ["count>1000000"]' }),
      "--stack",
      STACK,
      "--out",
      join(folder, "missed"),
    ]);
    expect(ended.code).toBe(4);
    expect(ended.stdout).toMatch(/✗ {2}messages_delivered/);
  });

  it("writes what was measured when it is interrupted, marked as such, and exits 130", { timeout: LONG }, async () => {
    const out = join(folder, "interrupted");
    const ended = await bulwark(["simulate", scenario("interrupted", { steady: 600 }), "--stack", STACK, "--out", out], {
      interruptAt: /running \d+ of 600 s · 8\/8 connected/,
    });
    expect(ended.code).toBe(130);
    expect(ended.stdout).toContain("interrupted");
    expect(runOf(out).state).toBe("interrupted");
    expect(runOf(out).metrics.connects).toMatchObject({ value: 8 });
  });

  it("names a port that is in use", { timeout: LONG }, async () => {
    const server = createServer();
    const port = await new Promise<number>((done) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        done(typeof address === "object" && address ? address.port : 0);
      });
    });
    try {
      const ended = await bulwark([
        "simulate",
        scenario("port", { broker: `broker: { port: ${port} }` }),
        "--stack",
        STACK,
        "--out",
        join(folder, "port"),
      ]);
      expect(ended.stderr).toContain("BW_PORT_IN_USE");
      expect(ended.stderr).toContain(String(port));
      expect(ended.code).toBe(2);
    } finally {
      server.close();
    }
  });
});
