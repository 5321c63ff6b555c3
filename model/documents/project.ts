import { z } from "zod";
import { parseYamlAs, type YamlDocument } from "./read-yaml.js";
import { text } from "./scalars.js";

/** `bulwark.yaml`: what `bulwark run` needs to know of a project folder. Paths are relative to the file. */
export const projectSchema = z.strictObject({
  app: text.describe("CDKTF app that synthesizes the stack."),
  dossier: text.describe("Folder of dossier documents."),
  scenario: text.describe("Rehearsal to run."),
  out: text.describe("Folder the report is written to."),
  waivers: text.optional().describe("Waivers document; left out, the Waivers documents of the dossier count."),
});

export type Project = z.infer<typeof projectSchema>;

/** @throws BulwarkError BW_YAML_INVALID or BW_PROJECT_INVALID, with line and column. */
export function parseProject(source: string, path: string): { readonly value: Project; readonly locate: YamlDocument["locate"] } {
  return parseYamlAs(projectSchema, source, { path, code: "BW_PROJECT_INVALID" });
}
