import { z } from "zod";
import {
  country,
  date,
  days,
  documentOf,
  email,
  fileRef,
  id,
  language,
  market,
  positiveDays,
  reason,
  severity,
  sha256,
  text,
  uniquely,
  url,
} from "../scalars.js";

/**
 * What is sold and what is promised about it. Weak answers (no automatic updates, an early end of support) are taken: a rule judges them.
 * Fields follow the declarations of TS 103 701 (AuthMech, UpdMech, PhyIntf, SecBoot, ExtSens ...), UK SI 2023/1007 Sch. 1 and 4, CRA Annex II.
 */
const support = z
  .strictObject({
    ends: date.describe("End of security updates."),
    published: date.describe("Day this end was published."),
    url: url.describe("Page beside the offer that states it."),
    history: z.array(z.strictObject({ ends: date, published: date })).describe("Earlier publications; the end may move out, never in."),
    shorterUseReason: reason.optional().describe("Why less than five years of use can be expected (CRA Art. 13(8))."),
  })
  .refine((each) => each.ends > each.published, { path: ["ends"], error: "lies before the day it was published" });

const passwords = z
  .strictObject({
    mode: z.enum(["none", "per-device", "user-set", "shared"]).describe("shared: one password for many devices."),
    generator: z
      .enum(["random", "keyed-hash", "serial-derived", "counter", "public-information"])
      .optional()
      .describe("How a per-device password is made."),
    entropyBits: z.number().min(0).max(512).optional(),
    interfaces: z.array(id).optional().describe("Interfaces that take the password."),
  })
  .refine((each) => each.mode !== "per-device" || each.generator !== undefined, {
    path: ["generator"],
    error: "is needed when each device has its own password",
  });

const updates = z.strictObject({
  channel: z.enum(["mqtt-stream", "https", "local", "none"]),
  automatic: z.boolean().describe("On by default (CRA Annex I Part I (2)(c))."),
  optOut: z.boolean(),
  postpone: z.strictObject({ allowed: z.boolean(), maxDays: days }),
  notice: z.strictObject({ before: z.boolean(), text }).describe("What the user is told, and whether before installing."),
  fallback: z.enum(["a-b", "recovery", "none"]),
  versionFloor: z.boolean().describe("Refuses versions below a floor that survives power loss and factory reset."),
  free: z.boolean(),
  separateFromFeatures: z.boolean().describe("Security updates come apart from features where feasible."),
  cadenceDays: positiveDays,
  targets: z.array(z.strictObject({ severity, days: positiveDays })).min(1),
  rollout: id.optional().describe("Name of the Rollout document."),
  owner: text,
});

const bootChain = z.strictObject({
  rootOfTrust: z.enum(["mask-rom", "secure-element", "tpm", "flash", "none"]),
  stages: z
    .array(
      z.strictObject({
        stage: text,
        verifiedBy: text,
        algorithm: z.enum(["ecdsa-p256-sha256", "ecdsa-p384-sha384", "ed25519", "rsa-3072-sha256", "rsa-2048-sha256", "none"]),
      }),
    )
    .min(1),
  fuses: z.enum(["locked", "open", "absent"]),
  testReport: z
    .strictObject({ id: text, date, sha256 })
    .optional()
    .describe("Test of real units. Left out when there is none: secure boot then stays not evaluated."),
});

const sensor = z.strictObject({
  id,
  senses: z.enum(["video", "audio", "motion", "location", "contact", "temperature", "biometric", "other"]),
  purpose: text,
  external: z.boolean().describe("Senses what lies outside the device (EN 303 645 5.8-3)."),
  indicator: text.optional().describe("How a bystander can tell that it senses."),
});

const interfaceSchema = z.strictObject({
  id,
  kind: z.enum(["network", "radio", "physical", "debug", "app", "cloud"]),
  state: z.enum(["used", "disabled", "protected"]),
  protection: text.optional(),
});

const guidance = z.strictObject({
  language,
  url,
  sha256,
  topics: z.array(z.enum(["set-up", "passwords", "updates", "reset", "check", "disposal", "privacy"])).min(1),
});

const certificate = z.strictObject({
  scheme: text,
  reference: text,
  covers: text.describe("Versions of the model the certificate is about."),
  issued: date,
  expires: date.optional(),
  sha256,
});

const model = z.strictObject({
  id: id.describe("Thing type and hardware name of the model."),
  title: text,
  designation: text.describe("Type designation printed on the device (EN 303 645 5.3-16)."),
  category: z.enum(["door-lock", "camera", "hub", "sensor", "appliance", "gateway", "wearable", "toy", "other"]),
  markets: z.array(market).min(1),
  placedOnMarket: date,
  lastSale: date.optional(),
  craClass: z
    .enum(["default", "important-class-1", "important-class-2", "critical", "unknown"])
    .describe("Class under CRA Annex III and IV."),
  conformityRoute: z.enum([
    "internal-control",
    "harmonised-standard",
    "type-examination",
    "quality-assurance",
    "certification",
    "undecided",
  ]),
  support,
  passwords,
  updates,
  keyStorage: z.enum(["secure-element", "trusted-environment", "encrypted-flash", "flash"]),
  bootChain,
  sensors: uniquely(sensor),
  interfaces: uniquely(interfaceSchema).min(1),
  dataFlows: z.array(z.strictObject({ data: text, from: text, to: text, purpose: text })),
  intendedUse: text,
  foreseeableMisuse: z.array(text).min(1),
  limits: text.describe("What the device does not protect against."),
  guidance: z.array(guidance),
  certificates: z.array(certificate),
  recall: z.strictObject({
    stopSaleOwner: text,
    batches: text.describe("How the devices of a batch are found."),
    limitSwitch: text.describe("How a dangerous function is shut off."),
  }),
});

export const productSchema = documentOf("Product", {
  title: text,
  manufacturer: z.strictObject({
    name: text,
    address: text,
    country,
    email,
    representatives: z.array(z.strictObject({ market, name: text, address: text })),
  }),
  disclosure: z.strictObject({
    policyUrl: url,
    contact: text.describe("E-mail or https address for reports."),
    acknowledgeDays: positiveDays,
    statusDays: positiveDays.describe("Days between two status updates."),
    languages: z.array(language).min(1),
    free: z.boolean(),
    asksPersonalData: z.boolean(),
    securityTxt: z.strictObject({ url, expires: date }),
    published: fileRef.optional().describe("Snapshot of the page."),
  }),
  models: uniquely(model).min(1),
});

export type Product = z.infer<typeof productSchema>;
