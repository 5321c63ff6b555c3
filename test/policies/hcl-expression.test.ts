import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../model/resource.js";
import { type Body, bodyOf } from "../../policies/lift/hcl/body.js";
import { readSource } from "../../policies/lift/hcl/expression.js";
import { Encoded, type Source, Text, type Written } from "../../policies/lift/hcl/written.js";

/** Texts with what is filled in between angle brackets. */
function shown(written: Written | undefined): unknown {
  if (written instanceof Text) return written.parts.map((part) => (part.kind === "text" ? part.text : `<${part.source}>`)).join("");
  if (written instanceof Encoded) return { json: shown(written.value) };
  if (written instanceof Map) return Object.fromEntries([...written].map(([key, value]) => [key, shown(value)]));
  return Array.isArray(written) ? written.map(shown) : written;
}

const LOCALS: Readonly<Record<string, string>> = {
  actions: '["s3:GetObject"]',
  partition: '"aws"',
  days: "30",
  nested: "local.partition",
  ring: "local.ring",
  bucket: "aws_s3_bucket.b.arn",
};
const sourceOf = (expression: string | undefined): Source | undefined => (expression === undefined ? undefined : { expression });
const readExpression = (expression: string, local: (name: string) => string | undefined = () => undefined): Written | undefined =>
  readSource({ expression }, { local: (name) => sourceOf(local(name)), file: () => undefined });
const read = (source: string): unknown => shown(readExpression(source, (name) => LOCALS[name]));

/** What is set in a block, as it is written there. */
const attributesIn = (body: Body): readonly (readonly [string, string])[] =>
  [...body.names].map((name) => [name, (body.attribute(name) as { readonly expression: string }).expression]);

describe("expressions of Terraform's language", () => {
  it.each<readonly [string, unknown]>([
    ['"plain"', "plain"],
    ['"a\\"b\\n\\u00e9\\\\"', 'a"b\né\\'],
    ['"$${aws:username}"', "${aws:username}"],
    ['"${a.b}/*"', "<a.b>/*"],
    ['"${replace(a.b, "\\"", "}")}!"', '<replace(a.b, "\\"", "}")>!'],
    ["-1.5e3", -1500],
    ["true", true],
    ["null", null],
    ["[1, [2], # two\n 3,\n]", [1, [2], 3]],
    ['{ a = 1, "b" : 2\n (local.partition) = 3 }', { a: 1, b: 2, aws: 3 }],
    ["{ for = 1 }", { for: 1 }],
    ["(1)", 1],
    ["<<EOT\n  a ${b.c}\nEOT\n", "  a <b.c>\n"],
    ["<<-EOT\n    a\n      b\n\n    EOT", "a\n  b\n\n"],
    ["concat(local.actions, [1])", ["s3:GetObject", 1]],
    ["merge({ a = 1, b = 1 }, { b = 2 })", { a: 1, b: 2 }],
    ["toset([1])", [1]],
    ["jsonencode({ a = [] })", { json: { a: [] } }],
    ["concat(a.b, [1], [for c in d.e : c])", ["<[a.b...]>", 1, "<[[for c in d.e : c]...]>"]],
    ['flatten([1, [2, [a.b]], "c"])', [1, 2, "<[a.b...]>", "c"]],
    ['join("/", [a.b, "*", 1])', "<a.b>/*/1"],
    ['format("%s/100%%-%s", a.b, "x")', "<a.b>/100%-x"],
    ['"${["a"]}"', ["a"]],
    ['"${jsonencode({ a = [b.c] })} "', '{"a":["<b.c>"]} '],
    ['jsonencode({ a = "x ${b.c}" })', { json: { a: "x <b.c>" } }],
    ["local.nested", "aws"],
    ['"arn:${local.nested}:${local.days}:${local.bucket}"', "arn:aws:30:<aws_s3_bucket.b.arn>"],
  ])("are read as far as they are written out: %s", (source, value) => {
    expect(read(source)).toEqual(value);
  });

  it.each([
    "a.b",
    'a["x.y"].b',
    "1 + 2",
    "a.b ? 1 : 2",
    "[for s in a.b : s]",
    "{ for k, v in a.b : k => v }",
    "upper(a.b)",
    "a.b[*].c",
    "!a.b",
    'lookup({ a = 1 }, "a")',
    "[1][0]",
    "concat(a.b, { a = 1 })",
    'join("/", concat(a.b, ["*"]))',
    'join("/", a.b)',
    'format("%d", a.b)',
    'format("%s", a.b, "c")',
    'file("${path.module}/x.json")',
    'templatefile("${path.module}/x.json", {})',
    "local.unknown",
    "local.ring",
  ])("stay one expression otherwise: %s", (source) => {
    expect(read(source)).toBe(`<${source}>`);
  });

  it.each(["", "   ", "1 2]", '"open', "[1,", "{ a = 1"])("are none where they do not end or begin: %s", (source) => {
    const value = readExpression(source);
    expect(value === undefined || value instanceof Text).toBe(true);
  });

  it("are not followed deeper, nor read where they are longer, than any configuration is", () => {
    expect(JSON.stringify(read("[".repeat(5000) + "]".repeat(5000)))).toMatch(/^\[{60,70}"<\[+\]+>"\]{60,70}$/);
    expect(readExpression(`"${"x".repeat(300_000)}"`)).toBeUndefined();
  });

  it("come to an end where local values name others twice, forty times over", () => {
    const doubling = (name: string): string | undefined => {
      const at = Number(name.slice(1));
      return at > 40 ? undefined : at % 2 === 0 ? `"\${local.n${at + 1}}\${local.n${at + 1}}"` : `local.n${at + 1}`;
    };
    const value = readExpression("[local.n0, local.n1]", doubling);
    expect(JSON.stringify(shown(value)).length).toBeLessThan(200_000);
  });

  it("come to an end, whatever is written", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      '"',
      "${",
      "%{",
      "<<E\n",
      "E\n",
      "a",
      ".",
      "=",
      ",",
      "\n",
      "#",
      "/*",
      "*/",
      "for ",
      "jsonencode(",
      "1",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        const text = list.join("");
        readExpression(text, () => text);
        for (const [name, expression] of attributesIn(bodyOf(text))) expect([typeof name, typeof expression]).toEqual(["string", "string"]);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});

describe("values in files of JSON", () => {
  const readJson = (json: Json): unknown => shown(readSource({ json }, { local: (name) => sourceOf(LOCALS[name]), file: () => undefined }));

  it.each<readonly [Json, unknown]>([
    ["plain", "plain"],
    ["a\\n $${b}", "a\\n ${b}"],
    ["${a.b}/*", "<a.b>/*"],
    ["${a.b}", "<a.b>"],
    ["${local.days}", 30],
    ["${local.actions}", ["s3:GetObject"]],
    ['${jsonencode({"a" = "x", "b" = [c.d, join("/", [c.d, "*"])]})}', { json: { a: "x", b: ["<c.d>", "<c.d>/*"] } }],
    [
      { a: [1, true, null], "${local.partition}": "${e.f}" },
      { a: [1, true, null], aws: "<e.f>" },
    ],
  ])("are templates, as far as they are texts: %j", (json, value) => {
    expect(readJson(json)).toEqual(value);
  });

  it("say the same as the expression of the same value", () => {
    const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.stringMatching(/^[ -~]{0,12}$/));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z:"$\\{ ]{1,8}$/), tie("value")),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        const json = given as Json;
        // What begins a template is doubled in both; in quotes a backslash is one more sign to escape.
        const escaped = JSON.parse(JSON.stringify(json).replace(/([$%])(?=\{)/g, "$1$1")) as Json;
        expect(shown(readSource({ json: escaped }))).toEqual(json);
        expect(shown(readSource({ expression: JSON.stringify(escaped) }))).toEqual(json);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("come to an end, whatever is written", () => {
    const pieces = fc.constantFrom("${", "}", "%{", '"', "\\", "jsonencode(", ")", "[", "]", "local.x", "for ", "<<E\n", "$${", "{", "a.b");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const json = list.join("");
        readSource({ json: [json, { [json]: json }] }, { local: () => ({ json }), file: () => json });
      }),
      { seed: 13, numRuns: 2000 },
    );
    let nested: Json = "x";
    for (let depth = 0; depth < 5000; depth += 1) nested = [nested];
    expect(readSource({ json: nested })).toBeUndefined();
    expect(readSource({ json: Array.from({ length: 200_000 }, () => 1) })).toBeUndefined();
  });
});

