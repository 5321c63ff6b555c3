import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Evaluation } from "../../policies/lift/hcl/evaluation/evaluation.js";
import { plainOf } from "../../policies/lift/hcl/evaluation/plain.js";
import { Encoded, Text, type Written } from "../../policies/lift/hcl/written.js";
import { findTerraform } from "../support/terraform.js";

const LOCALS: Readonly<Record<string, string>> = {
  name: '"logs"',
  sizes: "[3, 1, 2]",
  ports: "{ ssh = 22, web = 443 }",
  tags: '{ a = "1", b = "2" }',
  on: "true",
  nothing: "null",
  nested: '{ list = [{ name = "x" }] }',
  greeting: '"hello ${local.name}"',
};

const evaluation: Evaluation = new Evaluation((root, name): Written | undefined => {
  const source = root === "local" ? LOCALS[name] : undefined;
  return source === undefined ? undefined : evaluation.of({ expression: source });
});
const value = (expression: string): unknown => plainOf(evaluation.of({ expression }))?.value;

/** Expressions with what Terraform makes of them; `terraform console` is asked for the same below. */
const KNOWN: readonly (readonly [string, unknown])[] = [
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["10 - 4 - 3", 3],
  ["10 / 4", 2.5],
  ["7 % 4", 3],
  ["-(1 + 2)", -3],
  ["1 < 2 && 2 >= 2", true],
  ["!local.on || 1 == 1", true],
  ["!(1 == 2)", true],
  ['local.name == "logs"', true],
  ['local.name != "logs"', false],
  ['local.on ? "a" : "b"', "a"],
  ['1 > 2 ? "a" : 1 == 1 ? "b" : "c"', "b"],
  ['"${local.name}-${local.ports.ssh}"', "logs-22"],
  ['"${local.on ? "yes" : "no"}!"', "yes!"],
  ["local.greeting", "hello logs"],
  ['local.ports["web"]', 443],
  ["local.nested.list[0].name", "x"],
  ["local.nested.list.0.name", "x"],
  ["local.sizes[2]", 2],
  ["local.sizes[1 + 1]", 2],
  ['local.ports[local.on ? "ssh" : "web"]', 22],
  ["[for size in local.sizes : size * 2]", [6, 2, 4]],
  ["[for size in local.sizes : size if size > 1]", [3, 2]],
  ['[for at, size in local.sizes : "${at}=${size}"]', ["0=3", "1=1", "2=2"]],
  ['[for name, port in local.ports : "${name}:${port}"]', ["ssh:22", "web:443"]],
  ["{ for name, port in local.ports : upper(name) => port + 1 }", { SSH: 23, WEB: 444 }],
  ["{ for name, port in local.ports : name => port if port > 100 }", { web: 443 }],
  ["[for list in [[1], [2]] : [for item in list : item + 1]]", [[2], [3]]],
  ["[for x in (local.on ? [1] : [2]) : x]", [1]],
  ["concat([1], local.sizes)", [1, 3, 1, 2]],
  ['merge(local.tags, { b = "3" })', { a: "1", b: "3" }],
  ["length(local.ports)", 2],
  ["length(local.sizes)", 3],
  ['length("héllo")', 5],
  ["keys(local.ports)", ["ssh", "web"]],
  ["values(local.ports)", [22, 443]],
  ['lookup(local.ports, "web", 1)', 443],
  ['lookup(local.ports, "dns", 53)', 53],
  ["element(local.sizes, 4)", 1],
  ["flatten([[1, [2]], 3])", [1, 2, 3]],
  ['coalesce(local.nothing, "", "x")', "x"],
  ['try(local.name, "x")', "logs"],
  ['lower("ABC")', "abc"],
  ['upper("abc")', "ABC"],
  ['title("to do")', "To Do"],
  ['trimspace("  a ")', "a"],
  ['trimprefix("abc", "a")', "bc"],
  ['trimsuffix("abc", "c")', "ab"],
  ['startswith("abc", "ab")', true],
  ['endswith("abc", "ab")', false],
  ['split(",", "a,b")', ["a", "b"]],
  ['join("-", ["a", "b"])', "a-b"],
  ['replace("a.b.c", ".", "$&")', "a$&b$&c"],
  ['substr("hello", 1, 3)', "ell"],
  ['substr("hello", 1, -1)', "ello"],
  ['format("%s-%d%%", "a", 5)', "a-5%"],
  ["contains(local.sizes, 2)", true],
  ["distinct([1, 2, 1])", [1, 2]],
  ['compact(["a", "", "b"])', ["a", "b"]],
  ['sort(["b", "a"])', ["a", "b"]],
  ["reverse([1, 2])", [2, 1]],
  ['tostring(5) == "5"', true],
  ['tonumber("5") + 1', 6],
  ['tobool("true")', true],
  ["max(1, 3, 2)", 3],
  ["min(1, 3, 2)", 1],
  ["abs(-2)", 2],
  ["ceil(1.2)", 2],
  ["floor(1.8)", 1],
  ['base64encode("a")', "YQ=="],
  ['base64decode("YQ==")', "a"],
  ['jsondecode("{\\"a\\":[1]}")', { a: [1] }],
  ["jsonencode({ a = [1] })", '{"a":[1]}'],
  ["tolist([1, 2])", [1, 2]],
  ["{ (local.name) = 1 }", { logs: 1 }],
  ['{ "${local.name}.x" = 1 }', { "logs.x": 1 }],
  ['keys({ "$${local.name}" = 1 })', ["${local.name}"]],
  ["null == local.nothing", true],
];

