import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf } from "../model/errors.js";
import { loadBundledPolicy } from "../policies/engine/load.js";
import { faultsOf, idleExplanations, percent, scorePage, tallyOf } from "./mutations/report.js";
import { type RuleScore, scoreRule } from "./mutations/score.js";
import { specimens } from "./mutations/specimens.js";
import { survivorFaults, survivorsOf } from "./mutations/survivors.js";
import { survivorsPage } from "./mutations/survivors-page.js";
import { trapFaults, trapsOf } from "./mutations/traps.js";
import { idleTraps, type Trap } from "./mutations/traps-explained.js";

/**
 * `npm run mutations`: scores every rule of the committed bundle and writes docs/mutation-score.md and docs/mutation-survivors.md; `-- --check` writes nothing
 * and says whether they are current. Exits 1 when a rule never fails, when it takes what is not known for known, when a change survives and nobody says why, or
 * when a page differs.
 */
const SCORE = "docs/mutation-score.md";
const SURVIVORS = "docs/mutation-survivors.md";

function main(check: boolean): number {
  const policy = loadBundledPolicy();
  const all = specimens();
  const scores: RuleScore[] = [];
  const traps: Trap[] = [];
  const unfit: string[] = [];
  for (const specimen of all) {
    try {
      const score = scoreRule(policy, specimen);
      scores.push(score);
      traps.push(...trapsOf(policy, specimen));
      progress(score, scores.length, all.length);
    } catch (thrown) {
      unfit.push(messageOf(thrown));
    }
  }
  const survivors = scores.flatMap(survivorsOf);
  const faults = [
    ...unfit,
    ...scores.flatMap((score) => faultsOf(tallyOf(score))),
    ...idleExplanations(scores),
    ...survivorFaults(survivors),
    ...trapFaults(traps),
    ...idleTraps(traps),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const pages = [
    { file: SCORE, page: scorePage(scores) },
    { file: SURVIVORS, page: survivorsPage(survivors, traps) },
  ];
  const stale = pages.filter(({ file, page }) => committed(file) !== page);
  for (const { file, page } of stale)
    if (check) process.stderr.write(`${file} differs from what the rules do: run npm run mutations\n`);
    else if (unfit.length === 0) writeFileSync(pathOf(file), page);
  process.stderr.write(
    `${scores.length} rules scored, ${faults.length} at fault; pages ${stale.length === 0 ? "are current" : check ? "are stale" : "written"}\n`,
  );
  return faults.length > 0 || (check && stale.length > 0) ? 1 : 0;
}

const pathOf = (file: string): string => resolve(import.meta.dirname, "..", file);
const committed = (file: string): string | undefined => (existsSync(pathOf(file)) ? readFileSync(pathOf(file), "utf8") : undefined);

/** A line a rule: how many of its mutants turned it. */
function progress(score: RuleScore, done: number, of: number): void {
  const { rule, mutants, failed, unknown } = tallyOf(score);
  process.stdout.write(
    `${String(done).padStart(String(of).length)}/${of}  ${rule.padEnd(38)} ${String(failed + unknown).padStart(4)} of ${String(mutants).padStart(4)}  ${percent(failed + unknown, mutants)}\n`,
  );
}

process.exitCode = main(process.argv.includes("--check"));
