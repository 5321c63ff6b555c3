import { describe, expect, it } from "vitest";
import { isObligationId, OBLIGATIONS, obligation } from "../../model/obligations/catalogue.js";
import { EN_303_645 } from "../../model/obligations/en-303-645.js";
import { CORRECTIONS, REGIMES } from "../../model/obligations/regimes.js";
import { SCENARIOS } from "../../model/obligations/scenarios.js";
import { ATTESTATIONS, type Obligation, SECTIONS } from "../../model/obligations/types.js";

const rows: readonly Obligation[] = OBLIGATIONS;

/** Obligations that turn on a property of the hardware, its factory state or its box. */
const DEVICE_ONLY = ["OBL-REG-2", "OBL-SDLC-9", "OBL-IAM-11", "OBL-CONS-7"];

describe("the catalogue of obligations", () => {
  it("holds 95 rows with unique ids, seven of them derived, in the classes counted", () => {
    expect(rows).toHaveLength(95);
    expect(new Set(rows.map((row) => row.id)).size).toBe(95);
    expect(rows.filter((row) => row.derived).map((row) => row.id)).toEqual([
      "OBL-REG-3",
      "OBL-DATA-12",
      "OBL-SDLC-12",
      "OBL-SDLC-13",
      "OBL-IAM-11",
      "OBL-SUP-10",
      "OBL-CONS-15",
    ]);
    const count = (kind: string) => rows.filter((row) => row.class === kind).length;
    expect({ machine: count("machine"), partly: count("partly"), organisational: count("organisational"), alias: count("alias") }).toEqual({
      machine: 58,
      partly: 29,
      organisational: 6,
      alias: 2,
    });
  });

  it("numbers each of the ten sections without gaps and under its own prefix", () => {
    const sizes = { REG: 5, RISK: 8, DATA: 12, SDLC: 13, IAM: 11, INC: 10, SUP: 10, CONS: 15, PEN: 6, TRD: 5 };
    for (const section of SECTIONS) {
      const ids = rows.filter((row) => row.section === section.id).map((row) => row.id);
      expect(ids).toEqual(Array.from({ length: sizes[section.prefix] }, (_, index) => `OBL-${section.prefix}-${index + 1}`));
    }
  });

  it("cites only regimes it knows, each place once per row", () => {
    for (const row of rows) {
      for (const { regime, ref } of row.provisions) {
        expect(REGIMES, `${row.id} cites ${regime}`).toHaveProperty([regime]);
        expect(ref.trim(), row.id).not.toBe("");
      }
      const places = row.provisions.map(({ regime, ref }) => `${regime} ${ref}`);
      expect(places, row.id).toEqual([...new Set(places)]);
    }
  });

  it("uses every regime, so that none is listed for show", () => {
    const cited = new Set(rows.flatMap((row) => row.provisions.map((provision) => provision.regime)));
    expect(Object.keys(REGIMES).filter((regime) => !cited.has(regime as never))).toEqual([]);
  });

  it("never cites EN 303 645 without a version, and cites the version UK law pins wherever a provision stands in both", () => {
    const counterpart = new Map<string, string | null>(EN_303_645.map((provision) => [provision.ref, provision.v211]));
    for (const row of rows) {
      const old = row.provisions.filter((provision) => provision.regime === "etsi-en-303-645@2.1.1").map((provision) => provision.ref);
      for (const { regime, ref } of row.provisions) {
        if (regime !== "etsi-en-303-645@3.1.3" || !counterpart.has(ref)) continue;
        const expected = counterpart.get(ref);
        if (typeof expected === "string") expect(old, `${row.id} ${ref}`).toContain(expected);
      }
    }
  });

  it("leaves no provision of EN 303 645 V3.1.3 without an obligation", () => {
    const cited = new Set(
      rows.flatMap((row) => row.provisions.filter((each) => each.regime === "etsi-en-303-645@3.1.3").map((each) => each.ref)),
    );
    expect(EN_303_645.filter((provision) => !cited.has(provision.ref)).map((provision) => provision.ref)).toEqual([]);
  });

  it("leaves no essential requirement of CRA Annex I without an obligation", () => {
    const cited = new Set(rows.flatMap((row) => row.provisions.filter((each) => each.regime === "eu-cra").map((each) => each.ref)));
    const required = [
      ...[..."abcdefghijklm"].map((letter) => `Annex I Part I (2)(${letter})`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Annex I Part II (${n})`),
      "Annex I Part I (1)",
    ];
    expect(required.filter((ref) => !cited.has(ref))).toEqual([]);
  });

  it("covers each area of NIS2 Art. 21(2) and each capability of NIST IR 8259A", () => {
    const cited = (regime: string) =>
      new Set(rows.flatMap((row) => row.provisions.filter((each) => each.regime === regime).map((each) => each.ref)));
    expect([..."abcdefgij"].filter((letter) => !cited("eu-nis2").has(`Art. 21(2)(${letter})`))).toEqual([]);
    const capabilities = [
      "Device Identification",
      "Device Configuration",
      "Data Protection",
      "Logical Access to Interfaces",
      "Software Update",
      "Cybersecurity State Awareness",
    ];
    expect(capabilities.filter((capability) => !cited("nist-ir-8259a").has(capability))).toEqual([]);
  });

  it("resolves aliases to rows that are not aliases themselves", () => {
    const aliases = rows.filter((row) => row.class === "alias");
    expect(aliases.map((row) => row.id)).toEqual(["OBL-TRD-4", "OBL-TRD-5"]);
    for (const alias of aliases) {
      expect(alias.aliasOf?.length).toBeGreaterThan(0);
      for (const target of alias.aliasOf ?? [])
        expect(obligation(target)?.class, `${alias.id} -> ${target}`).toMatch(/^(machine|partly|organisational)$/);
    }
    expect(rows.filter((row) => row.class !== "alias" && row.aliasOf !== undefined)).toEqual([]);
  });

  it("gives every machine-provable row an objective that a machine judges", () => {
    for (const row of rows.filter((each) => each.class === "machine")) {
      expect(["rules", "documents"].includes(row.conceptual.by) || row.functional.by === "rehearsal", row.id).toBe(true);
      expect(row.conceptual.inputs.length, row.id).toBeGreaterThan(0);
    }
  });

  it("lets only an attestation speak to an organisational row", () => {
    for (const row of rows.filter((each) => each.class === "organisational")) {
      expect([row.conceptual.by, row.functional.by], row.id).toEqual(["attestation", "attestation"]);
    }
  });

  it("asks for a real device where the property is one of hardware, factory or box", () => {
    expect(
      rows
        .filter((row) => row.functional.by === "real-device")
        .map((row) => row.id)
        .sort(),
    ).toEqual([...DEVICE_ONLY].sort());
    for (const id of DEVICE_ONLY) {
      expect(obligation(id)?.functional.attestation, id).toBe("ATT-08");
      expect(obligation(id)?.functional.limits, id).toBeTruthy();
    }
    expect(obligation("OBL-IAM-4").functional.limits).toContain("5.4-1");
  });

  it("names only scenarios and attestations that exist, and scenarios wherever a rehearsal decides", () => {
    for (const row of rows) {
      for (const scenario of row.functional.scenarios) expect(SCENARIOS, row.id).toHaveProperty([scenario]);
      if (row.functional.by === "rehearsal") expect(row.functional.scenarios.length, row.id).toBeGreaterThan(0);
      for (const attestation of [row.conceptual.attestation, row.functional.attestation])
        if (attestation !== undefined) expect(ATTESTATIONS, row.id).toHaveProperty([attestation]);
      if (row.functional.by === "attestation") expect(row.functional.attestation, row.id).toBeDefined();
    }
  });

  it("uses every scenario and every attestation", () => {
    const scenarios = new Set<string>(rows.flatMap((row) => row.functional.scenarios));
    expect(Object.keys(SCENARIOS).filter((id) => !scenarios.has(id))).toEqual([]);
    const attestations = new Set<string | undefined>(rows.flatMap((row) => [row.conceptual.attestation, row.functional.attestation]));
    expect(Object.keys(ATTESTATIONS).filter((id) => !attestations.has(id))).toEqual([]);
  });

  it("says each duty in one sentence that promises no legal conclusion", () => {
    for (const row of rows) {
      expect(row.statement, row.id).toMatch(/^[A-Z].{30,}\.$/);
      expect(row.statement.slice(0, -1), row.id).not.toContain(". ");
      expect(row.statement.toLowerCase(), row.id).not.toContain("compliant");
    }
  });

  it("tells known ids from unknown ones", () => {
    expect(isObligationId("OBL-SDLC-7")).toBe(true);
    expect(isObligationId("SDLC-7")).toBe(false);
    expect(obligation("OBL-SDLC-99")).toBeUndefined();
  });
});

describe("the regimes", () => {
  it("give an https address and well-formed dates in order", () => {
    for (const [id, regime] of Object.entries(REGIMES)) {
      expect(regime.url, id).toMatch(/^https:\/\//);
      const dates = regime.applies.map((each) => each.from);
      for (const date of dates) expect(date, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(dates, id).toEqual([...dates].sort());
      if (regime.kind === "law") expect(dates.length, id).toBeGreaterThan(0);
      if (regime.kind === "proposal") expect(dates, id).toEqual([]);
    }
  });

  it("hold the dates on which the parts of the CRA apply", () => {
    expect(REGIMES["eu-cra"].applies.map((each) => each.from)).toEqual(["2024-12-10", "2026-06-11", "2026-09-11", "2027-12-11"]);
  });

  it("correct the claim about a US Cybersecurity Act", () => {
    expect(CORRECTIONS[0]).toMatchObject({ corrected_to: "us-iot-act-2020", also: "eu-csa" });
    expect(REGIMES[CORRECTIONS[0].corrected_to].title).toContain("116-207");
  });
});

describe("EN 303 645 in two versions", () => {
  it("has the published totals", () => {
    const old = new Map<string, string | null>(EN_303_645.flatMap((each) => (each.v211 === null ? [] : [[each.v211, each.v211Status]])));
    const count = (statuses: readonly (string | null)[], status: string) => statuses.filter((each) => each === status).length;
    const current = EN_303_645.map((each) => each.status);
    expect([current.length, count(current, "M"), count(current, "R")]).toEqual([78, 36, 42]);
    expect([old.size, count([...old.values()], "M"), count([...old.values()], "R")]).toEqual([68, 33, 35]);
  });
});