describe("expressions of Terraform's language, worked out", () => {
  it.each(KNOWN)("%s", (expression, expected) => expect(value(expression)).toEqual(expected));

  it("are what Terraform itself makes of them", () => {
    const terraform = findTerraform("expressions as terraform console works them out");
    if (terraform === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), "bulwark-console-"));
    try {
      const locals = Object.entries(LOCALS).map(([name, source]) => `  ${name} = ${source}\n`);
      writeFileSync(join(folder, "main.tf"), `locals {\n${locals.join("")}}\n`);
      const input = `jsonencode([${KNOWN.map(([expression]) => expression).join(", ")}])\n`;
      const { stdout, stderr } = spawnSync(terraform.binary, ["console"], { cwd: folder, env: terraform.env, input, encoding: "utf8" });
      const answers = JSON.parse(JSON.parse(stdout) as string) as unknown;
      expect(answers, stderr).toEqual(KNOWN.map(([, expected]) => expected));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it.each([
    "aws_s3_bucket.b.arn",
    "var.unset",
    "upper(var.unset)",
    "[for x in var.unset : x]",
    '[for x in ["a"] : x if var.unset]',
    "{ for x in [1] : x => x... }",
    "length(var.unset)",
    "coalesce(var.unset, 1)",
    "concat([1], var.unset)",
    "length(concat([1], var.unset))",
    "element(concat([1], var.unset), 0)",
    "[for x in concat([1], var.unset) : 1]",
    "flatten([[1], var.unset])[0]",
    "concat(var.unset, [1])[0]",
    "length(flatten([1, var.unset]))",
    'length({ "${var.unset}" = 1 })',
    "keys({ (var.unset) = 1 })",
    'lookup({ "${var.unset}" = 1 }, "a", 2)',
    '[for name, value in { "${var.unset}" = 1 } : value]',
    "merge({ a = 1 }, var.unset)",
    "flatten([var.unset])",
    "var.unset ? 1 : 2",
    "var.unset == 1",
    "1 + var.unset",
    "1 / 0",
    'format("%x", 1)',
    'replace("a", "/a/", "b")',
    "timestamp()",
    "uuid()",
    "local.ring",
    "local.absent",
    "local.sizes[9]",
    "sensitive(1)",
  ])("stay open where something is not known: %s", (expression) => expect(value(expression)).toBeUndefined());

  it("are decided by what is known, where that suffices", () => {
    expect(value("var.unset && false")).toBe(false);
    expect(value("true || var.unset")).toBe(true);
    expect(value("var.unset ? 1 : 1")).toBe(1);
    expect(value("length([var.unset, var.unset])")).toBe(2);
    expect(value('lookup({ a = var.unset, b = 1 }, "b")')).toBe(1);
  });

  it("keep what is open as what it refers to, with the key of its instance", () => {
    const shown = (written: Written | undefined): unknown => {
      if (written instanceof Text) return written.parts.map((part) => (part.kind === "text" ? part.text : `<${part.source}>`)).join("");
      if (written instanceof Encoded) return { json: shown(written.value) };
      if (written instanceof Map) return Object.fromEntries([...written].map(([key, inner]) => [key, shown(inner)]));
      return Array.isArray(written) ? written.map(shown) : written;
    };
    const open = (expression: string): unknown => shown(evaluation.of({ expression }));
    expect(open('[for b in [aws_s3_bucket.a, aws_s3_bucket.b] : "${b.arn}/*"]')).toEqual([
      "<aws_s3_bucket.a.arn>/*",
      "<aws_s3_bucket.b.arn>/*",
    ]);
    expect(open("aws_s3_bucket.all[local.name].arn")).toBe('<aws_s3_bucket.all["logs"].arn>');
    expect(open('jsonencode({ Resource = "${aws_s3_bucket.b.arn}/${local.name}" })')).toEqual({
      json: { Resource: "<aws_s3_bucket.b.arn>/logs" },
    });
    expect(open("merge({ a = aws_kms_key.k.arn }, local.tags)")).toEqual({ a: "1", b: "2" });
  });

  it("end, whatever is written: deep nesting, long rows, values that multiply", () => {
    expect(value(`${"(".repeat(5_000)}1${")".repeat(5_000)}`)).toBeUndefined();
    expect(value(`${"!".repeat(5_000)}true`)).toBeUndefined();
    expect(value(Array.from({ length: 2_000 }, () => "1").join(" + "))).toBeUndefined();
    const doubled = `[for a in range : [for b in a : ${"[for c in b : c]".repeat(3)}]]`;
    expect(value(doubled)).toBeUndefined();
  });

  it("never throw", () => {
    const word = fc.constantFrom(
      "local.name",
      "var.x",
      "1",
      '"a"',
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      "for",
      "in",
      ":",
      "=>",
      "?",
      "+",
      "-",
      "!",
      "&&",
      "==",
      ",",
      "if",
      ".",
      "*",
      "${",
      '"',
      "upper(",
      "<<EOT\n",
      "\n",
      "#",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        evaluation.of({ expression: words.join(" ") });
        evaluation.of({ expression: words.join("") });
      }),
      { numRuns: 2_000 },
    );
  });
});
