import { existsSync, readFileSync } from "node:fs";
import net, { type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { verifyChain } from "../../backend/record/evidence-log.js";
import type { EvidenceRecord } from "../../model/evidence.js";
import type { RunResult } from "../../model/run.js";
import { type RehearsalProgress, rehearse } from "../../simulator/index.js";
import { Child } from "../../simulator/wire/child-process.js";
import { loadScenario } from "../../simulator/wire/load-scenario.js";
import type { FromCloud, ToCloud } from "../../simulator/wire/messages.js";
import { preflight } from "../../simulator/wire/preflight.js";
import { planRun } from "../../simulator/wire/run-plan.js";
import { STACK } from "./cloud-fixture.js";
import { sketchScenario } from "./rehearsal-fixture.js";

const ROLLOUTS = `
  - { id: good, atSeconds: 0.2, plan: rollout.yaml, release: { version: 1.1.0, sizeBytes: 20000, hardware: door-lock } }
  - { id: forged, atSeconds: 0.2, plan: rollout.yaml, release: { version: 2.1.0, sizeBytes: 20000, hardware: camera }, tamper: signature }
`;

const records = (out: string): EvidenceRecord[] =>
  readFileSync(join(out, "evidence.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as EvidenceRecord);

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

describe("a rehearsal", () => {
  test("with a good and a forged release: updates everyone, refuses the forgery, and writes a result and a log that holds together", async () => {
    const { scenario, out } = sketchScenario({
      devices: 12,
      workers: 2,
      steadySeconds: 8,
      rollouts: ROLLOUTS,
      thresholds: 'tampered_applied: ["count==0"]',
    });
    const progress: RehearsalProgress[] = [];
    const run = await rehearse(scenario, { stackPath: STACK, outDir: out, onProgress: (seen) => progress.push(seen) });
    expect(run).toMatchObject({ schema: "bulwark.run/1", state: "finished", seed: 11, fleet: { devices: 12, workers: 2 } });
    expect(run.rollouts).toMatchObject([
      { id: "good", state: "completed", applied: 6, succeeded: 6, notified: 6, tampered: null },
      {
        id: "forged",
        state: "aborted",
        applied: 0,
        succeeded: 0,
        tampered: "signature",
        reasonCodes: { "signature-invalid": expect.any(Number) },
      },
    ]);
    expect(run.proofs.filter(({ state }) => state === "not-satisfied")).toEqual([]);
    expect(run.proofs.map(({ sim }) => sim)).toEqual([
      "SIM-01",
      "SIM-02",
      "SIM-03",
      "SIM-06",
      "SIM-10",
      "SIM-12",
      "SIM-14",
      "SIM-23",
      "SIM-28",
    ]);
    expect(run.thresholds).toMatchObject([{ ok: true, observed: 0 }]);
    expect(run.series.length).toBeGreaterThan(5);
    // Only a slow machine has something under way when the steady phase is over.
    const phases = new Set(progress.map(({ phase }) => phase).filter((phase) => phase !== "settle"));
    expect([...phases]).toEqual(["prepare", "identities", "ramp", "steady", "finish"]);
    expect(run.reach?.tries.length).toBeGreaterThan(8);
    expect(run.reach).toMatchObject({ agrees: true, open: [] });
    const written = JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as RunResult;
    expect(written.decisions).toBe(run.decisions);
    expect(verifyChain(records(out))).toMatchObject({ ok: true });
    expect(records(out).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["run-started", "probe", "alarm", "rollout", "run-ended"]));
  });

  test("reports a threshold it misses, with what it saw", async () => {
    const { scenario } = sketchScenario({ thresholds: 'puback_latency: ["p(50)<0.001"]', steadySeconds: 1 });
    const run = await rehearse(scenario, { stackPath: STACK });
    expect(run.thresholds).toMatchObject([{ ok: false, observed: expect.any(Number) }]);
  });

  test("that is interrupted reports what it measured so far and says so", async () => {
    const { scenario, out } = sketchScenario({ steadySeconds: 60 });
    const controller = new AbortController();
    const run = await rehearse(scenario, {
      stackPath: STACK,
      outDir: out,
      signal: controller.signal,
      onProgress: ({ phase, elapsedS }) => phase === "steady" && elapsedS > 0.4 && controller.abort(),
    });
    expect(run.state).toBe("interrupted");
    expect(run.metrics.connects).toMatchObject({ value: 8 });
    expect(run.notShown.at(-1)).toContain("interrupted");
    expect(JSON.parse(readFileSync(join(out, "run.json"), "utf8"))).toMatchObject({ state: "interrupted" });
  });

  test("that is interrupted before anything ran says so too", async () => {
    const { scenario } = sketchScenario();
    const run = await rehearse(scenario, { stackPath: STACK, signal: AbortSignal.abort() });
    expect(run).toMatchObject({ state: "interrupted", alarms: [] });
  });
});

describe("the example's scenarios", () => {
  test.each(["rehearsal.yaml", "rehearsal-must-fail.yaml"])("%s loads with its roll-out plans and plans a run", (name) => {
    const { scenario, rolloutPlans } = loadScenario(new URL(`../../examples/smart-home/${name}`, import.meta.url).pathname);
    const plan = planRun(scenario, scenario.seed, rolloutPlans, true);
    expect(plan.attacks.length).toBe(scenario.attacks.reduce((sum, { devices }) => sum + devices, 0));
    expect(plan.rollouts.map(({ order }) => order.id)).toEqual(scenario.rollouts.map(({ id }) => id));
    for (const { order } of plan.rollouts) expect(order.canaries.length).toBeGreaterThan(0);
  });
});

describe("what cannot be run", () => {
  test("a port in use is named", async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { scenario, out } = sketchScenario({ broker: `{ port: ${port} }` });
    await expect(rehearse(scenario, { stackPath: STACK, outDir: out })).rejects.toMatchObject({
      code: "BW_PORT_IN_USE",
      message: `port ${port} on 127.0.0.1 is in use`,
      exitCode: 2,
    });
    expect(existsSync(out)).toBe(false);
    server.close();
  });

  test("a scenario that is not there, a stack that is not there, and a stack without the product's policy are told apart", async () => {
    const { scenario } = sketchScenario();
    await expect(rehearse("nowhere.yaml", { stackPath: STACK })).rejects.toMatchObject({
      code: "BW_FILE_NOT_FOUND",
      message: "nowhere.yaml: no such file or folder",
    });
    await expect(rehearse(scenario, { stackPath: "nowhere.json" })).rejects.toMatchObject({ code: "BW_FILE_NOT_FOUND" });
    await expect(rehearse(scenario, { stackPath: new URL("../../package.json", import.meta.url).pathname })).rejects.toMatchObject({
      code: "BW_POLICY_INVALID",
    });
  });

  test("more devices than descriptors or memory are refused with the arithmetic", () => {
    expect(() => preflight(50_000_000, 2, true)).toThrow(expect.objectContaining({ code: "BW_PREFLIGHT" }));
    expect(preflight(20, 3, true).workers).toBe(3);
  });
});

describe("the processes", () => {
  test("the death of one is an error that names it", async () => {
    const child = new Child<ToCloud, FromCloud>("the cloud process", "../cloud/main");
    const pid = child.pid ?? 0;
    process.kill(pid, "SIGKILL");
    await expect(child.died).rejects.toMatchObject({ code: "BW_WORKER_DIED", message: "the cloud process ended with SIGKILL" });
  });

  test("a message out of turn is an error, not a hang", async () => {
    const child = new Child<ToCloud, FromCloud>("the cloud process", "../cloud/main");
    child.send({ type: "stop" });
    await expect(child.died).rejects.toMatchObject({ code: "BW_WORKER_DIED" });
    await child.kill();
    expect(alive(child.pid ?? 0)).toBe(false);
  });
});
