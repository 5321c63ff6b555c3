import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { LiftedInput } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { liftConfiguration, rootModules } from "../../policies/hcl/configuration/lift.js";
import { checkPaths } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { ROOT } from "../support/cli.js";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-configuration-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(scratch, "folder-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}
const valuesOf = ({ resources }: LiftedInput): Readonly<Record<string, unknown>> =>
  Object.fromEntries(resources.map(({ address, values }) => [address, values]));
const lifted = (files: string | Readonly<Record<string, string>>): LiftedInput =>
  liftConfiguration(folder(typeof files === "string" ? { "main.tf": files } : files));
const values = (files: string | Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => valuesOf(lifted(files));

const ref = (address: string, attribute: string) => ({ $unknown: "reference", refs: [address], attribute });

describe("a configuration without a plan", () => {
  it("has what is written, with locals, variables and tags of the provider in place, and references where something is made later", () => {
    const input = lifted({
      "main.tf": `
        provider "aws" {
          region = var.region
          default_tags { tags = { team = "iot" } }
        }
        locals { name = "\${var.product}-logs" }
        resource "aws_s3_bucket" "logs" {
          bucket = local.name
          tags   = { a = "b" }
          lifecycle { prevent_destroy = true }
        }
        resource "aws_s3_bucket_policy" "logs" {
          bucket = aws_s3_bucket.logs.id
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "\${aws_s3_bucket.logs.arn}/*" }] })
        }`,
      "variables.tf": `variable "product" { default = "lamp" }\nvariable "region" {}\nvariable "secret" {}`,
      "terraform.tfvars": `region = "eu-west-1"`,
      "x.auto.tfvars": `product = "plug"`,
    });
    expect(valuesOf(input)).toEqual({
      "aws_s3_bucket.logs": {
        bucket: "plug-logs",
        tags: { a: "b" },
        tags_all: { team: "iot", a: "b" },
        lifecycle: [{ prevent_destroy: true }],
      },
      "aws_s3_bucket_policy.logs": {
        bucket: ref("aws_s3_bucket.logs", "id"),
        policy: {
          Statement: [
            {
              Effect: "Allow",
              Action: "s3:*",
              Resource: { $unknown: "expression", refs: ["aws_s3_bucket.logs"], template: "${aws_s3_bucket.logs.arn}/*" },
            },
          ],
        },
      },
    });
    expect(input.kind).toBe("configuration");
    expect(input.notes).toEqual(["a variable has no value here: var.secret"]);
    expect(input.resources[0]).toMatchObject({ location: { line: 7, column: 9 } });
    expect(input.resources[0]).not.toHaveProperty("actions");
    expect(input.blocks?.find(({ address }) => address === "provider.aws")).toMatchObject({
      values: { region: "eu-west-1" },
      location: { line: 2 },
    });
    expect([input.resources.length, input.resourcesInInput]).toEqual([2, 2]);
  });

  it("makes the instances of count and for_each, of sets and maps and of other resources, where they are known", () => {
    expect(
      values(`
        resource "aws_sqs_queue" "n" {
          count = var.on ? 2 : 0
          name  = "q\${count.index}"
        }
        variable "on" { default = true }
        resource "aws_sqs_queue" "none" { count = 0 }
        resource "aws_s3_bucket" "b" {
          for_each = toset(["x.y", "z"])
          bucket   = each.value
        }
        resource "aws_s3_bucket_versioning" "b" {
          for_each = aws_s3_bucket.b
          bucket   = each.value.id
          versioning_configuration { status = each.key == "z" ? "Enabled" : "Suspended" }
        }
        resource "aws_kms_key" "k" {
          for_each    = { for name, days in { a = 7, b = 30 } : name => { days = days } }
          deletion_window_in_days = each.value.days
        }`),
    ).toEqual({
      "aws_sqs_queue.n[0]": { name: "q0" },
      "aws_sqs_queue.n[1]": { name: "q1" },
      'aws_s3_bucket.b["x.y"]': { bucket: "x.y" },
      'aws_s3_bucket.b["z"]': { bucket: "z" },
      'aws_s3_bucket_versioning.b["x.y"]': {
        bucket: ref('aws_s3_bucket.b["x.y"]', "id"),
        versioning_configuration: [{ status: "Suspended" }],
      },
      'aws_s3_bucket_versioning.b["z"]': { bucket: ref('aws_s3_bucket.b["z"]', "id"), versioning_configuration: [{ status: "Enabled" }] },
      'aws_kms_key.k["a"]': { deletion_window_in_days: 7 },
      'aws_kms_key.k["b"]': { deletion_window_in_days: 30 },
    });
  });

  it("judges once what there is an unknown number of, and says so", () => {
    const input = lifted(`
      variable "names" { type = set(string) }
      resource "aws_s3_bucket" "b" {
        for_each = var.names
        bucket   = each.value
      }`);
    expect(valuesOf(input)).toEqual({ "aws_s3_bucket.b": { bucket: { $unknown: "expression", refs: [] } } });
    expect(input.notes).toContain("how many there are of aws_s3_bucket.b is not known without a plan: each is judged once");
  });

  it("makes the blocks of a dynamic one, or leaves them open", () => {
    const group = (ports: string): unknown =>
      values(`
        variable "ports" { type = list(number) }
        resource "aws_security_group" "g" {
          dynamic "ingress" {
            for_each = ${ports}
            iterator = port
            content {
              from_port = port.value
              to_port   = port.value + 1
              protocol  = "tcp"
            }
          }
        }`)["aws_security_group.g"];
    expect(group("[22, 80]")).toEqual({
      ingress: [
        { from_port: 22, to_port: 23, protocol: "tcp" },
        { from_port: 80, to_port: 81, protocol: "tcp" },
      ],
    });
    expect(group("[]")).toEqual({});
    expect(group("var.ports")).toEqual({ ingress: { $unknown: "expression", refs: [] } });
  });

  it("follows modules in the same files, each call with its values, and names those that are elsewhere", () => {
    const input = lifted({
      "main.tf": `
        resource "aws_kms_key" "shared" {}
        module "site" {
          for_each = toset(["a", "b"])
          source   = "./modules/site"
          name     = each.key
          settings = { key = aws_kms_key.shared.arn, days = 14 }
        }
        module "vpc" {
          source  = "terraform-aws-modules/vpc/aws"
          version = "5.0.0"
        }
        resource "aws_iot_topic_rule" "r" {
          name = "r"
          sqs { queue_url = module.site["a"].url }
        }`,
      "modules/site/main.tf": `
        variable "name" {}
        variable "settings" {}
        resource "aws_sqs_queue" "q" {
          name                      = "\${var.name}-queue"
          kms_master_key_id         = var.settings.key
          message_retention_seconds = var.settings.days * 86400
        }
        output "url" { value = aws_sqs_queue.q.url }`,
    });
    expect(valuesOf(input)).toEqual({
      "aws_kms_key.shared": {},
      'module.site["a"].aws_sqs_queue.q': {
        name: "a-queue",
        kms_master_key_id: ref("aws_kms_key.shared", "arn"),
        message_retention_seconds: 1_209_600,
      },
      'module.site["b"].aws_sqs_queue.q': {
        name: "b-queue",
        kms_master_key_id: ref("aws_kms_key.shared", "arn"),
        message_retention_seconds: 1_209_600,
      },
      "aws_iot_topic_rule.r": { name: "r", sqs: [{ queue_url: ref('module.site["a"].aws_sqs_queue.q', "url") }] },
    });
    expect(input.notes).toEqual(["what module.vpc makes is not here: terraform init fetches it"]);
    expect(input.blocks?.find(({ address }) => address === "module.vpc")).toMatchObject({
      values: { source: "terraform-aws-modules/vpc/aws", version: "5.0.0" },
      location: { line: 9 },
    });
  });

  it("follows modules that terraform init has fetched", () => {
    const input = lifted({
      "main.tf": `module "q" { source = "acme/queue/aws" }`,
      ".terraform/modules/modules.json": JSON.stringify({ Modules: [{ Key: "q", Source: "acme/queue/aws", Dir: ".terraform/modules/q" }] }),
      ".terraform/modules/q/main.tf": `resource "aws_sqs_queue" "q" {}`,
    });
    expect(Object.keys(valuesOf(input))).toEqual(["module.q.aws_sqs_queue.q"]);
  });

  it("shows nothing that a sensitive variable holds", () => {
    const input = lifted(`
      variable "password" {
        default   = "correct-horse-battery"
        sensitive = true
      }
      resource "aws_ssm_parameter" "p" { value = "x\${var.password}" }`);
    expect(JSON.stringify(input)).not.toContain("correct-horse");
  });

  it("knows where providers with an alias make what is theirs, in modules too", () => {
    const input = lifted({
      "main.tf": `
        provider "aws" { region = "eu-west-1" }
        provider "aws" {
          alias  = "us"
          region = "us-east-1"
        }
        resource "aws_sns_topic" "eu" {}
        resource "aws_sns_topic" "us" { provider = aws.us }
        module "m" {
          source    = "./m"
          providers = { aws = aws.us }
        }`,
      "m/main.tf": `resource "aws_sns_topic" "inner" {}`,
    });
    expect(Object.fromEntries(input.resources.map(({ address, region }) => [address, region]))).toEqual({
      "aws_sns_topic.eu": "eu-west-1",
      "aws_sns_topic.us": "us-east-1",
      "module.m.aws_sns_topic.inner": "us-east-1",
    });
  });

  it("says which files change blocks of others and are not followed", () => {
    const input = lifted({
      "main.tf": `resource "aws_s3_bucket" "b" {}`,
      "main_override.tf": `resource "aws_s3_bucket" "b" { bucket = "x" }`,
    });
    expect(input.notes?.join()).toContain("main_override.tf");
  });
});

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
    expect(lifted(`resource "aws_s3_bucket" "b" { count = 100000000 }`).resources).toHaveLength(1000);
  });
});

