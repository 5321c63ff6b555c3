import { z } from "zod";
import { date, documentOf, fact, fileRef, id, instant, obligationId, person, reason, text, uniquely, url, version } from "../scalars.js";

/** The risk assessment of one product version (CRA Art. 13(2)-(4)). */
const scale = z.int().min(1).max(5);

const risk = z
  .strictObject({
    id,
    title: text,
    threat: z.enum(["spoofing", "tampering", "repudiation", "disclosure", "denial-of-service", "elevation", "physical", "supply-chain"]),
    detector: id.optional().describe("Detector that raises the alarm."),
    noDetector: reason.optional().describe("Why no detector can see it, and what is watched instead."),
    assets: z.array(id).min(1),
    interfaces: z.array(id),
    likelihood: scale,
    impact: scale,
    functionCriticality: z.enum(["safety", "essential", "supporting"]),
    treatment: z.enum(["reduce", "avoid", "transfer", "accept"]),
    controls: z.array(obligationId),
    owner: text,
    knownAt: instant,
    due: date,
    treatedAt: instant.optional(),
    residual: z.strictObject({ likelihood: scale, impact: scale }),
    decision: z.strictObject({ by: person, on: date, why: reason }).optional(),
  })
  .refine((each) => each.treatment !== "accept" || each.decision !== undefined, {
    path: ["decision"],
    error: "an accepted risk needs the decision of an accountable person",
  });

export const riskRegisterSchema = documentOf("RiskRegister", {
  product: id.describe("Name of the Product document."),
  versions: z.array(version).min(1),
  method: text,
  assessedOn: date,
  lastArchitectureChange: date,
  owner: text,
  threatModel: z.strictObject({ date, file: fileRef }),
  assets: uniquely(
    z.strictObject({ id, title: text, protects: z.array(z.enum(["confidentiality", "integrity", "availability"])).min(1) }),
  ).min(1),
  interfaces: z.array(id).min(1).describe("Interface ids of the Product document that were looked at."),
  essentialRequirements: z
    .array(
      z.strictObject({
        ref: z.string().regex(/^Annex I Part I \(2\)\([a-m]\)$/, "expected a point of CRA Annex I Part I (2), like Annex I Part I (2)(c)"),
        applies: fact,
        how: reason,
      }),
    )
    .describe("One row for each of the points (a) to (m)."),
  risks: uniquely(risk).min(1),
  feeds: uniquely(z.strictObject({ id, title: text, url, lastPull: instant })),
  exploitedMatches: z.array(
    z.strictObject({
      cve: z.string().regex(/^CVE-\d{4}-\d{4,}$/, "expected a CVE id, like CVE-2026-12345"),
      component: text,
      decision: reason,
      decidedOn: date,
    }),
  ),
}).superRefine((register, context) => {
  const assets = new Set(register.assets.map((asset) => asset.id));
  const interfaces = new Set(register.interfaces);
  register.risks.forEach((each, index) => {
    each.assets.forEach((asset, at) => {
      if (!assets.has(asset))
        context.addIssue({ code: "custom", path: ["risks", index, "assets", at], message: `${asset} is no asset of this register` });
    });
    each.interfaces.forEach((item, at) => {
      if (!interfaces.has(item))
        context.addIssue({ code: "custom", path: ["risks", index, "interfaces", at], message: `${item} is no interface of this register` });
    });
  });
});

export type RiskRegister = z.infer<typeof riskRegisterSchema>;
