import { createHash } from "node:crypto";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { errorAt, parseYamlAs, type YamlDocument } from "../../model/documents/read-yaml.js";
import type { YamlPath } from "../../model/documents/zod-issues.js";
import { BulwarkError } from "../../model/errors.js";
import { parseThreshold, type Threshold } from "../run/thresholds.js";
import { type Scenario, scenarioSchema } from "./schema.js";

const LIBRARY: ReadonlySet<string> = new Set(DETECTORS.map(({ id }) => id));

export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly thresholds: readonly Threshold[];
  /** SHA-256 of the scenario's meaning, hex: see {@link scenarioHash}. */
  readonly hash: string;
  readonly locate: YamlDocument["locate"];
}

/**
 * Text of a scenario file to a scenario that can be run. Pure; `path` is only shown.
 * @throws BulwarkError BW_YAML_INVALID, BW_SCENARIO_INVALID or BW_THRESHOLD_INVALID, each with line and column.
 */
export function parseScenario(text: string, path: string): ParsedScenario {
  const { value: scenario, locate } = parseYamlAs(scenarioSchema, text, { path, code: "BW_SCENARIO_INVALID" });
  const [first] = problemsOf(scenario);
  if (first !== undefined) throw errorAt({ locate }, { path, code: "BW_SCENARIO_INVALID" }, first.path, first.problem);
  return { scenario, thresholds: thresholdsOf(scenario, locate, path), hash: scenarioHash(scenario), locate };
}

/**
 * A detector that nobody knows never raises the alarm an attack expects. One of the library that the stack left out is no mistake of the
 * scenario: its attacks count as missed, and the run shows them.
 * @throws BulwarkError BW_SCENARIO_INVALID, BW_THRESHOLD_INVALID, each with line and column
 */
export function requireDetectors({ scenario, locate }: ParsedScenario, path: string, known: readonly string[]): void {
  for (const [attack, { expect }] of scenario.attacks.entries())
    for (const [index, detector] of expect.entries())
      if (!known.includes(detector) && !LIBRARY.has(detector))
        throw errorAt(
          { locate },
          { path, code: "BW_SCENARIO_INVALID" },
          ["attacks", attack, "expect", index],
          `the stack has no detector ${detector}; it has ${known.join(", ")}`,
        );
  thresholdsOf(scenario, locate, path, known);
}

/** Devices of all profiles. */
export const fleetSize = (scenario: Scenario): number => scenario.fleet.profiles.reduce((sum, { count }) => sum + count, 0);

/**
 * SHA-256 over the canonical JSON (keys sorted, defaults filled in) of a scenario without its seed: comments, order and spelling of numbers
 * do not change it, anything that changes the run does.
 */
function scenarioHash(scenario: Scenario): string {
  const { seed: _, ...rest } = scenario;
  return createHash("sha256").update(canonical(rest)).digest("hex");
}

interface Problem {
  readonly path: YamlPath;
  readonly problem: string;
}

function* problemsOf(scenario: Scenario): Generator<Problem> {
  yield* backendProblems(scenario);
  yield* duplicates(scenario.fleet.profiles, "name", ["fleet", "profiles"]);
  yield* duplicates(scenario.attacks, "id", ["attacks"]);
  yield* duplicates(scenario.rollouts, "id", ["rollouts"]);
  yield* attackProblems(scenario);
  yield* rolloutProblems(scenario);
}

function* backendProblems({ backend: { app, stack } }: Scenario): Generator<Problem> {
  if (app === undefined && stack === undefined) {
    yield { path: ["backend"], problem: "expected app or stack, so that the fleet runs under the policy that would be deployed" };
  }
  if (app !== undefined && stack !== undefined) yield { path: ["backend", "stack"], problem: "expected either app or stack, not both" };
}

function* duplicates<K extends string>(items: readonly Readonly<Record<K, string>>[], key: K, path: YamlPath): Generator<Problem> {
  for (const [index, item] of items.entries()) {
    const earlier = items.findIndex((other) => other[key] === item[key]);
    if (earlier < index) yield { path: [...path, index, key], problem: `${item[key]} is already taken by entry ${earlier + 1}` };
  }
}

