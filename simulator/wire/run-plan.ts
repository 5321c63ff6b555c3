import type { RolloutPlan } from "../../model/rollout/plan.js";
import { ATTACK_KINDS } from "../attacks/catalogue.js";
import type { AttackOrder } from "../attacks/types.js";
import type { DeviceSpec } from "../fleet/device.js";
import { sourceOf } from "../fleet/source-address.js";
import { telemetryTopic } from "../fleet/telemetry.js";
import { streamFor } from "../run/random.js";
import type { Scenario } from "../scenarios/schema.js";
import type { RolloutOrder } from "./messages.js";

interface PlannedRollout {
  /** Milliseconds from the beginning of the steady phase. */
  readonly afterMs: number;
  readonly order: RolloutOrder;
}

/** Everything that is decided before the run, from scenario and seed alone: the same for the same seed, whatever the machine. */
export interface RunPlan {
  readonly seed: number;
  readonly devices: readonly DeviceSpec[];
  /** `startAt` is milliseconds from the beginning of the steady phase, since the run has no clock yet. */
  readonly attacks: readonly AttackOrder[];
  readonly rollouts: readonly PlannedRollout[];
}

/** Other devices one attack instance reaches for. */
const TARGETS_PER_ATTACK = 12;

export function planRun(
  scenario: Scenario,
  seed: number,
  rolloutPlans: ReadonlyMap<string, RolloutPlan>,
  distinctSources: boolean,
): RunPlan {
  const devices = planDevices(scenario, seed, distinctSources);
  const attacks = planAttacks(scenario, seed, devices);
  return { seed, devices, attacks, rollouts: planRollouts(scenario, seed, devices, attacks, rolloutPlans) };
}

function planDevices(scenario: Scenario, seed: number, distinctSources: boolean): DeviceSpec[] {
  const { fleet, backend, connect } = scenario;
  const bare = fleet.profiles.flatMap((profile) =>
    Array.from({ length: profile.count }, (_, i) => ({ profile, thing: `${profile.name}-${String(i + 1).padStart(5, "0")}` })),
  );
  const places = streamFor(seed, "ramp").shuffle(bare.map((_, i) => i));
  const spacing = (connect.rampSeconds * 1000) / bare.length;
  return bare.map(({ profile, thing }, index) => ({
    index,
    thing,
    profile: profile.name,
    model: profile.model,
    version: profile.version,
    source: distinctSources ? sourceOf(index) : null,
    telemetry: {
      everyMs: profile.telemetry.everySeconds * 1000,
      bytes: profile.telemetry.bytes,
      topic: telemetryTopic(profile.telemetry.topic, backend.product, thing),
    },
    connectAfterMs: (places[index] ?? index) * spacing,
  }));
}

function planAttacks(scenario: Scenario, seed: number, devices: readonly DeviceSpec[]): AttackOrder[] {
  const order = streamFor(seed, "victims").shuffle(devices);
  let taken = 0;
  return scenario.attacks.flatMap((attack) => {
    const kind = ATTACK_KINDS[attack.kind];
    const victims = order.slice(taken, taken + attack.devices);
    taken += attack.devices;
    return victims.map(({ thing }, instance) => {
      const others = devices.filter((device) => device.thing !== thing);
      const targets = streamFor(seed, "targets", attack.id, instance).sample(others, Math.min(TARGETS_PER_ATTACK, others.length));
      return {
        attack: attack.id,
        kind: attack.kind,
        instance,
        thing,
        startAt: attack.atSeconds * 1000,
        durationMs: attack.forSeconds * 1000,
        rate: attack.rate ?? kind.defaultRate,
        bytes: attack.bytes ?? kind.defaultBytes,
        targets: targets.map((target) => ({ thing: target.thing, topic: target.telemetry.topic })),
      };
    });
  });
}

/** Canaries come from the devices no attack takes: a canary that is in quarantine says nothing about a release. */
function planRollouts(
  scenario: Scenario,
  seed: number,
  devices: readonly DeviceSpec[],
  attacks: readonly AttackOrder[],
  plans: ReadonlyMap<string, RolloutPlan>,
): PlannedRollout[] {
  const attacked = new Set(attacks.map(({ thing }) => thing));
  return scenario.rollouts.map((rollout) => {
    const plan = plans.get(rollout.id);
    if (plan === undefined) throw new Error(`no plan was read for roll-out ${rollout.id}`);
    const stream = streamFor(seed, "rollout", rollout.id);
    const targets = stream.shuffle(devices.filter(({ model }) => model === rollout.release.hardware)).map(({ thing }) => thing);
    const healthy = targets.filter((thing) => !attacked.has(thing));
    const canaries = plan.canaryShare === 0 ? [] : healthy.slice(0, Math.max(1, Math.round(plan.canaryShare * targets.length)));
    const { version, hardware, sizeBytes } = rollout.release;
    const release = { name: hardware, version, hardware: [hardware], sizeBytes };
    const order = {
      id: rollout.id,
      plan,
      timeScale: scenario.rolloutTimeScale,
      targets,
      canaries,
      release,
      tamper: rollout.tamper ?? null,
      seed,
    };
    return { afterMs: rollout.atSeconds * 1000, order };
  });
}
