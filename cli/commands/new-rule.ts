import { existsSync } from "node:fs";
import { join } from "node:path";
import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { DOMAINS } from "../../policies/compile/metadata.js";
import { RULE_ID, ruleScaffold } from "../../policies/compile/rule-scaffold.js";
import { loadRules } from "../../policies/index.js";
import type { Console } from "../console.js";
import { writeWhole } from "../files.js";

export interface NewRuleOptions {
  readonly id: string;
  readonly domain: string;
}

/** `bulwark new rule`: a rule folder that compiles and passes its tests, to be changed into one's own. */
export async function newRule(folder: string, { id, domain }: NewRuleOptions, console: Console): Promise<ExitCode> {
  const known = DOMAINS.find((candidate) => candidate === domain);
  if (known === undefined) throw new BulwarkError("BW_USAGE", { problem: `--domain ${domain}: expected one of ${DOMAINS.join(", ")}` });
  if (!RULE_ID.test(id))
    throw new BulwarkError("BW_USAGE", {
      problem: `--id ${id}: expected lower-case words joined by hyphens, with your team's first, like acme-bucket-owner`,
    });
  refuseTaken(id, folder);
  const target = join(folder, id);
  if (existsSync(target)) throw new BulwarkError("BW_USAGE", { problem: `${target} is there already` });
  for (const [name, content] of ruleScaffold({ id, domain: known })) {
    writeWhole(join(target, name), content);
    console.result(`${join(target, name)}`);
  }
  console.note(`Judge by it: bulwark check plan.json --policy ${folder}`);
  return EXIT.pass;
}

function refuseTaken(id: string, path: string): void {
  if (/^(?:waiver|change)-/.test(id)) throw new BulwarkError("BW_RULE_CLASH", { path, rule: id, owner: "the engine" });
  if (loadRules().some((rule) => rule.id === id)) throw new BulwarkError("BW_RULE_CLASH", { path, rule: id, owner: "the library" });
}
