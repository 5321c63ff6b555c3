import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brownfieldResults } from "../../tools/generators/brownfield-results.js";
import { planBrownfield } from "../support/brownfield.js";
import { bulwark, ROOT } from "../support/cli.js";
import { findTerraform } from "../support/terraform.js";

const at = (name: string): string => join(ROOT, "examples/brownfield", name);
const terraform = findTerraform("examples/brownfield is not planned with the real provider");

interface Expected {
  readonly results: readonly { readonly rule: string; readonly verdict: string; readonly address: string }[];
}
const expected = (name: string): Expected => JSON.parse(readFileSync(at(name), "utf8")) as Expected;

describe("the brownfield example", () => {
  it("is found to be what its committed results and baseline say", async () => {
    for (const { file, content } of await brownfieldResults()) expect(content, file).toBe(readFileSync(join(ROOT, file), "utf8"));
  });

  it("fails on the day of adoption, and passes with its baseline", async () => {
    expect((await bulwark(["check", at("plan.json")])).code).toBe(1);
    const adopted = await bulwark(["check", at("plan.json"), "--baseline", at("known.json")]);
    expect([adopted.code, /\d+ known, 0 new, 0 fixed/.test(adopted.stdout)], adopted.stdout).toEqual([0, true]);
  });

  it("fails on the pull request for what the pull request brings, and for nothing else", async () => {
    const next = await bulwark(["check", at("next/plan.json"), "--baseline", at("known.json")]);
    const { results } = expected("next/expected-results.json");
    expect(next.code).toBe(1);
    expect(next.stdout).toContain(`${results.length} new, 0 fixed`);
    expect([...new Set(results.map(({ address }) => address))].sort()).toEqual(["aws_iot_policy.depot", "aws_sqs_queue.depot"]);
  });

  it("has failures of several kinds, sound parts, and nothing undecided", () => {
    const { results } = expected("expected-results.json");
    expect(new Set(results.map(({ rule }) => rule)).size).toBeGreaterThan(20);
    expect(results.filter(({ verdict }) => verdict !== "fail")).toEqual([]);
  });

  it.runIf(terraform)("is planned by the real provider to the committed plans", { timeout: 180_000 }, () => {
    if (!terraform) return;
    for (const [file, withPullRequest] of [
      ["plan.json", false],
      ["next/plan.json", true],
    ] as const) {
      const { json, summary, warnings } = planBrownfield(terraform, ROOT, withPullRequest);
      console.info(`examples/brownfield ${file}: ${summary}`);
      expect(warnings).toBe(false);
      expect(JSON.parse(json)).toEqual(JSON.parse(readFileSync(at(file), "utf8")));
    }
  });
});
