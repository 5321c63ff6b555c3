import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Detector } from "../../model/detectors/types.js";

const ROLLOUT = `
kind: Rollout
name: quick
owner: release team
models: [door-lock, camera]
canary: { percent: 20, successPercent: 100, soakHours: 1 }
rate: { kind: constant, perMinute: 600 }
abort: [{ failureType: ALL, thresholdPercent: 10, minExecuted: 2 }]
timeoutMinutes: 60
retries: { failed: 1, timedOut: 0 }
targets: [{ severity: critical, days: 3, percent: 95 }]
`;

export interface Sketch {
  readonly devices?: number;
  readonly workers?: number;
  readonly steadySeconds?: number;
  readonly attacks?: string;
  readonly rollouts?: string;
  readonly thresholds?: string;
  readonly broker?: string;
}

/** A folder with a scenario and a roll-out document; returns both paths. */
export function sketchScenario(sketch: Sketch = {}): { readonly scenario: string; readonly out: string } {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-rehearsal-"));
  const {
    devices = 8,
    workers = 1,
    steadySeconds = 2,
    attacks = "[]",
    rollouts = "[]",
    thresholds = 'connect_success: ["rate==1"]',
    broker = "{}",
  } = sketch;
  const scenario = `
name: sketch
seed: 11
backend: { product: smart-home, stack: unused.json, account: "111122223333", region: eu-west-1 }
broker: ${broker}
fleet:
  workers: ${workers}
  profiles:
    - { name: lock, count: ${Math.ceil(devices / 2)}, model: door-lock, version: 1.0.0, telemetry: { everySeconds: 0.4, bytes: 150 } }
    - { name: cam, count: ${Math.floor(devices / 2)}, model: camera, version: 2.0.0, telemetry: { everySeconds: 0.2, bytes: 400 } }
connect: { rampSeconds: 1, inflight: 10 }
steadySeconds: ${steadySeconds}
rolloutTimeScale: 60
attacks: ${attacks}
rollouts: ${rollouts}
thresholds:
  ${thresholds}
trust: { eventLoopP99Ms: 5000 }
`;
  writeFileSync(join(folder, "scenario.yaml"), scenario);
  writeFileSync(join(folder, "rollout.yaml"), ROLLOUT);
  return { scenario: join(folder, "scenario.yaml"), out: join(folder, "out") };
}

/** The catalogue with baselines learnt in seconds: what a test has time for. */
export const QUICK_DETECTORS: readonly Detector[] = DETECTORS.map((detector) =>
  detector.logic.kind === "volume" ? { ...detector, logic: { ...detector.logic, windowMs: 1_000, learnWindows: 2 } } : detector,
);
