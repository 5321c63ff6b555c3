import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, bodyOf } from "../../policies/hcl/body.js";
import { readSource } from "../../policies/hcl/expression.js";
import { Encoded, type Source, Text, type Written } from "../../policies/hcl/written.js";

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
  readSource({ expression }, (name) => sourceOf(local(name)));
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
    "concat(a.b, [1])",
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
