import { describe, expect, test } from "vitest";
import type { AttestedClaim } from "../../model/documents/kinds/attestation.js";
import { BulwarkError } from "../../model/errors.js";
import type { ObjectiveState, Proof } from "../../model/evidence.js";
import type { CheckReport, CheckResult, Verdict } from "../../model/finding.js";
import { OBLIGATIONS } from "../../model/obligations/catalogue.js";
import type { Obligation } from "../../model/obligations/types.js";
import type { RunResult, ThresholdResult } from "../../model/run.js";
import { joinEvidence, worstOf } from "../../report/join.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";
import { sampleRun } from "./support/sample-run.js";

const ON = "2026-11-25";

const obligation = (changes: Partial<Obligation> = {}): Obligation => ({
  id: "OBL-IAM-8",
  title: "Least privilege",
  statement: "Devices reach only what is theirs.",
  section: "identity-and-access",
  derived: false,
  class: "machine",
  provisions: [{ regime: "eu-cra", ref: "Annex I Part I (2)(d)" }],
  conceptual: { by: "rules", inputs: ["terraform"] },
  functional: { by: "rehearsal", scenarios: ["SIM-02"] },
  ...changes,
});

const [template] = sampleCheck().results as [CheckResult];

const checkOf = (...verdicts: readonly Verdict[]): CheckReport =>
  reportOf(
    verdicts.map((verdict, index) => ({
      ...template,
      verdict,
      rule: `rule-${index}`,
      address: `aws_iot_policy.p${index}`,
      obligations: ["OBL-IAM-8"],
    })),
  );

const proof = (changes: Partial<Proof> = {}): Proof => ({
  id: "snooping",
  sim: "SIM-02",
  title: "Foreign topics are out of reach",
  obligations: ["OBL-IAM-8"],
  subjectKind: "simulated-device",
  state: "satisfied",
  measured: "0 of 1,140 attempts succeeded.",
  evidence: "attacks",
  ...changes,
});

const threshold = (ok: boolean): ThresholdResult => ({
  metric: "foreign_messages_read",
  expression: "count==0",
  ok,
  observed: ok ? 0 : 3,
  obligations: ["OBL-IAM-8"],
});

const runOf = (changes: Partial<RunResult>): RunResult => ({ ...sampleRun(), proofs: [], thresholds: [], ...changes });

const claim = (changes: Partial<AttestedClaim> = {}): AttestedClaim => ({
  id: "att-1",
  type: "ATT-03",
  obligations: ["OBL-IAM-8"],
  result: "satisfied",
  attestor: "A. Person, security lead",
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  ...changes,
});

interface Given {
  readonly of?: Partial<Obligation>;
  readonly check?: CheckReport | null;
  readonly run?: RunResult | null;
  readonly claims?: readonly AttestedClaim[];
}

function join({ of = {}, check = null, run = null, claims = [] }: Given) {
  const [only] = joinEvidence({ obligations: [obligation(of)], check, run, claims, on: ON }).obligations;
  if (only === undefined) throw new Error("the join lost the obligation");
  return only;
}