function* attackProblems(scenario: Scenario): Generator<Problem> {
  const devices = fleetSize(scenario);
  for (const [index, attack] of scenario.attacks.entries()) {
    const end = attack.atSeconds + attack.forSeconds;
    if (attack.atSeconds >= scenario.steadySeconds) {
      yield {
        path: ["attacks", index, "atSeconds"],
        problem: `starts at ${attack.atSeconds} s, but the steady phase ends at ${scenario.steadySeconds} s`,
      };
    } else if (end > scenario.steadySeconds) {
      yield {
        path: ["attacks", index, "forSeconds"],
        problem: `lasts until ${end} s, but the steady phase ends at ${scenario.steadySeconds} s`,
      };
    }
    if (attack.devices > devices) {
      yield { path: ["attacks", index, "devices"], problem: `attacks ${attack.devices} devices of a fleet of ${devices}` };
    }
  }
  // Every device is attacked at most once, or ground truth could not say which attack an alarm belongs to.
  const attacked = scenario.attacks.reduce((sum, attack) => sum + attack.devices, 0);
  if (attacked > devices) {
    yield {
      path: ["attacks"],
      problem: `the attacks need ${attacked} devices together, one attack a device, but the fleet has ${devices}`,
    };
  }
}

function* rolloutProblems(scenario: Scenario): Generator<Problem> {
  const models = [...new Set(scenario.fleet.profiles.map(({ model }) => model))];
  for (const [index, rollout] of scenario.rollouts.entries()) {
    if (rollout.atSeconds >= scenario.steadySeconds) {
      yield {
        path: ["rollouts", index, "atSeconds"],
        problem: `starts at ${rollout.atSeconds} s, but the steady phase ends at ${scenario.steadySeconds} s`,
      };
    }
    if (!models.includes(rollout.release.hardware)) {
      yield {
        path: ["rollouts", index, "release", "hardware"],
        problem: `no profile has the model ${rollout.release.hardware}; there are ${models.join(", ")}`,
      };
    }
  }
}

/** @param detectors ids of those that run, where they are known already */
function thresholdsOf(scenario: Scenario, locate: YamlDocument["locate"], path: string, detectors?: readonly string[]): Threshold[] {
  return Object.entries(scenario.thresholds).flatMap(([metric, entries]) =>
    entries.map((entry, index) => {
      const spec = typeof entry === "string" ? { expr: entry, obligations: [] } : entry;
      const parsed = parseThreshold({ metric, expression: spec.expr, obligations: spec.obligations });
      const problem = "problem" in parsed ? parsed.problem : tagProblem(parsed.threshold, scenario, detectors);
      if (problem !== null || "problem" in parsed) {
        const place = typeof entry === "string" ? ["thresholds", metric, index] : ["thresholds", metric, index, "expr"];
        throw new BulwarkError("BW_THRESHOLD_INVALID", {
          path,
          ...locate(place),
          expression: `${metric}: ${spec.expr}`,
          problem: problem ?? "",
        });
      }
      return parsed.threshold;
    }),
  );
}

/** A tag value that nothing defines would never get a value. */
function tagProblem({ tag }: Threshold, scenario: Scenario, detectors: readonly string[] | undefined): string | null {
  if (tag === null) return null;
  const known = tag.name === "detector" ? (detectors ?? null) : knownTagValues(tag.name, scenario);
  if (known === null || known.includes(tag.value)) return null;
  return `there is no ${tag.name} ${tag.value}${known.length === 0 ? "" : `; known are ${known.join(", ")}`}`;
}

function knownTagValues(tag: string, scenario: Scenario): readonly string[] | null {
  switch (tag) {
    case "attack":
      return scenario.attacks.map(({ id }) => id);
    case "rollout":
      return scenario.rollouts.map(({ id }) => id);
    case "profile":
      return scenario.fleet.profiles.map(({ name }) => name);
    default:
      return null;
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}
