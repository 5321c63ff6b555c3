import { z } from "zod";
import { count, fix, location, severity, verdict } from "./parts.js";

const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe("Stable over runs and line moves.");

const result = z.strictObject({
  rule: z.string(),
  title: z.string(),
  severity,
  verdict,
  address: z.string().describe("Full Terraform address, or the name of the document."),
  constructPath: z.string().optional(),
  detail: z.string().optional().describe("Tells two findings of one rule on one resource apart."),
  expected: z.string(),
  actual: z.string(),
  reason: z.string().optional(),
  obligations: z.array(z.string()),
  fix,
  location,
  source: location
    .optional()
    .describe(
      "The line that made the resource: of the app, when the synth carries stack traces, or of the Terraform files, when they were given.",
    ),
  waivedIn: z.enum(["waiver", "stack"]).optional().describe("Where a waived result was waived."),
  baseline: z.enum(["known", "new"]).optional().describe("With --baseline: whether the file already holds this finding."),
  fingerprint,
});

/** `bulwark.check/1`: what `bulwark check --format json` prints. Without --all, `results` holds fail, unknown and waived. */
export const checkSchema = z.strictObject({
  schema: z.literal("bulwark.check/1"),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(["plan", "synth", "state", "configuration", "document"]),
      resources: z.strictObject({ inInput: count, lifted: count }),
      notes: z.array(z.string()).optional().describe("What the check could not look into, in plain words."),
    }),
  ),
  summary: z.strictObject({
    pass: count,
    fail: count,
    unknown: count,
    waived: count,
    "not-applicable": count,
    bySeverity: z.strictObject({ critical: count, high: count, medium: count, low: count }).describe("Failures by severity."),
  }),
  baseline: z
    .strictObject({
      path: z.string(),
      known: count,
      new: count,
      fixed: z.array(z.strictObject({ rule: z.string(), address: z.string(), detail: z.string().optional(), fingerprint })),
    })
    .optional()
    .describe("With --baseline: what the file covers, what is new, and what it lists that is gone."),
  adjustments: z
    .strictObject({
      path: z.string(),
      disabled: z.array(z.strictObject({ rule: z.string(), reason: z.string() })),
      severities: z.array(z.strictObject({ rule: z.string(), from: severity, to: severity })),
      baseline: z.array(z.strictObject({ name: z.string(), from: z.number(), to: z.number(), effect: z.enum(["stricter", "weaker"]) })),
    })
    .optional()
    .describe("With rule settings: what is decided otherwise than the library, and the file that says so."),
  results: z.array(result),
});
