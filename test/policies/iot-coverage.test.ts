import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRules } from "../../policies/index.js";
import { managedTypes } from "../../policies/lift/provider-schema.js";
import { REGISTRY_TYPES } from "./registry-types.js";

const DOCS = join(import.meta.dirname, "../../docs");
const ROOT = join(import.meta.dirname, "../..");
const RULES = new Map(loadRules().map((rule) => [rule.id, rule]));

interface Row {
  readonly name: string;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** The rows of the table under a heading: a name, rules in backticks, and what is to say otherwise. */
function table(file: string, heading: string): readonly Row[] {
  const section = readFileSync(join(DOCS, file), "utf8")
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  const lines = section?.split("\n").filter((line) => line.startsWith("|")) ?? [];
  return lines.slice(2).map((line) => {
    const [name = "", rules = "", reason = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { name: name.replaceAll("`", ""), rules: [...rules.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id), reason };
  });
}

/** By property of the account's configuration, as the rules know them. */
function auditChecks(): ReadonlyMap<string, string> {
  const source = readFileSync(join(ROOT, "policies/lib/audit.rego"), "utf8");
  return new Map([...source.matchAll(/"(\w+Check)": "(\w+_CHECK)"/g)].map(([, property = "", name = ""]) => [property, name]));
}

const TABLES = [
  { file: "not-assessable.md", heading: "Device Defender Audit" },
  { file: "iot-coverage.md", heading: "Types of the provider (hashicorp/aws 5.100.0)" },
  { file: "iot-coverage.md", heading: "Types the provider lacks" },
  { file: "iot-coverage.md", heading: "What an IoT provider needs" },
  { file: "iot-coverage.md", heading: "Main secure settings of a complete backend" },
] as const;

describe.each(TABLES)("the table $heading", ({ file, heading }) => {
  const rows = table(file, heading);

  it("names only rules that there are, each once a row", () => {
    expect(rows.length).toBeGreaterThan(13);
    for (const { name, rules } of rows) {
      expect(
        rules.filter((id) => !RULES.has(id)),
        name,
      ).toEqual([]);
      expect(new Set(rules).size, name).toBe(rules.length);
    }
  });

  it("has a rule or a reason in every row", () => {
    expect(rows.filter(({ rules, reason }) => rules.length === 0 && reason === "").map(({ name }) => name)).toEqual([]);
  });
});

describe("the checks of Device Defender Audit", () => {
  it("stand in the table, all seventeen", () => {
    expect(auditChecks().size).toBe(17);
    expect(table("not-assessable.md", "Device Defender Audit").map(({ name }) => name)).toEqual([...auditChecks().values()].sort());
  });

  it("are those that the registry lets an account switch on", () => {
    const shape = REGISTRY_TYPES.get("AWS::IoT::AccountAuditConfiguration")?.properties.AuditCheckConfigurations;
    expect([...auditChecks().keys()].sort()).toEqual(Object.keys((shape as { readonly properties: object }).properties).sort());
  });
});

describe("the types of AWS IoT", () => {
  it("stand in the tables: all that the provider has, and all that it lacks", () => {
    const names = (heading: string): readonly string[] => table("iot-coverage.md", heading).map(({ name }) => name);
    expect(names("Types of the provider (hashicorp/aws 5.100.0)")).toEqual(managedTypes().filter((type) => type.startsWith("aws_iot_")));
    expect(names("Types of the provider (hashicorp/aws 5.100.0)")).toHaveLength(19);
    expect(names("Types the provider lacks")).toEqual([...REGISTRY_TYPES.keys()].sort());
  });

  it("name each rule that looks at them as its own, and no other", () => {
    for (const heading of ["Types of the provider (hashicorp/aws 5.100.0)", "Types the provider lacks"])
      for (const { name, rules } of table("iot-coverage.md", heading)) {
        // Rules on changes look at any control that is taken away.
        const own = [...RULES.values()]
          .filter(({ id, resourceTypes }) => !id.startsWith("change-") && resourceTypes.includes(name))
          .map(({ id }) => id);
        expect([...rules].sort(), name).toEqual(own.sort());
      }
  });
});
