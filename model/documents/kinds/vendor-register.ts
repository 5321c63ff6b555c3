import { z } from "zod";
import { CONTRACT_CLAUSES } from "../../contract-clauses.js";
import {
  country,
  date,
  documentOf,
  email,
  fileRef,
  finding,
  id,
  percent,
  positiveDays,
  reason,
  sha256,
  text,
  uniquely,
} from "../scalars.js";

const contract = z
  .strictObject({
    id: text,
    sha256,
    signed: date,
    expires: date,
    clauses: z.array(z.strictObject({ clause: z.enum(CONTRACT_CLAUSES), section: text })),
    breachNoticeHours: z.number().gt(0).optional(),
    patchWithinDays: z.strictObject({ critical: positiveDays, high: positiveDays, medium: positiveDays.optional() }).optional(),
    sbom: z.strictObject({ format: z.enum(["cyclonedx", "spdx"]), refreshDays: positiveDays }).optional(),
    vexWithinDays: positiveDays.optional(),
    supportEnds: date.optional(),
    signingKeyCustody: text.optional(),
    subTierFlowdown: z.boolean(),
    escrow: z.boolean(),
    exitPlan: text.optional(),
    secondSource: text.optional(),
  })
  .refine((each) => each.expires > each.signed, { path: ["expires"], error: "must be later than signed" });

const assessment = z.strictObject({
  date,
  method: z.enum(["questionnaire", "document-review", "on-site", "penetration-test", "certificate-review"]),
  depth: z.enum(["basic", "standard", "deep"]),
  assessor: text,
  scorePercent: percent,
  findings: uniquely(finding),
});

const audit = z.strictObject({
  date,
  focus: z.array(z.enum(["data-protection", "firmware-integrity", "access-control"])).min(1),
  assessor: text,
  findings: uniquely(finding),
  sharedWith: z.array(text),
  sharedOn: date.optional(),
  managementResponse: text.optional(),
});

const certificate = z.strictObject({
  standard: text,
  id: text,
  issuer: text,
  accreditation: text.describe("Accreditation body of the issuer."),
  scope: text,
  coversService: z.boolean().describe("Does the scope cover the service in use? A person read it."),
  issued: date,
  expires: date,
  sha256,
});

const awsAccount = z.string().regex(/^\d{12}$/, "expected the twelve digits of an AWS account");

const moduleSources = z
  .array(text)
  .describe(
    "Where its Terraform providers and modules come from, each or by what begins them: registry.terraform.io/hashicorp/aws, github.com/example.",
  );

const vendor = z.strictObject({
  id,
  title: text,
  tier: z.enum(["critical", "important", "standard"]),
  status: z.enum(["candidate", "active", "leaving", "left"]),
  country,
  processesPersonalData: z.boolean(),
  services: z.array(text).min(1),
  contact: z.strictObject({ psirt: email, atAllHours: text.optional(), testedOn: date.optional() }),
  supplies: z.array(
    z.strictObject({
      component: text,
      purl: z
        .string()
        .regex(/^pkg:[a-z]+\/.+/, "expected a package URL, like pkg:generic/mbedtls@3.6.2")
        .optional(),
      models: z.array(id).min(1),
    }),
  ),
  awsAccounts: z.array(awsAccount),
  moduleSources,
  contract: contract.optional(),
  assessments: z.array(assessment),
  certificates: z.array(certificate),
  auditEveryDays: positiveDays,
  audits: z.array(audit),
  monitoring: z.array(z.strictObject({ on: date, how: z.enum(["automated", "manual"]), what: text, result: text })),
  evidence: z.array(z.strictObject({ type: text, file: fileRef, issued: date, expires: date, assessor: text })),
  upstreamReports: z.array(z.strictObject({ id: text, component: text, reportedOn: date, fixShared: z.boolean() })),
  exceptions: z.array(z.strictObject({ clause: z.enum(CONTRACT_CLAUSES), owner: text, until: date, compensating: reason })),
});

/** Third parties: who they are, what they supply, what was promised, checked and found. */
export const vendorRegisterSchema = documentOf("VendorRegister", {
  reviewedOn: date,
  owner: text,
  own: z
    .strictObject({ awsAccounts: z.array(awsAccount), moduleSources })
    .optional()
    .describe("What is the provider's own, and of no vendor: every account, and where modules of its own come from."),
  vendors: uniquely(vendor).min(1),
});

export type VendorRegister = z.infer<typeof vendorRegisterSchema>;