describe("files that an expression takes in", () => {
  const FILES: Readonly<Record<string, string>> = {
    "module /a.json": '{"a": "${b}", "c": ${jsonencode(d)}, "e": "$${aws:x}"}',
    "root /a/b.txt": "text ${not filled}",
    "module /directive": "%{ if x }a%{ endif }",
    "module /call": "${upper(b)}",
  };
  const readFile = (expression: string): unknown =>
    shown(readSource({ expression }, { local: (name) => sourceOf(LOCALS[name]), file: (base, path) => FILES[`${base} ${path}`] }));

  it("are texts, and templates whose variables are those that are given", () => {
    expect(readFile('templatefile("${path.module}/a.json", { b = x.y, d = [1, "${x.z}!"] })')).toBe(
      '{"a": "<x.y>", "c": [1,"<x.z>!"], "e": "${aws:x}"}',
    );
    expect(readFile('file("${path.root}/a/${"b"}.txt")')).toBe("text ${not filled}");
  });

  it.each([
    'templatefile("${path.module}/a.json", { b = x.y })',
    'templatefile("${path.module}/a.json", { b = [1], d = 1 })',
    'templatefile("${path.module}/a.json", local.variables)',
    'templatefile("${path.module}/directive", { x = true })',
    'templatefile("${path.module}/call", { b = "x" })',
    'templatefile("${path.module}/none", {})',
    'templatefile("a.json", {})',
    'file("${path.cwd}/a.json")',
    'file("${path.module}/${x.y}.json")',
    'file("${path.module}a.json")',
    "file(x.y)",
  ])("stay one expression otherwise: %s", (source) => {
    expect(readFile(source)).toBe(`<${source}>`);
  });
});

describe("attributes of a block", () => {
  it("are those of the block itself, each with its whole expression", () => {
    const body = `
  name = "x" // comment
  tags = { a = 1 }
  inner "label" {
    policy = "not this"
  }
  policy = jsonencode({
    a = [1,
      2]
  }) # behind
  text = <<E
hello } "
E
  last = a == b ? 1 : 2`;
    expect(attributesIn(bodyOf(body)).map(([name, text]) => [name, text.replace(/\s+/g, " ").trim()])).toEqual([
      ["name", '"x"'],
      ["tags", "{ a = 1 }"],
      ["policy", "jsonencode({ a = [1, 2] })"],
      ["text", '<<E hello } " E'],
      ["last", "a == b ? 1 : 2"],
    ]);
  });
});
