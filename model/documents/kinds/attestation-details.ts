import { z } from "zod";
import type { AttestationType } from "../../obligations/types.js";
import { count, date, fileRef, id, language, market, percent, person, reason, regimeId, sha256, text, url } from "../scalars.js";

const documentRegister = z
  .array(z.strictObject({ title: text, version: text, owner: text, approvedBy: text, approvedOn: date, nextReview: date, sha256 }))
  .min(1);

/** What an attestation must hold beyond the common fields, by what it speaks about. */
export const ATTESTATION_DETAILS = {
  "ATT-01": z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          model: id,
          market,
          regimesIn: z.array(regimeId),
          regimesOut: z.array(z.strictObject({ regime: regimeId, reason })),
        }),
      )
      .min(1),
    counsel: person,
  }),
  "ATT-02": z.strictObject({
    sources: z.array(text).min(1),
    changes: z.array(z.strictObject({ change: text, decision: text, owner: text })),
  }),
  "ATT-03": z.strictObject({
    method: text,
    assumptions: z.array(text).min(1),
    assets: z.array(text).min(1),
    essentialRequirements: z.array(z.strictObject({ ref: text, applies: z.boolean(), how: text })).min(1),
    residualRiskAcceptedBy: person,
  }),
  "ATT-04": z.strictObject({ documents: documentRegister, technicalFileItems: z.array(text) }),
  "ATT-05": z.strictObject({
    audience: text,
    syllabus: text,
    heldOn: date,
    passMarkPercent: percent,
    attended: count,
    passed: count,
    roster: sha256,
    gaps: z.array(text),
  }),
  "ATT-06": z.strictObject({
    activities: z.array(id).min(1),
    balancingTests: z.array(text),
    notices: z.array(z.strictObject({ language, url, sha256 })).min(1),
    reidentificationTest: text,
  }),
  "ATT-07": z.strictObject({
    description: text,
    necessity: text,
    risks: z.array(text).min(1),
    measures: z.array(text).min(1),
    dpoAdvice: text,
    reviewTrigger: text,
  }),
  "ATT-08": z.strictObject({
    laboratory: text,
    serials: z.array(text).min(1),
    firmware: sha256,
    procedure: text,
    testCases: z
      .array(
        z.strictObject({
          id: text.describe("TS 103 701 test case, like 5.7-1-1."),
          unit: text,
          verdict: z.enum(["pass", "fail", "inconclusive"]),
        }),
      )
      .min(1),
    logs: z.array(fileRef).min(1),
  }),
  "ATT-09": z.strictObject({
    population: sha256,
    decisions: z.strictObject({ keep: count, reduce: count, revoke: count }),
    reviewers: z.array(z.strictObject({ system: text, reviewer: text })).min(1),
  }),
  "ATT-10": z.strictObject({
    planVersion: text,
    roles: z.array(text).min(1),
    contactTests: z.array(z.strictObject({ contact: text, on: date, reached: z.boolean() })).min(1),
    exercise: z.strictObject({ scenario: text, on: date, timeline: z.array(text).min(1), lessons: z.array(text) }),
  }),
  "ATT-11": z.strictObject({
    incident: text,
    facts: text,
    rootCause: text,
    failed: z.array(text),
    actions: z.array(z.strictObject({ action: text, owner: text, due: date })).min(1),
    proofOfFix: text,
  }),
  "ATT-12": z.strictObject({
    vendor: id,
    method: text,
    certifiedScope: text,
    serviceUsed: text,
    findings: z.array(text),
    tier: z.enum(["critical", "important", "standard"]),
    reassessBy: date,
    sharedWith: z.array(text).min(1),
  }),
  "ATT-13": z.strictObject({
    vendor: id,
    contract: text,
    contractSha256: sha256,
    clauses: z.array(z.strictObject({ clause: text, section: text })).min(1),
    noticeHours: z.number().min(0),
    deviations: z.array(text),
  }),
  "ATT-14": z.strictObject({ languages: z.array(language).min(1), topics: z.array(text).min(1), usability: text, published: date }),
  "ATT-15": z.strictObject({ authority: text, order: sha256, deadline: date, actions: z.array(text).min(1), closure: fileRef.optional() }),
} as const satisfies Record<AttestationType, z.ZodType>;
