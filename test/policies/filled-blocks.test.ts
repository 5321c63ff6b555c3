import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../../model/resource.js";
import { isObject, type JsonObject } from "../../policies/lift/normal.js";
import { mayBeFilled } from "../../policies/lift/plan/filled-blocks.js";
import { type BlockSchema, schemaOf } from "../../policies/lift/provider-schema.js";
import { ROOT } from "../support/cli.js";

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly mode: string;
    readonly change: { readonly after_unknown: Json };
  }[];
}

/** Real plans whose configurations have no `dynamic` block that depends on an unknown value. */
const PLANS = [
  "test/fixtures/plans/smart-home.plan.json",
  "test/fixtures/elsewhere/further/plan.json",
  "examples/insecure/plan.json",
  "examples/brownfield/plan.json",
];

const plans: readonly Plan[] = [
  (JSON.parse(readFileSync(join(ROOT, "test/fixtures/plans/examples.plan.json"), "utf8")) as { readonly plan: Plan }).plan,
  ...PLANS.map((file) => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Plan),
];

/** Names of the blocks that are unknown as a whole. */
function unknownBlocks(marks: Json, schema: BlockSchema | undefined): readonly string[] {
  if (Array.isArray(marks)) return marks.flatMap((mark: Json) => unknownBlocks(mark, schema));
  if (!isObject(marks) || schema === undefined) return [];
  return Object.entries(marks as JsonObject).flatMap(([key, mark]) => {
    const nested = schema.blocks.get(key);
    if (nested === undefined) return [];
    return mark === true ? [key] : unknownBlocks(mark as Json, nested.block);
  });
}

describe("blocks that the provider fills", () => {
  const seen = plans.flatMap(({ resource_changes }) =>
    resource_changes
      .filter(({ mode }) => mode === "managed")
      .flatMap(({ address, type, change }) =>
        unknownBlocks(change.after_unknown, schemaOf("managed", type)).map((block) => ({ address, type, block })),
      ),
  );

  it("are all known that real plans show", () => {
    expect(seen.length).toBeGreaterThan(500);
    expect(seen.filter(({ type, block }) => !mayBeFilled(type, block))).toEqual([]);
  });

  it("are not taken for those of another type", () => {
    expect(mayBeFilled("aws_lambda_function", "logging_config")).toBe(true);
    expect(mayBeFilled("aws_lambda_function", "dead_letter_config")).toBe(false);
    expect(mayBeFilled("aws_cloudfront_distribution", "logging_config")).toBe(false);
  });
});
