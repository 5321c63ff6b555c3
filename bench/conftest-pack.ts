import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleMeta } from "../model/finding.js";

/**
 * As many rules as the library has for Terraform types, written the way conftest's own examples are: each walks `resource_changes`, asks one
 * attribute of the planned values and prints a sentence. No joins, no unknown values, no references: a floor for what the same library would cost
 * there. Source of the form: www.conftest.dev/examples and openpolicyagent.org/docs/terraform
 * @returns how many rules were written into `folder`
 */
export function writeConftestPack(folder: string, rules: readonly RuleMeta[]): number {
  mkdirSync(folder, { recursive: true });
  const own = rules.filter((rule) => rule.resourceTypes.some((type) => type.startsWith("aws_")));
  for (const rule of own) writeFileSync(join(folder, `${rule.id}.rego`), ruleText(rule));
  return own.length;
}

function ruleText(rule: RuleMeta): string {
  const types = rule.resourceTypes.filter((type) => type.startsWith("aws_")).map((type) => JSON.stringify(type));
  return `package main

import rego.v1

deny contains msg if {
	some change in input.resource_changes
	change.type in {${types.join(", ")}}
	not "delete" in change.change.actions
	not change.change.after.${attributeOf(rule)}
	msg := sprintf("%s: %s", [change.address, ${JSON.stringify(rule.title)}])
}
`;
}

/** The attribute that the rule's own fix sets; tags where the fix is a resource of its own. */
const attributeOf = (rule: RuleMeta): string => /^\s*([a-z][a-z0-9_]*)\s*=/.exec(rule.fix.terraform ?? "")?.[1] ?? "tags";
