import { z } from "zod";
import { reason, severity, text } from "./scalars.js";

const limit = (direction: "at least" | "at most", unit: string) =>
  z.int().min(1).optional().describe(`${unit}; a value passes when it is ${direction} this.`);

/** The numbers of model/baseline.ts that rules judge by; others bind constructs or rehearsals and would change nothing here. */
const baselineNumbers = z.strictObject({
  keys: z.strictObject({ rotationPeriodDays: limit("at most", "Days"), deletionWindowDays: limit("at least", "Days") }).optional(),
  identity: z.strictObject({ roleAliasSeconds: limit("at most", "Seconds") }).optional(),
  logging: z.strictObject({ retentionDays: limit("at least", "Days") }).optional(),
  queues: z.strictObject({ deadLetterRetentionSeconds: limit("at least", "Seconds") }).optional(),
  firmware: z.strictObject({ signatureValidityYears: limit("at least", "Years"), objectLockDays: limit("at least", "Days") }).optional(),
  patching: z.strictObject({ approvalDays: limit("at most", "Days") }).optional(),
  rollout: z.strictObject({ abortThresholdPercentage: limit("at most", "Percent") }).optional(),
});

/** `rules:` of `bulwark.yaml`: what a team decides otherwise than the library. Every report of a check repeats it. */
export const ruleSettingsSchema = z.strictObject({
  severity: z.record(text, severity).optional().describe("Severity by rule id, in place of the library's."),
  disabled: z
    .array(z.strictObject({ rule: text.describe("Rule id."), reason }))
    .optional()
    .describe("Rules that are not judged at all. To except one resource, write a waiver."),
  baseline: baselineNumbers.optional().describe("Numbers rules judge by, in place of the baseline's."),
});

export type RuleSettings = z.infer<typeof ruleSettingsSchema>;
