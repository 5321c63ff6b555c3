import { nearest } from "../../model/documents/nearest.js";
import type { RuleMeta } from "../../model/finding.js";
import { NOT_FLAGGED } from "../differences/index.js";

type Named = Pick<RuleMeta, "id" | "equivalents">;

/** Trivy writes one check as AVD-AWS-0086 and as AWS-0086. */
export const foreignId = (id: string): string => id.toUpperCase().replace(/^AVD-/, "");

/** What to say to somebody who names a rule that there is none of: how a check of another tool is called here or why it is not, or what was nearly typed. */
export function suggestion(given: string, rules: readonly Named[]): string {
  const wanted = foreignId(given);
  const called = rules.filter(({ equivalents }) =>
    Object.values(equivalents).some((ids: readonly string[]) => ids.some((id) => foreignId(id) === wanted)),
  );
  if (called.length > 0) return `${given} is called ${called.map(({ id }) => id).join(", ")} here.`;
  const left = NOT_FLAGGED.find(({ checks }) =>
    Object.values(checks).some((ids: readonly string[]) => ids.some((id) => foreignId(id) === wanted)),
  );
  if (left !== undefined) return `${given} has none, on purpose: ${left.reason}.${judgedInstead(left.see)}`;
  const near = nearest(
    given,
    rules.map(({ id }) => id),
  );
  return `Nearest: ${near ?? "none"}.`;
}

const judgedInstead = (see: readonly string[] = []): string => (see.length === 0 ? "" : ` Judged instead: ${see.join(", ")}.`);
