import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../../model/resource.js";
import { loadBundledPolicy } from "../../policies/engine/load.js";
import { explanationOf } from "../../tools/mutations/explained.js";
import { changesOf } from "../../tools/mutations/operators.js";
import { changedAt, placesOf, textOf, valueAt } from "../../tools/mutations/places.js";
import { wordsReadBy } from "../../tools/mutations/reads.js";
import { faultsOf, rowOf, tallyOf } from "../../tools/mutations/report.js";
import { type Mutant, type Specimen, scoreRule } from "../../tools/mutations/score.js";
import { specimens } from "../../tools/mutations/specimens.js";
import { ROOT } from "../support/cli.js";

const all = specimens();
const policy = loadBundledPolicy();
const of = (rule: string): Specimen => all.find((specimen) => specimen.rule.id === rule) as Specimen;

/** Every seventh rule from a fixed start, so that the gate's whole run (`npm run mutations -- --check`) is not needed to see a change. */
const SAMPLE = all.filter((_, index) => index % 7 === 3);

describe("the mutation score", () => {
  const page = readFileSync(join(ROOT, "docs/mutation-score.md"), "utf8");

  it.each(SAMPLE)("of $rule.id is what the committed page says, and nothing stands against the rule", (specimen) => {
    const tally = tallyOf(scoreRule(policy, specimen));
    expect(faultsOf(tally)).toEqual([]);
    expect(page).toContain(`| ${rowOf(tally).join(" | ")} |`);
  });

  it("has a row for every rule of the library", () => {
    expect(all.filter(({ rule }) => !page.includes(`| [${rule.id}](`)).map(({ rule }) => rule.id)).toEqual([]);
  });
});

describe("a rule under mutation", () => {
  const mutantsAt = (rule: string, path: string): readonly Mutant[] =>
    scoreRule(policy, of(rule)).places.find((place) => place.path === path)?.mutants ?? [];

  it("fails when its switch is turned, and is unknown when nobody knows the switch", () => {
    const mutants = mutantsAt("dynamodb-table-customer-key", "server_side_encryption[0].enabled");
    expect(mutants).toContainEqual({ operator: "flip", outcome: "fail" });
    expect(mutants).toContainEqual({ operator: "unknown", outcome: "unknown" });
  });

  it("is tried with what it reads and its good example does not say", () => {
    expect(mutantsAt("kms-key-rotation", "key_usage")).toContainEqual({ operator: "unknown", outcome: "unknown" });
  });

  it("is not reached by a document its schema refuses", () => {
    const refused = scoreRule(policy, of("vendor-audited")).places.flatMap(({ mutants }) =>
      mutants.filter(({ outcome }) => outcome === "refused"),
    );
    expect(refused.length).toBeGreaterThan(0);
  });

  it("is at fault when nothing makes it fail, or when it keeps silent about what is not known", () => {
    const { rule, good } = of("kms-key-rotation");
    const asleep = { ...policy, evaluate: () => ({}) };
    expect(faultsOf(tallyOf(scoreRule(asleep, { rule, good, bad: good })))).toEqual([expect.stringContaining("no change")]);
    const silent = tallyOf({
      rule: rule.id,
      places: [
        {
          type: "aws_kms_key",
          path: "enable_key_rotation",
          mutants: [
            { operator: "flip", outcome: "fail" },
            { operator: "unknown", outcome: "pass" },
          ],
        },
      ],
    });
    expect(faultsOf(silent)).toEqual([expect.stringContaining("enable_key_rotation may be unknown")]);
  });
});

describe("the parts of a mutation", () => {
  const values: Json = { a: [{ b: true, list: ["x", "y"] }], policy: { Statement: [{ Action: "s3:Get" }, { Action: "s3:Put" }] } };

  it("are the places of the values, a single block with its list as one", () => {
    expect(placesOf(values).map(({ path }) => textOf(path))).toEqual([
      "a",
      "a[0].b",
      "a[0].list",
      "policy",
      "policy.Statement",
      "policy.Statement[0]",
      "policy.Statement[0].Action",
      "policy.Statement[1]",
      "policy.Statement[1].Action",
    ]);
  });

  it("change one place and leave the others, and the original, as they were", () => {
    const before = JSON.stringify(values);
    const changed = changedAt(values, ["a", 0, "b"], undefined);
    expect(changed).toEqual({ ...(values as object), a: [{ list: ["x", "y"] }] });
    expect(valueAt(changedAt(values, ["policy", "Statement", 0], undefined), ["policy", "Statement"])).toEqual([{ Action: "s3:Put" }]);
    expect(JSON.stringify(values)).toBe(before);
  });

  it("widen what a policy names, flip switches, take numbers to both ends, and never change a value into itself", () => {
    const operators = (key: string, value: Json): readonly string[] =>
      changesOf(key, value, undefined, true).map(({ operator }) => operator);
    expect(operators("Action", "s3:Get")).toEqual(["drop", "empty", "other", "widen", "unknown"]);
    expect(operators("enabled", true)).toEqual(["drop", "flip", "unknown"]);
    expect(operators("days", 0)).toEqual(["drop", "huge", "unknown"]);
    expect(operators("Action", "*")).toEqual(["drop", "empty", "other", "unknown"]);
  });

  it("read the words of a rule and of the helpers it calls", () => {
    const words = wordsReadBy("iot-policy-publish-bound", "identity");
    expect([...words]).toEqual(expect.arrayContaining(["statement", "action", "resource", "policy"]));
    expect(words.has("kms_key_arn")).toBe(false);
  });

  it("are explained by place, or by a place and all below it", () => {
    expect(explanationOf("s3-object-lock", "tags.bulwark:data-class")?.path).toBe("tags*");
    expect(explanationOf("s3-object-lock", "object_lock_enabled")).toBeUndefined();
  });
});
