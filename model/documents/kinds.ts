import { accessReviewSchema } from "./kinds/access-review.js";
import { applicabilitySchema } from "./kinds/applicability.js";
import { attestationSchema } from "./kinds/attestation.js";
import { incidentPlanSchema } from "./kinds/incident-plan.js";
import { privacyRecordSchema } from "./kinds/privacy-record.js";
import { productSchema } from "./kinds/product.js";
import { releaseSchema } from "./kinds/release.js";
import { riskRegisterSchema } from "./kinds/risk-register.js";
import { rolloutSchema } from "./kinds/rollout.js";
import { vendorRegisterSchema } from "./kinds/vendor-register.js";
import { waiversSchema } from "./kinds/waivers.js";

/** Every kind of document a dossier may hold. JSON Schemas for editors are generated from these into docs/schemas. */
export const DOCUMENT_SCHEMAS = {
  Product: productSchema,
  Applicability: applicabilitySchema,
  Rollout: rolloutSchema,
  Release: releaseSchema,
  Attestation: attestationSchema,
  Waivers: waiversSchema,
  IncidentPlan: incidentPlanSchema,
  VendorRegister: vendorRegisterSchema,
  RiskRegister: riskRegisterSchema,
  PrivacyRecord: privacyRecordSchema,
  AccessReview: accessReviewSchema,
} as const;

export type DocumentKind = keyof typeof DOCUMENT_SCHEMAS;
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_SCHEMAS) as readonly DocumentKind[];

export type { AccessReview } from "./kinds/access-review.js";
export type { Applicability } from "./kinds/applicability.js";
export { type Attestation, type AttestedClaim, claimOf } from "./kinds/attestation.js";
export type { IncidentPlan } from "./kinds/incident-plan.js";
export type { PrivacyRecord } from "./kinds/privacy-record.js";
export type { Product } from "./kinds/product.js";
export type { Release } from "./kinds/release.js";
export type { RiskRegister } from "./kinds/risk-register.js";
export { type Rollout, toRolloutPlan } from "./kinds/rollout.js";
export type { VendorRegister } from "./kinds/vendor-register.js";
export { type Waiver, type Waivers, waiversSchema } from "./kinds/waivers.js";
