import { z } from "zod";
import { OBJECTIVE_STATES, SUBJECT_KINDS } from "../evidence.js";
import { SEVERITIES, VERDICTS } from "../finding.js";

/**
 * Schemas of the JSON that Bulwark writes. They serve the committed JSON Schemas and the tests, not the code that writes: that is held by the
 * types of model/, and a type-level test keeps the two in step.
 */
export const severity = z.enum(SEVERITIES);
export const verdict = z.enum(VERDICTS);
export const objectiveState = z.enum(OBJECTIVE_STATES);
export const subjectKind = z.enum(SUBJECT_KINDS);
export const count = z.int().min(0);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  .describe("RFC 3339, UTC.");
export const millis = z.number().describe("Milliseconds since the epoch.");
export const location = z.strictObject({ file: z.string(), line: count.describe("1-based; 0 when the input gives none."), column: count });
export const fix = z.strictObject({
  construct: z.string().optional(),
  terraform: z.string().optional(),
  document: z.string().optional().describe("What to write in a document of the dossier, or in the waivers."),
});
