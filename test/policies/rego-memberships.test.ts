import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const POLICIES = resolve(import.meta.dirname, "../../policies");
const FILES = ["lib", "rules"].flatMap((folder) =>
  readdirSync(join(POLICIES, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego"))
    .map((name) => join(folder, name)),
);

/**
 * `r.address in addresses`, but not `some r in ...`. OPA's wasm module goes through all of a set for `in` and hashes each member on the way, where
 * `addresses[r.address]` looks it up: for a set as large as the input the time grows with its square.
 * Source: wasm/src/aggregates.c (builtin_member) and value.c (opa_value_iter) of OPA 1.22
 */
const searches = (rego: string): readonly string[] =>
  rego.split("\n").filter((line) => /\.address in (?!\{)/.test(line) && !/^\s*#/.test(line));

describe("an address", () => {
  it("is looked up in a set, not searched for", () => {
    expect(FILES.length).toBeGreaterThan(400);
    expect(FILES.flatMap((file) => searches(readFileSync(join(POLICIES, file), "utf8")).map((line) => `${file}: ${line.trim()}`))).toEqual(
      [],
    );
  });

  it("that is searched for is seen", () => {
    expect(searches("is_dead(r) if r.address in dead\nsome r in all\n# r.address in dead\nnot dead[r.address]")).toEqual([
      "is_dead(r) if r.address in dead",
    ]);
  });
});
