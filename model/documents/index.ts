export * from "./kinds.js";
export { nearest } from "./nearest.js";
export { type Document, type DossierDocument, parseDocuments } from "./parse-documents.js";
export { type Project, parseProject, parseRuleSettings, projectSchema } from "./project.js";
export {
  errorAt,
  type FieldErrorCode,
  type Position,
  parseYaml,
  parseYamlAs,
  type ReadOptions,
  validateAs,
  type YamlDocument,
} from "./read-yaml.js";
export type { RuleSettings } from "./rule-settings.js";
export type { YamlPath } from "./zod-issues.js";
