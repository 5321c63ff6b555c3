import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { constructFiles, readSources } from "../../tools/generators/construct-pages/sources.js";
import { collect } from "../../tools/generators/default-mutations/collect.js";
import { differencesOf } from "../../tools/generators/default-mutations/difference.js";
import { DEFAULT_MUTATIONS } from "../constructs/default-mutations.js";
import { drop, set } from "../policies/mutations.js";
import { ROOT } from "../support/cli.js";

const { classes } = readSources(constructFiles());
const named = (...names: readonly string[]) => classes.filter(({ name }) => names.includes(name));

describe("defaults that are mutated", () => {
  it("turn the rule red that guards each, judged on the stack of the construct's example", () => {
    const { rows, without, unexplained, unjudged } = collect(named("DataKey", "DeviceEndpoint", "OperatorPool"));
    expect(rows.length).toBeGreaterThan(13);
    expect(rows.filter(({ rule, red, unknown }) => red.join() !== rule || unknown.length > 0)).toEqual([]);
    expect([without, unexplained, unjudged]).toEqual([[], [], []]);
    expect(rows.find(({ rule }) => rule === "kms-deletion-window")).toMatchObject({
      construct: "DataKey",
      type: "aws_kms_key",
      differences: [{ path: "deletion_window_in_days", from: 30, to: 7 }],
    });
  });

  it("are missed where no mutation turns the rule red", () => {
    const harmless = { off: "rotation", type: "aws_kms_key", change: set("description", "another"), rule: "kms-key-rotation" };
    const some = [...DEFAULT_MUTATIONS.filter(({ rule }) => rule !== "kms-key-rotation"), harmless];
    expect(collect(named("DataKey"), some).without).toEqual(["DataKey kms-key-rotation"]);
  });

  it("are told where more than one rule objects, or one cannot decide any more", () => {
    const both = {
      off: "both numbers of a key",
      type: "aws_kms_key",
      change: (resource: Record<string, unknown>) => {
        drop("enable_key_rotation")(resource);
        set("deletion_window_in_days", 7)(resource);
      },
      rule: "kms-key-rotation",
    };
    expect(collect(named("DataKey"), [...DEFAULT_MUTATIONS, both]).unexplained).toEqual([
      "DataKey both numbers of a key kms-deletion-window kms-key-rotation",
    ]);
    const hidden = {
      off: "a known period",
      type: "aws_kms_key",
      change: set("enable_key_rotation", "${var.rotate}"),
      rule: "kms-key-rotation",
    };
    expect(collect(named("DataKey"), [hidden]).rows).toEqual([]);
  });
});

describe("the difference a mutation makes", () => {
  it("is told as deep as it goes, through lists and text that holds JSON", () => {
    const policy = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
    const [a, b] = [
      { Sid: "A", Effect: "Allow" },
      { Sid: "B", Effect: "Deny" },
    ];
    expect(differencesOf({ policy: policy(a, b), n: 1 }, { policy: policy(a), n: 1 })).toEqual([
      { path: "policy.Statement[1]", from: b, to: undefined },
    ]);
    expect(differencesOf({ policy: policy(a) }, { policy: policy({ ...a, Effect: "Deny" }) })).toEqual([
      { path: "policy.Statement.Effect", from: "Allow", to: "Deny" },
    ]);
    expect(differencesOf({ rule: [{ days: 1 }, { days: 2 }] }, { rule: [{ days: 1 }, { days: 3 }] })).toEqual([
      { path: "rule[1].days", from: 2, to: 3 },
    ]);
    expect(differencesOf({ actions: ["x"] }, { actions: [] })).toEqual([{ path: "actions", from: ["x"], to: [] }]);
    expect(differencesOf({ text: "{x" }, {})).toEqual([{ path: "text", from: "{x", to: undefined }]);
    expect(differencesOf({ same: [1] }, { same: [1] })).toEqual([]);
  });
});

it("the page has neither a default without a mutation nor one that turns more red than it says why", () => {
  const page = readFileSync(join(ROOT, "docs/default-mutations.md"), "utf8");
  for (const title of ["Rules that no mutation turns red", "Several rules, and nobody says why", "Explanations that explain nothing"])
    expect(page).not.toContain(`## ${title}`);
  expect(Number(/\*\*(\d+) mutations\*\*/.exec(page)?.[1])).toBeGreaterThan(300);
});
