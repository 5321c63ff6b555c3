import type { CheckResult, RuleMeta } from "../../model/finding.js";
import { check } from "../../policies/engine/check.js";
import { loadBundledPolicy } from "../../policies/engine/load.js";
import { loadRules } from "../../policies/index.js";
import { AS_OF, type RuleInput, ruleInputs } from "../../test/policies/rule-inputs.js";
import type { Output } from "./output.js";
import { differencesByRule } from "./rule-pages/differences.js";
import { indexPage } from "./rule-pages/index-page.js";
import { type PageInput, rulePage } from "./rule-pages/page.js";

/** docs/rules: a page a rule, from its metadata and its examples as the check judges them, and the index of all. */
export function rulePages(): readonly Output[] {
  const rules = loadRules();
  const policy = loadBundledPolicy();
  const differences = differencesByRule();
  const examples = new Map<string, PageInput["examples"]>();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const input of ruleInputs()) {
    const rule = byId.get(input.rule);
    // An example of a rule that is not in the bundle yet: `npm run policies` comes first, and test/policies/examples.test.ts says so.
    if (rule === undefined) continue;
    examples.set(rule.id, { ...examples.get(rule.id), [input.kind]: { file: input.file, results: judged(input, rule) } });
  }
  function judged(input: RuleInput, rule: RuleMeta): readonly CheckResult[] {
    const { report } = check(input.inputs, [], { asOf: AS_OF, only: [rule.id] }, policy, [rule]);
    return report.results.map((result) => unprefixed(result, input.prefix));
  }
  return [
    { file: "docs/rules/README.md", content: indexPage(rules) },
    ...rules.map((rule) => ({
      file: `docs/rules/${rule.id}.md`,
      content: rulePage({ rule, examples: examples.get(rule.id) ?? {}, differences: differences.get(rule.id) ?? [] }),
    })),
  ];
}

/** All examples are planned as modules of one configuration; the page shows each as it stands in its file. */
function unprefixed(result: CheckResult, prefix: string): CheckResult {
  const strip = (text: string): string => (prefix === "" ? text : text.replaceAll(prefix, ""));
  const address = /^policies\/rules\/documents\/[^#]+#(.*)$/.exec(result.address)?.[1] ?? strip(result.address);
  return { ...result, address, actual: strip(result.actual), ...(result.reason === undefined ? {} : { reason: strip(result.reason) }) };
}
