import type { Verdict } from "../../../model/finding.js";
import { check } from "../../../policies/engine/check.js";
import { loadBundledPolicy, type Policy } from "../../../policies/engine/load.js";
import { loadRules } from "../../../policies/index.js";
import { liftSynth } from "../../../policies/lift/synth/synth.js";
import { AS_OF } from "../../../test/constructs/fleet.js";
import type { Stack } from "../../../test/policies/mutations.js";

export interface Verdicts {
  /** Construct paths (`test/lake/bucket`) on which a rule passes, by rule. */
  readonly passed: ReadonlyMap<string, readonly string[]>;
  /** `RULE ADDRESS` of each failure, and of each result that is not known. */
  readonly failed: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

let policy: Policy | undefined;
let rules: ReturnType<typeof loadRules> | undefined;

/** Judges a synthesized stack by the library's own rules, as `bulwark check cdk.tf.json` does, without a file. `all` also says what passed. */
export function judge(stack: Stack, all = false): Verdicts {
  policy ??= loadBundledPolicy();
  rules ??= loadRules();
  const input = liftSynth("cdk.tf.json", stack as never, JSON.stringify(stack));
  const { results } = check([input], [], { asOf: AS_OF, all }, policy, rules).report;
  const passed = new Map<string, string[]>();
  for (const { rule, verdict, constructPath } of results)
    if (verdict === "pass") passed.set(rule, [...(passed.get(rule) ?? []), constructPath ?? ""]);
  const lines = (wanted: Verdict): ReadonlySet<string> =>
    new Set(results.filter(({ verdict }) => verdict === wanted).map(({ rule, address }) => `${rule} ${address}`));
  return { passed, failed: lines("fail"), unknown: lines("unknown") };
}

/** Rules that have a line in the one and not in the other, sorted. */
export const newRules = (before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] =>
  [...new Set([...after].filter((line) => !before.has(line)).map((line) => line.split(" ")[0] ?? line))].sort();
