import { z } from "zod";
import { parseYamlAs, type YamlDocument } from "./read-yaml.js";
import { type RuleSettings, ruleSettingsSchema } from "./rule-settings.js";
import { date, text } from "./scalars.js";

/** `bulwark.yaml`: what `bulwark run` needs to know of a project folder. Paths are relative to the file. */
export const projectSchema = z.strictObject({
  app: text.describe("CDKTF app that synthesizes the stack."),
  dossier: text.describe("Folder of dossier documents."),
  scenario: text.describe("Rehearsal to run."),
  out: text.describe("Folder the report is written to."),
  asOf: date
    .optional()
    .describe("Day the dossier is judged on, for an example or an audit of the past. Left out: today. The report says when it is pinned."),
  waivers: text.optional().describe("Waivers document; left out, the Waivers documents of the dossier count."),
  rules: ruleSettingsSchema.optional().describe("What is decided otherwise than the rule library; docs/custom-rules.md."),
});

export type Project = z.infer<typeof projectSchema>;

/** @throws BulwarkError BW_YAML_INVALID or BW_PROJECT_INVALID, with line and column. */
export function parseProject(source: string, path: string): { readonly value: Project; readonly locate: YamlDocument["locate"] } {
  return parseYamlAs(projectSchema, source, { path, code: "BW_PROJECT_INVALID" });
}

/** For a check by itself the other keys may be left out. */
const checkConfigSchema = projectSchema.partial();

/** `rules:` of a file given to `bulwark check --config`. @throws BulwarkError BW_YAML_INVALID or BW_CONFIG_INVALID, with line and column. */
export function parseRuleSettings(source: string, path: string): RuleSettings {
  return parseYamlAs(checkConfigSchema, source, { path, code: "BW_CONFIG_INVALID" }).value.rules ?? {};
}