describe("beside the plan that Terraform makes of the same files", () => {
  // `unknown` in the plan may be decided here, since a plan has nothing of a document that refers to what is not made yet; nothing that the plan decides is told otherwise.
  it.each([
    "examples/insecure",
    "examples/brownfield",
    "bench/telemetry",
    "test/fixtures/source-documents",
    "test/fixtures/lift/topic-rules",
    "test/fixtures/lift/expansion",
    "test/fixtures/lift/unknowns",
  ])("verdicts are the same, or known where the plan knows none: %s", async (path) => {
    const judged = (input: LiftedInput): ReadonlyMap<string, string> => {
      const { results } = check([input], [], { asOf: "2026-11-25", all: true }).report;
      return new Map(results.map(({ rule, address, detail = "", verdict }) => [`${rule} ${address} ${detail}`, verdict]));
    };
    const plan = liftPlan("plan.json", JSON.parse(readFileSync(join(ROOT, path, "plan.json"), "utf8")) as JsonObject, "");
    const own = liftConfiguration(join(ROOT, path));
    expect(own.resources.map(({ address }) => address)).toEqual(expect.arrayContaining(plan.resources.map(({ address }) => address)));
    const here = judged(own);
    // Providers of modules that only say which version they want are blocks of a plan, and of nothing here.
    const decided = [...judged(plan)].filter(([key, verdict]) => verdict !== "unknown" && !/ module\.\S*provider\./.test(key));
    expect(decided.length).toBeGreaterThan(20);
    expect(decided.filter(([key, verdict]) => here.get(key) !== verdict)).toEqual([]);
  });

  it("a check names the lines of the files and says that there was no plan", async () => {
    const { report, failed } = await checkPaths([join(ROOT, "examples/insecure/main.tf")], { asOf: "2026-11-25" });
    expect(failed).toBe(true);
    expect(report.inputs[0]).toMatchObject({ kind: "configuration", resources: { inInput: 32, lifted: 32 } });
    expect(report.results.every(({ location }) => location.line > 0 || location.file === "")).toBe(true);
  });
});
