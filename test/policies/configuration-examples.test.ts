import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../model/finding.js";
import { check } from "../../policies/engine/check.js";
import { liftConfiguration } from "../../policies/lift/hcl/configuration/lift.js";
import { EXAMPLES, KINDS, type Kind } from "./example-plans.js";
import { expectedOf, NOT_BESIDE } from "./example-verdicts.js";

/** Of the unknown example, where the files tell more than a plan: that something may turn out to be null, or what a local value of a provider holds. */
const TOLD_BY_FILES: Readonly<Record<string, Verdict>> = {
  "apigateway-backend-certificate": "unknown",
  "apigateway-request-validated": "unknown",
  "ec2-instance-role": "unknown",
  "elasticache-authenticated": "unknown",
  "store-subnets-named": "unknown",
  "provider-no-static-credentials": "fail",
  "provider-verifies-tls": "pass",
};
const verdictOf = (rule: string, kind: Kind): Verdict =>
  kind === "unknown" ? (TOLD_BY_FILES[rule] ?? expectedOf(rule, kind)) : expectedOf(rule, kind);

describe("the examples of every rule, read without a plan", () => {
  it.each(EXAMPLES.flatMap(({ rule, folder }) => KINDS.map((kind) => ({ rule, folder, kind, verdict: verdictOf(rule, kind) }))))(
    "$rule: the $kind example gives $verdict",
    ({ rule, folder, kind, verdict }) => {
      const input = liftConfiguration(join(folder, `${kind}.tf`));
      const { results } = check([input], [], { asOf: "2026-11-25", all: true, only: [rule] }).report;
      const own = results.filter((result) => result.rule === rule).map((result) => result.verdict);
      expect(own).toContain(verdict);
      for (const other of NOT_BESIDE[verdict] ?? []) expect(own).not.toContain(other);
    },
  );
});
