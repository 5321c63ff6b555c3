import { z } from "zod";
import { REGIME_IDS } from "../obligations/regimes.js";
import { OBLIGATION_CLASSES, SECTIONS } from "../obligations/types.js";
import { checkSchema } from "./check.js";
import { count, instant, objectiveState, sha256Hex } from "./parts.js";
import { runSchema } from "./run.js";

const names = z.array(z.string());
const regime = z.enum(REGIME_IDS);

const objective = z.strictObject({
  state: objectiveState,
  reasons: names,
  evidence: z.array(
    z.strictObject({
      kind: z.enum(["rule", "proof", "threshold", "attestation", "obligation"]),
      ref: z.string(),
      state: objectiveState,
      text: z.string(),
    }),
  ),
});

const totals = z.record(objectiveState, count);

/** `bulwark.report/1`: the report.json of a loop. */
export const reportSchema = z.strictObject({
  schema: z.literal("bulwark.report/1"),
  subject: z.string(),
  generatedAt: instant,
  bulwark: z.strictObject({ version: z.string(), node: z.string() }),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(["plan", "synth", "state", "configuration", "document", "scenario", "rules"]),
      sha256: sha256Hex,
      bytes: count,
    }),
  ),
  check: checkSchema.nullable(),
  run: runSchema.nullable(),
  obligations: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      section: z.enum(SECTIONS.map(({ id }) => id)),
      class: z.enum(OBLIGATION_CLASSES),
      provisions: z.array(z.strictObject({ regime, ref: z.string() })),
      conceptual: objective,
      functional: objective,
    }),
  ),
  regimes: z.array(
    z.strictObject({
      regime: z.string(),
      provisions: z.array(z.strictObject({ ref: z.string(), obligations: names, conceptual: objectiveState, functional: objectiveState })),
      conceptual: totals,
      functional: totals,
    }),
  ),
  totals: z.strictObject({ conceptual: totals, functional: totals }),
  notProven: z.array(
    z.strictObject({
      obligation: z.string(),
      title: z.string(),
      objective: z.enum(["conceptual", "functional"]),
      state: objectiveState.extract(["not-satisfied", "not-evaluated", "waived"]),
      reason: z.string(),
    }),
  ),
  limits: names,
});
