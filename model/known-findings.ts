import { z } from "zod";
import { severity, sha256Hex } from "./outputs/parts.js";

const known = z.strictObject({
  rule: z.string().min(1),
  address: z.string().min(1),
  detail: z.string().optional(),
  severity,
  verdict: z.enum(["fail", "unknown"]).describe("An unknown that turns into a failure is new."),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/, "expected 16 lower-case hexadecimal digits"),
  valueHash: sha256Hex.describe("SHA-256 of the canonical JSON of the value seen; a failure over another value is new."),
});

/** `bulwark.baseline/1`: what `check --write-baseline` writes and `--baseline` reads. */
export const knownSchema = z.strictObject({
  schema: z.literal("bulwark.baseline/1"),
  created: z.iso.date(),
  findings: z.array(known),
});

export type KnownFindings = z.infer<typeof knownSchema>;
export type KnownFinding = KnownFindings["findings"][number];