describe("the conceptual objective", () => {
  test.each<readonly [string, ObjectiveState, readonly Verdict[]]>([
    ["any failure", "not-satisfied", ["pass", "fail", "unknown", "waived"]],
    ["an unknown without a failure", "not-evaluated", ["pass", "unknown", "waived"]],
    ["a waiver beside passes", "waived", ["pass", "waived", "not-applicable"]],
    ["only waivers", "waived", ["waived"]],
    ["only passes", "satisfied", ["pass", "pass", "not-applicable"]],
    ["nothing the rules apply to", "not-evaluated", ["not-applicable"]],
    ["no rule that cites it", "not-evaluated", []],
  ])("%s makes it %s", (_, state, verdicts) => {
    expect(join({ check: checkOf(...verdicts) }).conceptual.state).toBe(state);
  });

  test("is not evaluated when nothing was checked, and says so", () => {
    expect(join({}).conceptual).toMatchObject({ state: "not-evaluated", reasons: ["No stack or document was checked."] });
  });

  test("ignores rules that cite other obligations", () => {
    const check = reportOf([{ ...template, verdict: "fail", obligations: ["OBL-DATA-7"] }]);
    expect(join({ check }).conceptual.state).toBe("not-evaluated");
  });

  test("needs the attestation as well where a person attests the substance", () => {
    const of = { class: "partly", conceptual: { by: "rules", inputs: ["terraform"], attestation: "ATT-03" } } as const;
    expect(join({ of, check: checkOf("pass") }).conceptual).toMatchObject({
      state: "not-evaluated",
      reasons: ["Attestation ATT-03 (risk assessment and threat model) is missing."],
    });
    expect(join({ of, check: checkOf("pass"), claims: [claim()] }).conceptual.state).toBe("satisfied");
    expect(join({ of, check: checkOf("fail"), claims: [claim()] }).conceptual.state).toBe("not-satisfied");
  });

  test("no rule satisfies an organisational duty, but a failing one counts against it", () => {
    const of = { class: "organisational", conceptual: { by: "attestation", inputs: ["attestation"], attestation: "ATT-03" } } as const;
    expect(join({ of, check: checkOf("pass") }).conceptual.state).toBe("not-evaluated");
    expect(join({ of, check: checkOf("pass"), claims: [claim()] }).conceptual.state).toBe("satisfied");
    expect(join({ of, check: checkOf("fail"), claims: [claim()] }).conceptual.state).toBe("not-satisfied");
  });

  test.each<readonly [string, Partial<AttestedClaim>, ObjectiveState]>([
    ["valid", {}, "satisfied"],
    ["expired yesterday", { validUntil: "2026-11-24" }, "not-evaluated"],
    ["valid from tomorrow", { validFrom: "2026-11-26" }, "not-evaluated"],
    ["valid until today", { validUntil: ON }, "satisfied"],
    ["of another kind", { type: "ATT-04" }, "not-evaluated"],
    ["about another obligation", { obligations: ["OBL-IAM-1"] }, "not-evaluated"],
    ["that says no", { result: "not-satisfied" }, "not-satisfied"],
  ])("an attestation %s", (_, changes, state) => {
    const of = { class: "organisational", conceptual: { by: "attestation", inputs: ["attestation"], attestation: "ATT-03" } } as const;
    expect(join({ of, claims: [claim(changes)] }).conceptual.state).toBe(state);
  });
});

describe("the functional objective", () => {
  test("is satisfied by a proof of every rehearsal the catalogue asks for", () => {
    expect(join({ run: runOf({ proofs: [proof()] }) }).functional).toMatchObject({
      state: "satisfied",
      reasons: ["Rehearsed and held: SIM-02."],
    });
  });

  test("is not evaluated when one of the rehearsals is missing, and names it", () => {
    const of = { functional: { by: "rehearsal", scenarios: ["SIM-02", "SIM-29"] } } as const;
    expect(join({ of, run: runOf({ proofs: [proof()] }) }).functional).toMatchObject({
      state: "not-evaluated",
      reasons: ["Shown in part (SIM-02); still to be rehearsed: SIM-29."],
    });
  });

  test("is not satisfied by a failed proof, whatever else succeeded", () => {
    const run = runOf({ proofs: [proof(), proof({ id: "again", state: "not-satisfied", measured: "3 messages were read." })] });
    expect(join({ run }).functional).toMatchObject({ state: "not-satisfied", reasons: ["SIM-02: 3 messages were read."] });
  });

  test("is not satisfied when a threshold that names the obligation was missed; a met one alone proves nothing", () => {
    expect(join({ run: runOf({ proofs: [proof()], thresholds: [threshold(false)] }) }).functional.state).toBe("not-satisfied");
    expect(join({ run: runOf({ thresholds: [threshold(true)] }) }).functional.state).toBe("not-evaluated");
  });

  test("a run that cannot be trusted shows nothing, for or against", () => {
    const trust = { ok: false, reasons: ["The event loop was late by 900 ms."], eventLoopP99Ms: 900, cpuShare: 1 };
    for (const state of ["satisfied", "not-satisfied"] as const) {
      expect(join({ run: runOf({ proofs: [proof({ state })], trust }) }).functional).toMatchObject({
        state: "not-evaluated",
        reasons: ["The run cannot be trusted: The event loop was late by 900 ms."],
      });
    }
  });

  test("an interrupted run can show a failure, never a success", () => {
    expect(join({ run: runOf({ state: "interrupted", proofs: [proof()] }) }).functional.state).toBe("not-evaluated");
    expect(join({ run: runOf({ state: "interrupted", proofs: [proof({ state: "not-satisfied" })] }) }).functional.state).toBe(
      "not-satisfied",
    );
  });

  test("a simulated device never satisfies what needs a real one; an attested test of the device does", () => {
    const of = { functional: { by: "real-device", scenarios: ["SIM-02"], attestation: "ATT-08" } } as const;
    const run = runOf({ proofs: [proof()] });
    expect(join({ of, run }).functional.state).toBe("not-evaluated");
    expect(join({ of, run, claims: [claim({ type: "ATT-08" })] }).functional.state).toBe("satisfied");
    const bare = { functional: { by: "real-device", scenarios: ["SIM-02"] } } as const;
    expect(join({ of: bare, run }).functional).toMatchObject({
      state: "not-evaluated",
      reasons: ["Needs a test of a real device; the rehearsal shows the backend's side only."],
    });
  });

  test("a failure on a simulated device counts against a real-device objective", () => {
    const of = { functional: { by: "real-device", scenarios: ["SIM-02"], attestation: "ATT-08" } } as const;
    const run = runOf({ proofs: [proof({ state: "not-satisfied" })] });
    expect(join({ of, run, claims: [claim({ type: "ATT-08" })] }).functional.state).toBe("not-satisfied");
  });

  test("records of real operation are not replaced by a rehearsal", () => {
    const of = { functional: { by: "records", scenarios: [] } } as const;
    expect(join({ of, run: runOf({ proofs: [proof()] }) }).functional.state).toBe("not-evaluated");
  });
});

