import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { reportAbsent } from "../support/absent-tools.js";
import { bulwark, ROOT } from "../support/cli.js";
import { findTerraform, planConfiguration } from "../support/terraform.js";

const hasOpa = spawnSync("opa", ["version"]).status === 0 || reportAbsent("opa", "the tests of a new rule") !== undefined;
const terraform = findTerraform("the examples of a new rule");
const PROVIDER = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
`;
const ID = "acme-bucket-team";
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-new-rule-"));
  process.env.XDG_CACHE_HOME = join(folder, "cache");
  expect((await bulwark(["new", "rule", join(folder, "rules"), "--id", ID, "--domain", "process"])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("bulwark new rule", () => {
  it("writes the folder that a rule of the library has", () => {
    expect(readdirSync(join(folder, "rules", ID)).sort()).toEqual(["bad.tf", "good.tf", "rule.rego", "rule_test.rego", "unknown.tf"]);
  });

  it.skipIf(!hasOpa)("writes Rego that is formatted, strict and passes its own tests", () => {
    const opa = (...args: string[]) => spawnSync("opa", args, { cwd: ROOT, encoding: "utf8" });
    const rules = join(folder, "rules");
    expect(opa("fmt", "--list", rules).stdout).toBe("");
    expect(opa("check", "--strict", "policies/lib", rules).status).toBe(0);
    expect(opa("test", "policies/lib", rules).stdout).toMatch(/^PASS: (\d+)\/\1$/m);
  });

  it.skipIf(!hasOpa || terraform === undefined)(
    "writes examples that get the verdicts they are named after",
    { timeout: 120_000 },
    async () => {
      if (terraform === undefined) return;
      const verdicts: string[] = [];
      for (const name of ["good", "bad", "unknown"]) {
        const [source, plan] = [join(folder, name, "main.tf"), join(folder, `${name}.json`)];
        mkdirSync(join(folder, name));
        writeFileSync(source, PROVIDER + readFileSync(join(folder, "rules", ID, `${name}.tf`), "utf8"));
        writeFileSync(plan, planConfiguration(terraform, source).json);
        const { report } = await checkPaths([plan], { asOf: "2026-11-25", all: true, only: [ID], policies: [join(folder, "rules")] });
        verdicts.push(...report.results.map(({ verdict }) => verdict));
      }
      expect(verdicts).toEqual(["pass", "fail", "unknown"]);
    },
  );

  it("refuses a folder that is there, an id that is taken or ill-formed, and an unknown domain", async () => {
    for (const [id, domain, message] of [
      [ID, "process", /there already/],
      ["kms-key-rotation", "process", /BW_RULE_CLASH/],
      ["waiver-mine", "process", /BW_RULE_CLASH/],
      ["../evil-rule", "process", /lower-case words/],
      ["acme-other", "magic", /expected one of/],
    ] as const) {
      const ended = await bulwark(["new", "rule", join(folder, "rules"), "--id", id, "--domain", domain]);
      expect([ended.code, message.test(ended.stderr)], ended.stderr).toEqual([2, true]);
    }
    expect(readdirSync(join(folder, "rules"))).toEqual([ID]);
  });
});
