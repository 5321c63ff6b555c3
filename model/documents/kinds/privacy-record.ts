import { z } from "zod";
import { country, date, days, documentOf, email, fileRef, id, language, sha256, text, uniquely, url } from "../scalars.js";

/** Record of processing (GDPR Art. 30) with the extra facts rules need to hold Terraform against it. */
const field = z.strictObject({
  name: text.describe("Name in the payload."),
  category: z.enum([
    "direct-identifier",
    "indirect-identifier",
    "location",
    "behaviour",
    "image",
    "audio",
    "biometric",
    "health",
    "technical",
  ]),
  sensor: id.optional().describe("Sensor of the Product document it comes from."),
});

const store = z.strictObject({
  resource: text.describe("Terraform address of the store, exact or with * for any run of characters."),
  dataClass: z.enum(["personal", "sensitive", "pseudonymous", "technical"]),
  retentionDays: days,
  erasure: z.enum(["expires", "on-request", "none"]).describe("How a user's data leave it before the retention period ends."),
});

const consent = z.strictObject({
  ledger: text.describe("Terraform address of the consent record."),
  withdrawal: text,
  stopWithinMinutes: z.int().min(0),
});

const activity = z
  .strictObject({
    id,
    purpose: text,
    basis: z.enum(["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"]),
    balancingTest: text.optional().describe("Reference of the test a legitimate interest rests on."),
    subjects: z.array(text).min(1),
    fields: z.array(field).min(1),
    recipients: z.array(text),
    processors: z.array(id).describe("Vendors of the VendorRegister."),
    transfers: z.array(z.strictObject({ country, safeguard: text })),
    stores: z.array(store).min(1),
    consent: consent.optional(),
    notices: z.array(z.strictObject({ language, url, sha256 })),
    highRisk: z.array(
      z.enum(["location", "children", "health", "biometrics", "large-scale", "monitoring-public-space", "vulnerable-people"]),
    ),
    dpia: z.strictObject({ date, file: fileRef, reviewedBy: text }).optional(),
  })
  .refine((each) => each.basis !== "consent" || each.consent !== undefined, {
    path: ["consent"],
    error: "is needed when the purpose rests on consent",
  })
  .refine((each) => each.basis !== "legitimate-interests" || each.balancingTest !== undefined, {
    path: ["balancingTest"],
    error: "is needed for a legitimate interest",
  });

export const privacyRecordSchema = documentOf("PrivacyRecord", {
  controller: z.strictObject({ name: text, address: text, country, email }),
  representatives: z.array(z.strictObject({ country, name: text, address: text })),
  dataProtectionOfficer: z.strictObject({ name: text, email }).optional(),
  lastDataModelChange: date,
  reviewedOn: date,
  measures: z.array(text).min(1).describe("Technical and organisational measures (GDPR Art. 30(1)(g))."),
  pseudonymKey: z.strictObject({ resource: text, apartFromData: z.boolean() }).optional(),
  activities: uniquely(activity).min(1),
});

export type PrivacyRecord = z.infer<typeof privacyRecordSchema>;
