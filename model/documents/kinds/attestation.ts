import { z } from "zod";
import { ATTESTATIONS, type AttestationType } from "../../obligations/types.js";
import { count, date, documentOf, fileRef, id, instant, obligationId, reason, sha256, text, version } from "../scalars.js";
import { ATTESTATION_DETAILS } from "./attestation-details.js";

/** One claim of one person about obligations a machine cannot judge, with what it rests on and for how long. */
const common = {
  obligations: z.array(obligationId).min(1),
  statement: text.describe("One claim."),
  scope: z.strictObject({
    entity: text,
    product: id.optional(),
    models: z.array(id).optional(),
    versions: z.array(version).optional(),
    site: text.optional(),
    period: z.strictObject({ from: date, until: date }),
  }),
  method: z.enum(["examine", "interview", "test"]),
  performedOn: date,
  basis: z.array(z.strictObject({ title: text, version: text, sha256, location: text })).min(1),
  sampling: z.strictObject({ population: count, sample: count, how: text }).optional(),
  result: z.enum(["satisfied", "not-satisfied"]),
  exceptions: z.array(z.strictObject({ what: text, why: reason, owner: text, until: date })),
  limitations: text.describe("What was not looked at."),
  attestor: z.strictObject({
    name: text,
    role: text,
    organisation: text,
    independence: z.enum(["author", "same-organisation", "second-party", "third-party"]),
  }),
  reviewer: z.strictObject({ name: text, role: text }),
  signedAt: instant,
  receivedOn: date.describe("Day it entered the dossier; not the day it speaks about."),
  validFrom: date,
  validUntil: date,
  supersedes: id.optional(),
  signature: z
    .strictObject({ format: z.literal("dsse"), keyId: text, envelope: fileRef })
    .optional()
    .describe("DSSE envelope over the canonical JSON of the claim."),
};

const ofType = <const T extends AttestationType, D extends z.ZodType>(type: T, details: D) =>
  documentOf("Attestation", { type: z.literal(type).describe(ATTESTATIONS[type]), ...common, details })
    .refine((each) => each.reviewer.name !== each.attestor.name, {
      path: ["reviewer", "name"],
      error: "is the attestor; a second person must review",
    })
    .refine((each) => each.validUntil > each.validFrom, { path: ["validUntil"], error: "must be later than validFrom" })
    .refine((each) => each.sampling === undefined || each.sampling.sample <= each.sampling.population, {
      path: ["sampling", "sample"],
      error: "is larger than the population",
    });

const D = ATTESTATION_DETAILS;

export const attestationSchema = z.discriminatedUnion("type", [
  ofType("ATT-01", D["ATT-01"]),
  ofType("ATT-02", D["ATT-02"]),
  ofType("ATT-03", D["ATT-03"]),
  ofType("ATT-04", D["ATT-04"]),
  ofType("ATT-05", D["ATT-05"]),
  ofType("ATT-06", D["ATT-06"]),
  ofType("ATT-07", D["ATT-07"]),
  ofType("ATT-08", D["ATT-08"]),
  ofType("ATT-09", D["ATT-09"]),
  ofType("ATT-10", D["ATT-10"]),
  ofType("ATT-11", D["ATT-11"]),
  ofType("ATT-12", D["ATT-12"]),
  ofType("ATT-13", D["ATT-13"]),
  ofType("ATT-14", D["ATT-14"]),
  ofType("ATT-15", D["ATT-15"]),
]);

export type Attestation = z.infer<typeof attestationSchema>;

/** What the join of evidence reads of an attestation. Dates are inclusive calendar days. */
export interface AttestedClaim {
  readonly id: string;
  readonly type: AttestationType;
  readonly obligations: readonly string[];
  readonly result: "satisfied" | "not-satisfied";
  readonly attestor: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export function claimOf({ name, type, obligations, result, attestor, validFrom, validUntil }: Attestation): AttestedClaim {
  return { id: name, type, obligations, result, attestor: `${attestor.name}, ${attestor.role}`, validFrom, validUntil };
}
