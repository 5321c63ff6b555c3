import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDocuments, toRolloutPlan } from "../../model/documents/index.js";
import { BulwarkError, messageOf } from "../../model/errors.js";
import type { RolloutPlan } from "../../model/rollout/plan.js";
import { type ParsedScenario, parseScenario } from "../scenarios/parse.js";

export interface LoadedScenario extends ParsedScenario {
  /** The plan of each roll-out by the roll-out's id, out of the dossier's own Rollout document. */
  readonly rolloutPlans: ReadonlyMap<string, RolloutPlan>;
}

/** @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE, and what parsing a scenario or a document throws */
export function loadScenario(path: string): LoadedScenario {
  const parsed = parseScenario(readText(path), path);
  const rolloutPlans = new Map(parsed.scenario.rollouts.map(({ id, plan }) => [id, readRolloutPlan(join(dirname(path), plan))]));
  return { ...parsed, rolloutPlans };
}

function readRolloutPlan(path: string): RolloutPlan {
  for (const document of parseDocuments(readText(path), path)) if (document.kind === "Rollout") return toRolloutPlan(document.value);
  throw new BulwarkError("BW_DOCUMENT_KIND", { path, line: 1, column: 1, given: "not Rollout anywhere in the file", known: "Rollout" });
}

function readText(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new BulwarkError("BW_FILE_NOT_FOUND", { path });
  if (!stat.isFile()) throw new BulwarkError("BW_FILE_UNREADABLE", { path, cause: "not a regular file" });
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new BulwarkError("BW_FILE_UNREADABLE", { path, cause: messageOf(cause) }, cause);
  }
}
