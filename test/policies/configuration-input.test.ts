import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liftConfiguration, rootModules } from "../../policies/lift/hcl/configuration/lift.js";
import { liftInputs } from "../../policies/lift/index.js";
import { ROOT } from "../support/cli.js";
import { folder, lifted, values } from "./configurations.js";

describe("paths to a configuration", () => {
  const tree = folder({
    "infra/main.tf": `module "a" { source = "../modules/a" }`,
    "modules/a/main.tf": `resource "aws_s3_bucket" "a" {}`,
    "other/x.tofu": `resource "aws_s3_bucket" "o" {}`,
  });

  it("are a folder tree, of which each root module is an input", async () => {
    const inputs = await liftInputs([tree]);
    expect(inputs.map(({ path, resources }) => [path, resources.map(({ address }) => address)])).toEqual([
      [join(tree, "infra"), ["module.a.aws_s3_bucket.a"]],
      [join(tree, "other"), ["aws_s3_bucket.o"]],
    ]);
  });

  it("are one file, read alone", async () => {
    const path = join(folder({ "a.tf": `resource "aws_s3_bucket" "x" {}`, "b.tf": `resource "aws_s3_bucket" "x" {}` }), "a.tf");
    expect((await liftInputs([path])).map(({ resources }) => resources.length)).toEqual([1]);
  });

  it.each([
    ["in the folder", "infra/plan.json", ["plan", "configuration"], "other"],
    ["above it", "plan.json", ["plan"], undefined],
    ["below it", "infra/out/plan.json", ["plan", "configuration"], "other"],
    ["elsewhere", "third/plan.json", ["plan", "configuration", "configuration"], "infra"],
  ] as const)("are passed over where a plan stands %s", async (_, plan, kinds, judged) => {
    const path = folder({
      "infra/main.tf": `resource "aws_s3_bucket" "x" {}`,
      "other/main.tf": `resource "aws_s3_bucket" "y" {}`,
      [plan]: readFileSync(join(ROOT, "bench/telemetry/plan.json"), "utf8"),
    });
    const inputs = await liftInputs([path]);
    expect(inputs.map(({ kind }) => kind)).toEqual(kinds);
    expect(inputs[1]?.path).toBe(judged && join(path, judged));
  });

  it("are judged beside files in JSON in the same folder, and not beside a synthesized stack below", async () => {
    const json = JSON.stringify({ resource: { aws_s3_bucket: { j: {} } } });
    const kinds = async (name: string) =>
      (await liftInputs([folder({ "main.tf": `resource "aws_s3_bucket" "x" {}`, [name]: json })])).map(({ kind }) => kind);
    expect(await kinds("more.tf.json")).toEqual(["synth", "configuration"]);
    expect(await kinds("cdktf.out/stacks/a/cdk.tf.json")).toEqual(["synth"]);
  });

  it("take documents along", async () => {
    const dossier = `kind: Waivers\nname: none\nwaivers: []\n`;
    const inputs = await liftInputs([folder({ "main.tf": `resource "aws_s3_bucket" "x" {}`, "waivers.yaml": dossier })]);
    expect(inputs.map(({ kind }) => kind)).toEqual(["document", "configuration"]);
  });

  it("find no root in modules that call each other", () => {
    const ring = folder({ "a/main.tf": `module "b" { source = "../b" }`, "b/main.tf": `module "a" { source = "../a" }` });
    expect(rootModules([join(ring, "a"), join(ring, "b")])).toEqual([]);
  });
});

describe("what is no configuration", () => {
  it.each([
    [
      "a brace that nothing closes",
      `resource "aws_s3_bucket" "b" {\n  tags = {\n}\n`,
      "1:30: not valid configuration: nothing closes this brace",
    ],
    ["text outside of blocks", `resource "aws_s3_bucket" "b" {}\nbucket\n`, "2:1: not valid configuration: expected a block"],
    [
      "text inside of a block",
      `resource "aws_s3_bucket" "b" {\n  bucket "x"\n}\n`,
      "2:3: not valid configuration: expected an argument or a block",
    ],
    ["text deep inside", `resource "a_b" "c" {\n  x {\n    !\n  }\n}\n`, "3:5: not valid configuration"],
    [
      "a resource that is there already",
      `resource "a_b" "c" {}\nresource "a_b" "c" {}\n`,
      "2:1: not valid configuration: a_b.c is there already, at",
    ],
    ["JSON", `{ "resource": {} }`, "1:1: not valid configuration"],
  ])("is refused with its place: %s", async (_, text, message) => {
    const path = join(folder({ "main.tf": text }), "main.tf");
    await expect(liftInputs([path])).rejects.toMatchObject({ code: "BW_HCL_INVALID", message: expect.stringContaining(message) });
    await expect(liftInputs([dirname(path)])).rejects.toMatchObject({ code: "BW_HCL_INVALID" });
  });

  it("never crashes the reader, nor takes it long", () => {
    const word = fc.constantFrom(
      'resource "aws_s3_bucket" "b" {',
      "}",
      "x = ",
      '"${',
      '"',
      "[",
      "]",
      'dynamic "ingress" {',
      "content {",
      "for_each = ",
      "toset([1])",
      "local.a",
      "locals {",
      'module "m" {',
      'source = "./"',
      "<<EOT\n",
      "EOT",
      "\n",
      "# c\n",
      "/*",
      "count = 3",
    );
    const path = join(folder({ "main.tf": "" }), "main.tf");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        writeFileSync(path, words.join("\n"));
        try {
          liftConfiguration(path);
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: expect.stringMatching(/^BW_/) });
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it("ends on rings, chains and crowds", () => {
    const chain = Array.from({ length: 3_000 }, (_, at) => `a${at} = local.a${at + 1}`).join("\n");
    expect(values(`locals {\n${chain}\n}\nresource "aws_s3_bucket" "b" { bucket = local.a0 }`)["aws_s3_bucket.b"]).toMatchObject({
      bucket: { $unknown: "expression" },
    });
    expect(
      values(`locals {\n a = local.b\n b = local.a\n}\nresource "aws_s3_bucket" "b" { bucket = local.a }`)["aws_s3_bucket.b"],
    ).toMatchObject({
      bucket: { $unknown: "expression" },
    });
    expect(lifted({ "main.tf": `module "m" { source = "./" }\nresource "aws_s3_bucket" "b" {}` }).resources.length).toBeLessThan(100);
    const many = lifted(`resource "aws_s3_bucket" "b" { count = 100000000 }`);
    expect(many.resources).toHaveLength(1000);
    expect(many.notes).toEqual(["of the 100000000 instances of aws_s3_bucket.b the first 1000 are judged"]);
    const four = (next: string): string => ["a", "b", "c", "d"].map((name) => `module "${name}" { source = "../${next}" }`).join("\n");
    const levels = Array.from({ length: 15 }, (_, at) => [`m${at}/main.tf`, four(`m${at + 1}`)] as const);
    const crowd = lifted({
      "main.tf": `module "m" { source = "./m0" }`,
      ...Object.fromEntries(levels),
      "m15/main.tf": `resource "aws_s3_bucket" "b" {}`,
    });
    expect(crowd.notes?.join()).toContain("not read to the end");
  });
});
