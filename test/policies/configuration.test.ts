import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiftedInput } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { checkPaths } from "../../policies/index.js";
import { liftConfiguration } from "../../policies/lift/hcl/configuration/lift.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { ROOT } from "../support/cli.js";
import { lifted, values, valuesOf } from "./configurations.js";

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
    expect(group("concat([22], var.ports)")).toEqual({ ingress: { $unknown: "expression", refs: [] } });
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