describe("the roll-up", () => {
  test("takes the worst state, and not-applicable only when nothing else is there", () => {
    expect(worstOf(["satisfied", "not-evaluated", "not-satisfied"])).toBe("not-satisfied");
    expect(worstOf(["satisfied", "waived"])).toBe("waived");
    expect(worstOf(["not-applicable", "satisfied"])).toBe("satisfied");
    expect(worstOf(["not-applicable"])).toBe("not-applicable");
    expect(worstOf([])).toBe("not-evaluated");
  });

  test("a provision is as good as the worst obligation that serves it", () => {
    const good = obligation();
    const open = obligation({ id: "OBL-IAM-9" });
    const { regimes } = joinEvidence({ obligations: [good, open], check: checkOf("pass"), run: null, claims: [], on: ON });
    expect(regimes).toMatchObject([
      {
        regime: "eu-cra",
        provisions: [{ ref: "Annex I Part I (2)(d)", obligations: ["OBL-IAM-8", "OBL-IAM-9"], conceptual: "not-evaluated" }],
      },
    ]);
  });

  test("an alias is as good as the worst of what it restates", () => {
    const alias = obligation({
      id: "OBL-TRD-1",
      class: "alias",
      aliasOf: ["OBL-IAM-8"],
      conceptual: { by: "none", inputs: [] },
      functional: { by: "none", scenarios: [] },
    });
    const { obligations } = joinEvidence({ obligations: [obligation(), alias], check: checkOf("fail"), run: null, claims: [], on: ON });
    expect(obligations[1]).toMatchObject({ conceptual: { state: "not-satisfied" }, functional: { state: "not-evaluated" } });
  });

  test("every objective of the whole catalogue is counted once and is proven or listed as not proven", () => {
    const joined = joinEvidence({ obligations: OBLIGATIONS, check: sampleCheck(), run: sampleRun(), claims: [], on: ON });
    const { conceptual, functional } = joined.totals;
    const sum = (totals: Readonly<Record<ObjectiveState, number>>) => Object.values(totals).reduce((a, b) => a + b, 0);
    expect(sum(conceptual)).toBe(OBLIGATIONS.length);
    expect(sum(functional)).toBe(OBLIGATIONS.length);
    const proven = conceptual.satisfied + functional.satisfied + conceptual["not-applicable"] + functional["not-applicable"];
    expect(joined.notProven).toHaveLength(2 * OBLIGATIONS.length - proven);
    expect(joined.notProven.every(({ reason }) => reason.endsWith("."))).toBe(true);
  });

  test("refuses a check whose passes were left out, instead of reporting that nothing was judged", () => {
    const whole = checkOf("pass", "fail");
    const thin = { ...whole, results: whole.results.filter(({ verdict }) => verdict !== "pass") };
    expect(() => join({ check: thin })).toThrow(BulwarkError);
    expect(() => join({ check: thin })).toThrow("1 passes were left out");
  });
});
