import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf } from "../model/errors.js";
import { loadBundledPolicy } from "../policies/engine/load.js";
import { faultsOf, idleExplanations, percent, scorePage, tallyOf } from "./mutations/report.js";
import { type RuleScore, scoreRule } from "./mutations/score.js";
import { specimens } from "./mutations/specimens.js";

/**
 * `npm run mutations`: scores every rule of the committed bundle and writes docs/mutation-score.md; `-- --check` writes nothing and says whether the page is
 * current. Exits 1 when a rule never fails, when it keeps silent about what is not known, or when the page differs.
 */
const PAGE = "docs/mutation-score.md";

function main(check: boolean): number {
  const policy = loadBundledPolicy();
  const all = specimens();
  const scores: RuleScore[] = [];
  const unfit: string[] = [];
  for (const specimen of all) {
    try {
      const score = scoreRule(policy, specimen);
      scores.push(score);
      progress(score, scores.length, all.length);
    } catch (thrown) {
      unfit.push(messageOf(thrown));
    }
  }
  const faults = [...unfit, ...scores.flatMap((score) => faultsOf(tallyOf(score))), ...idleExplanations(scores)];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const path = resolve(import.meta.dirname, "..", PAGE);
  const page = scorePage(scores);
  const isCurrent = existsSync(path) && readFileSync(path, "utf8") === page;
  if (check && !isCurrent) process.stderr.write(`${PAGE} differs from what the rules do: run npm run mutations\n`);
  if (!check && !isCurrent && unfit.length === 0) writeFileSync(path, page);
  process.stderr.write(
    `${scores.length} rules scored, ${faults.length} at fault; ${PAGE} ${isCurrent ? "is current" : check ? "is stale" : "written"}\n`,
  );
  return faults.length > 0 || (check && !isCurrent) ? 1 : 0;
}

/** A line a rule: how many of its mutants turned it. */
function progress(score: RuleScore, done: number, of: number): void {
  const { rule, mutants, failed, unknown } = tallyOf(score);
  process.stdout.write(
    `${String(done).padStart(String(of).length)}/${of}  ${rule.padEnd(38)} ${String(failed + unknown).padStart(4)} of ${String(mutants).padStart(4)}  ${percent(failed + unknown, mutants)}\n`,
  );
}

process.exitCode = main(process.argv.includes("--check"));
