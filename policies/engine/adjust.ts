import type { RuleSettings } from "../../model/documents/rule-settings.js";
import { BulwarkError } from "../../model/errors.js";
import type { CheckReport, CheckResult, RuleMeta } from "../../model/finding.js";
import { type BundledData, readBundledData } from "./load.js";
import { suggestion } from "./suggest.js";

/** Which of the numbers a team may set are floors: more is stricter. The others are ceilings. */
const BASELINE_FLOORS: ReadonlySet<string> = new Set([
  "keys.deletionWindowDays",
  "logging.retentionDays",
  "queues.deadLetterRetentionSeconds",
  "firmware.signatureValidityYears",
  "firmware.objectLockDays",
]);

/** What a team decides otherwise than the library, and the file that says so. */
export interface Adjustment {
  readonly path: string;
  readonly settings: RuleSettings;
}

export interface Adjusted {
  /** All rules, with the severities that hold. */
  readonly rules: readonly RuleMeta[];
  readonly disabled: ReadonlySet<string>;
  /** What the report says of it; absent when nothing is decided otherwise. */
  readonly stated?: NonNullable<CheckReport["adjustments"]>;
}

/** @throws BulwarkError BW_RULE_UNKNOWN for an id that no rule has: a misspelt one must not pass for a decision */
export function adjust(rules: readonly RuleMeta[], adjustment: Adjustment | undefined): Adjusted {
  if (adjustment === undefined) return { rules, disabled: new Set() };
  const { severity = {}, disabled = [], baseline } = adjustment.settings;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ruleOf = (id: string): RuleMeta => {
    const rule = byId.get(id);
    if (rule !== undefined) return rule;
    throw new BulwarkError("BW_RULE_UNKNOWN", { rule: id, suggestion: suggestion(id, rules) });
  };
  const severities = Object.entries(severity)
    .map(([rule, to]) => ({ rule, from: ruleOf(rule).severity, to }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
  return {
    rules: rules.map((rule) => (Object.hasOwn(severity, rule.id) ? { ...rule, severity: severity[rule.id] ?? rule.severity } : rule)),
    disabled: new Set(disabled.map(({ rule }) => ruleOf(rule).id)),
    stated: { path: adjustment.path, disabled, severities, baseline: deviationsOf(baseline ?? {}, readBundledData().baseline) },
  };
}

/** The severity that holds, for results of rules whose metadata the engine writes itself. */
export function withSeverity(results: readonly CheckResult[], { settings }: Adjustment): readonly CheckResult[] {
  const { severity = {} } = settings;
  return results.map((result) => {
    const given = Object.hasOwn(severity, result.rule) ? severity[result.rule] : undefined;
    return given === undefined ? result : { ...result, severity: given };
  });
}

/** What rules see as `data`, with the numbers of the adjustment. */
export function dataWith({ baseline = {} }: RuleSettings, data: BundledData = readBundledData()): BundledData {
  const groups = Object.entries(baseline).map(([group, numbers]) => [group, { ...data.baseline[group], ...numbers }] as const);
  return { ...data, baseline: { ...data.baseline, ...Object.fromEntries(groups) } };
}

function deviationsOf(
  given: NonNullable<RuleSettings["baseline"]>,
  ours: BundledData["baseline"],
): NonNullable<CheckReport["adjustments"]>["baseline"] {
  return Object.entries(given).flatMap(([group, numbers]) =>
    Object.entries(numbers ?? {}).flatMap(([name, to]) => {
      const from = ours[group]?.[name];
      if (typeof from !== "number" || typeof to !== "number" || from === to) return [];
      const key = `${group}.${name}`;
      return [{ name: key, from, to, effect: to > from === BASELINE_FLOORS.has(key) ? ("stricter" as const) : ("weaker" as const) }];
    }),
  );
}
