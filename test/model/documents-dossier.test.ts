import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  claimOf,
  DOCUMENT_KINDS,
  DOCUMENT_SCHEMAS,
  type DossierDocument,
  parseDocuments,
  toRolloutPlan,
} from "../../model/documents/index.js";
import { BulwarkError } from "../../model/errors.js";
import { obligation } from "../../model/obligations/catalogue.js";

const FOLDER = resolve(import.meta.dirname, "../../examples/smart-home/dossier");
const source = (file: string): string => readFileSync(join(FOLDER, file), "utf8");
const dossier: readonly DossierDocument[] = readdirSync(FOLDER).flatMap((file) => parseDocuments(source(file), file));

function only<K extends DossierDocument["kind"]>(kind: K): Extract<DossierDocument, { kind: K }> {
  const [first] = dossier.filter((document): document is Extract<DossierDocument, { kind: K }> => document.kind === kind);
  if (first === undefined) throw new Error(`no ${kind} in the dossier`);
  return first;
}

function failure(text: string): BulwarkError {
  try {
    parseDocuments(text, "d.yaml");
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

/** The text of a file of the example with one piece changed; fails when the piece is not there. */
function changed(file: string, from: string, to: string): string {
  const text = source(file);
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return text.replace(from, () => to);
}

describe("the dossier of the smart home", () => {
  it("is valid in every file and holds every kind but waivers", () => {
    expect([...new Set(dossier.map((document) => document.kind))].sort()).toEqual(
      DOCUMENT_KINDS.filter((kind) => kind !== "Waivers").sort(),
    );
  });

  it("decides applicability for every model in every market it is sold in", () => {
    const sold = only("Product").value.models.flatMap((model) => model.markets.map((market) => `${model.id} ${market}`));
    const decided = only("Applicability").value.products.map((row) => `${row.model} ${row.market}`);
    expect(decided.sort()).toEqual(sold.sort());
  });

  it("names only authorities of laws that apply", () => {
    const applies = new Set(
      only("Applicability").value.products.flatMap((row) => row.regimes.filter((each) => each.applies === true).map((each) => each.regime)),
    );
    expect(only("IncidentPlan").value.authorities.filter((each) => !applies.has(each.regime))).toEqual([]);
  });

  it("assesses every interface of every model", () => {
    const looked = new Set(only("RiskRegister").value.interfaces);
    const interfaces = only("Product").value.models.flatMap((model) => model.interfaces.map((each) => each.id));
    expect(interfaces.filter((each) => !looked.has(each))).toEqual([]);
  });

  it("answers each of the points (a) to (m) of CRA Annex I Part I (2) once", () => {
    expect(only("RiskRegister").value.essentialRequirements.map((row) => row.ref)).toEqual(
      [..."abcdefghijklm"].map((letter) => `Annex I Part I (2)(${letter})`),
    );
  });

  it("releases only models it sells, from signed images", () => {
    const models = new Set(only("Product").value.models.map((model) => model.id));
    const releases = dossier.filter((document) => document.kind === "Release");
    expect(releases.map((release) => release.name)).toEqual(["door-lock-2.4.1", "camera-3.2.0"]);
    for (const { value } of releases) {
      expect(models.has(value.model)).toBe(true);
      expect(value.image.signature?.algorithm).toBe("ecdsa-p256-sha256");
    }
  });

  it("processes data only with vendors of its register", () => {
    const vendors = new Set(only("VendorRegister").value.vendors.map((vendor) => vendor.id));
    expect(
      only("PrivacyRecord")
        .value.activities.flatMap((activity) => activity.processors)
        .filter((id) => !vendors.has(id)),
    ).toEqual([]);
  });

  it("attests nothing about real devices, and each claim only to obligations that ask for its type", () => {
    const attestations = dossier.filter((document) => document.kind === "Attestation").map((document) => document.value);
    expect(attestations.some((each) => each.type === "ATT-08")).toBe(false);
    for (const each of attestations) {
      for (const id of each.obligations) {
        const row = obligation(id);
        expect([row.conceptual.attestation, row.functional.attestation], `${each.name} speaks to ${id}`).toContain(each.type);
      }
    }
  });

  it("gives the join of evidence what it reads of an attestation", () => {
    const attestation = dossier.flatMap((document) =>
      document.kind === "Attestation" && document.name === "att-01-2026" ? [document.value] : [],
    )[0];
    expect(attestation && claimOf(attestation)).toEqual({
      id: "att-01-2026",
      type: "ATT-01",
      obligations: ["OBL-REG-1"],
      result: "satisfied",
      attestor: "Lotte Claes, Counsel",
      validFrom: "2026-10-05",
      validUntil: "2027-04-05",
    });
  });
});

describe("a Rollout document", () => {
  it("becomes the plan that is deployed and rehearsed, in its units", () => {
    expect(toRolloutPlan(only("Rollout").value)).toEqual({
      id: "fleet",
      canaryShare: 0.05,
      canarySuccess: 0.95,
      soakMs: 86_400_000,
      rate: { kind: "exponential", basePerMinute: 50, incrementFactor: 2, maximumPerMinute: 1000, increaseAfter: { succeeded: 1000 } },
      abort: [{ failureType: "ALL", thresholdPercentage: 10, minExecuted: 20 }],
      inProgressTimeoutMs: 3_600_000,
      retries: { failed: 2, timedOut: 1 },
    });
  });

  it("shortens only the soak in the critical lane", () => {
    const normal = toRolloutPlan(only("Rollout").value);
    expect(toRolloutPlan(only("Rollout").value, "critical")).toEqual({ ...normal, id: "fleet-critical", soakMs: 14_400_000 });
  });

  it.each([
    ["maximumPerMinute: 1000", "maximumPerMinute: 1001", "rate.maximumPerMinute", "at most 1000"],
    ["incrementFactor: 2", "incrementFactor: 1", "rate.incrementFactor", "at least 1.1"],
    ["incrementFactor: 2", "incrementFactor: 1.25", "rate.incrementFactor", "one decimal"],
    ["basePerMinute: 50", "basePerMinute: 1000.5", "rate.basePerMinute", "a whole number"],
    ["maximumPerMinute: 1000", "maximumPerMinute: 40", "rate.maximumPerMinute", "below basePerMinute"],
    ["timeoutMinutes: 60", "timeoutMinutes: 20000", "timeoutMinutes", "at most 10080"],
    ["thresholdPercent: 10", "thresholdPercent: 0", "abort[0].thresholdPercent", "more than 0"],
    ["timeoutMinutes: 60\n", "", "timeoutMinutes", "is missing"],
  ])("refuses what AWS IoT would refuse: %s -> %s", (from, to, field, why) => {
    const error = failure(changed("rollout.yaml", from, to));
    expect(error.code).toBe("BW_DOCUMENT_INVALID");
    expect(error.message).toContain(` ${field}: `);
    expect(error.message).toContain(why);
  });
});

describe("a document of a dossier", () => {
  it("says where it begins, also when it is not the first of its file", () => {
    const [lock, camera] = parseDocuments(source("release.yaml"), "release.yaml");
    expect(lock?.location).toEqual({ file: "release.yaml", line: 2, column: 1 });
    expect(source("release.yaml").split("\n")[(camera?.location.line ?? 0) - 1]).toBe("kind: Release");
    const at = camera?.locate(["image", "signature", "algorithm"]);
    expect(
      source("release.yaml")
        .split("\n")
        [(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1),
    ).toBe("ecdsa-p256-sha256");
  });

  it("locates a value behind an alias at the text it stands for", () => {
    const product = only("Product");
    const at = product.locate(["models", 1, "updates", "automatic"]);
    expect(source("product.yaml").split("\n")[at.line - 1]).toContain("automatic: true");
  });

  it("must have a kind that is known, and the nearest is suggested", () => {
    expect(failure("kind: Produkt\nname: a\n").message).toMatch(/^d\.yaml:1:7: kind is "Produkt" \(did you mean Product\?\)/);
    expect(failure("name: a\n").message).toContain("kind is missing");
    expect(failure("- 1\n- 2\n").code).toBe("BW_DOCUMENT_KIND");
  });

  it("may not share its name with another of its kind in the file", () => {
    const text = source("rollout.yaml");
    expect(failure(`${text}---\n${text}`).message).toContain("another Rollout of this file is called fleet");
  });

  it.each([
    ["access.yaml", "person: tom-ellis", "person: tom-elis", "grants[6].person: tom-elis is nobody of this review"],
    ["risk.yaml", "assets: [device-key]", "assets: [device-keys]", "risks[1].assets[0]: device-keys is no asset"],
    ["risk.yaml", "controls: [OBL-IAM-8,", "controls: [OBL-IAM-88,", "Did you mean OBL-IAM-8?"],
    ["incident-plan.yaml", "to: incident-lead", "to: incident-leader", "escalation[0].to: incident-leader is no role"],
    ["privacy.yaml", "balancingTest: LIA-2026-02 of 21 September 2026", "dpi: x", "activities[3].dpi: unknown key. Did you mean dpia?"],
    ["applicability.yaml", "regime: eu-red-en18031", "regime: eu-red", "products[0].regimes[1].regime"],
    ["applicability.yaml", "personalData: true", "personalData: perhaps", "personalData: expected true, false or unknown"],
    ["release.yaml", "versionFloor: 2.4.1", "versionFloor: 2.5.0", "versionFloor: is above the version itself"],
    ["product.yaml", 'ends: "2032-06-30"', 'ends: "2032-06-31"', "models[0].support.ends: expected a date"],
    [
      "product.yaml",
      "url: https://smart-home.example/lock#support",
      "url: http://smart-home.example/lock",
      "support.url: expected an https address",
    ],
    ["vendors.yaml", "tier: critical", "tier: vital", "vendors[0].tier: expected one of critical, important, standard"],
    ["attestations.yaml", "reviewer: { name: An Peeters", "reviewer: { name: Lotte Claes", "reviewer.name: is the attestor"],
    ["attestations.yaml", "type: ATT-01", "type: ATT-99", "type"],
    ["attestations.yaml", 'validUntil: "2027-04-05"', 'validUntil: "2026-04-05"', "validUntil: must be later than validFrom"],
  ])("is refused with place and reason: %s with %s -> %s", (file, from, to, problem) => {
    const error = failure(changed(file, from, to));
    expect(error.code).toBe("BW_DOCUMENT_INVALID");
    expect(error.message).toMatch(/^d\.yaml:\d+:\d+: /);
    expect(error.message).toContain(problem);
  });

  it("takes weak answers, since rules judge them", () => {
    expect(() => parseDocuments(changed("product.yaml", "automatic: true", "automatic: false"), "d.yaml")).not.toThrow();
    expect(() => parseDocuments(changed("product.yaml", "mode: none", "mode: shared"), "d.yaml")).not.toThrow();
    expect(() => parseDocuments(changed("applicability.yaml", "personalData: true", "personalData: unknown"), "d.yaml")).not.toThrow();
  });

  it("refuses a waiver without a real reason or with an end before its beginning", () => {
    const waivers = (reason: string, expires: string) =>
      `kind: Waivers\nname: team\nwaivers:\n  - rule: s3-bucket-versioned\n    address: aws_s3_bucket.a\n    reason: ${reason}\n    owner: Team\n    created: "2026-11-01"\n    expires: "${expires}"\n`;
    expect(parseDocuments(waivers("Scratch data, rebuilt every night", "2027-01-31"), "w.yaml")[0]?.kind).toBe("Waivers");
    expect(failure(waivers("later", "2027-01-31")).message).toContain("at least 10 characters");
    expect(failure(waivers("Scratch data, rebuilt every night", "2026-10-31")).message).toContain("must be later than created");
  });
});

describe("the schemas of the documents", () => {
  it("refuse unknown keys at the top of every kind", () => {
    for (const kind of DOCUMENT_KINDS) {
      const type = kind === "Attestation" ? "type: ATT-01\n" : "";
      expect(failure(`kind: ${kind}\nname: a\n${type}suprise: 1\n`).message, kind).toContain("suprise: unknown key");
      expect(DOCUMENT_SCHEMAS[kind].safeParse({ kind, name: "a" }).success, kind).toBe(false);
    }
  });
});
