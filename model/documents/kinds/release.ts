import { z } from "zod";
import { compareVersions, parseVersion } from "../../firmware/manifest.js";
import { count, date, documentOf, fileRef, id, instant, severity, sha256, text, url, version } from "../scalars.js";

/** One firmware release of one model, with what was done before it went out. */
const signature = z.strictObject({
  algorithm: z.enum(["ecdsa-p256-sha256", "ecdsa-p384-sha384", "ed25519", "rsa-3072-sha256", "rsa-2048-sha256", "rsa-2048-sha1"]),
  keyId: sha256.describe("SHA-256 of the signer's public key (SPKI, DER)."),
  signedAt: instant,
  keyExpires: date,
  signers: z.array(text).min(1).describe("People or roles that took part."),
});

const GATES = ["design", "threat-model", "build", "test", "approve"] as const;
const gate = z.strictObject({
  gate: z.enum(GATES),
  at: instant,
  by: text,
  author: text.optional().describe("Whose work passed the gate."),
  evidence: fileRef.optional(),
});

const advisory = z.strictObject({
  id: text,
  url,
  csaf: fileRef.optional(),
  published: instant,
  severity,
  affected: text.describe("Versions affected, like <2.4.1."),
  action: text.describe("What a user has to do."),
  cves: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/, "expected a CVE id, like CVE-2026-12345")),
});

export const releaseSchema = documentOf("Release", {
  product: id.describe("Name of the Product document."),
  model: id,
  version,
  versionFloor: version.describe("A device that ran this release refuses anything older than this."),
  released: instant,
  securityOnly: z.boolean().describe("Holds security fixes and nothing else (CRA Annex I Part II (2))."),
  free: z.boolean(),
  availableUntil: date.describe("The update can be had until then (CRA Art. 13(9): ten years or the rest of support)."),
  image: z.strictObject({ file: text, bytes: z.int().min(1), sha256, signature: signature.optional() }),
  commit: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "expected a full commit id"),
  gates: z.array(gate).min(1),
  review: z.strictObject({ range: text, commits: count, unreviewed: count, protectedBranch: z.boolean(), export: fileRef }),
  staticAnalysis: z.strictObject({ tool: text, ruleset: text, commit: text, sarif: fileRef, openErrors: count }),
  codingStandard: z.strictObject({ name: text, version: text, report: fileRef }),
  threatModel: z.strictObject({ date, file: fileRef, interfaces: z.array(id) }),
  sbom: z.strictObject({ format: z.enum(["cyclonedx", "spdx"]), file: fileRef, createdAt: instant }),
  vex: fileRef.optional(),
  scan: z.strictObject({ tool: text, at: instant, report: fileRef, untriagedCritical: count, knownExploited: count }),
  test: z.strictObject({ report: fileRef, result: z.enum(["pass", "fail"]), stagingSoakHours: z.number().min(0) }),
  technicalFile: z
    .strictObject({ version, items: z.array(text).min(1) })
    .optional()
    .describe("CRA Annex VII items on file for this version."),
  advisory: advisory.optional(),
})
  .refine((release) => notAbove(release.versionFloor, release.version), {
    path: ["versionFloor"],
    error: "is above the version itself: no device could install it",
  })
  .refine((release) => new Set(release.gates.map((each) => each.gate)).size === release.gates.length, {
    path: ["gates"],
    error: "names a gate twice",
  });

export type Release = z.infer<typeof releaseSchema>;

function notAbove(floor: string, own: string): boolean {
  const a = parseVersion(floor);
  const b = parseVersion(own);
  return a === undefined || b === undefined || compareVersions(a, b) <= 0;
}
