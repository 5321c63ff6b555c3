import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import type { CheckReport, CheckResult } from "../../model/finding.js";
import { sourceLines } from "../../policies/lift/hcl/source-lines.js";
import { bulwark } from "../support/cli.js";
import { findTerraform, planConfiguration } from "../support/terraform.js";

const terraform = findTerraform("lines of Terraform files in the findings of a plan with modules");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-source-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const MAIN = `# resource "aws_s3_bucket" "commented" {}
provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "west"
  region = "eu-west-1"
}

locals {
  text = <<-EOT
    resource "aws_s3_bucket" "quoted" {
  EOT
}

resource "aws_s3_bucket" "logs" {
  for_each = toset(["a.b", "c"])
  bucket   = "logs-\${each.key}" # not { closed
}

data "aws_iam_policy_document" "logs" {
}

module "site" {
  for_each = toset(["x.y", "z"])
  source   = "./modules/site"
}
`;

describe("lines of Terraform files", () => {
  beforeAll(() =>
    write({
      "app/main.tf": MAIN,
      "app/a_override.tf": 'resource "aws_s3_bucket" "logs" {\n  tags = {}\n}\n',
      "app/modules/site/main.tf": 'resource "aws_sqs_queue" "jobs" {\n}\n\nmodule "inner" {\n  source = "../inner"\n}\n',
      "app/modules/inner/queue.tofu": '\n\nresource "aws_sqs_queue" "late" {\n}\n',
    }),
  );
  const at = (address: string): string | undefined => {
    const place = sourceLines(join(folder, "app")).at(address);
    return place && `${relative(join(folder, "app"), place.file)}:${place.line}`;
  };

  it("are those of the block, whatever the key of the instance, also in modules of modules", () => {
    expect(at('aws_s3_bucket.logs["a.b"]')).toBe("main.tf:17");
    expect(at("data.aws_iam_policy_document.logs")).toBe("main.tf:22");
    expect(at('module.site["x.y"].aws_sqs_queue.jobs')).toBe("modules/site/main.tf:1");
    expect(at('module.site["z"].module.inner.aws_sqs_queue.late[0]')).toBe("modules/inner/queue.tofu:3");
  });

  it("tell providers by their alias, and find the stack of a resource in a template", () => {
    write({ "app/stack.tf": 'resource "aws_cloudformation_stack" "iot" {\n}\n' });
    expect([at("provider.aws"), at('provider.aws["west"]')]).toEqual(["main.tf:2", "main.tf:6"]);
    expect(at("aws_cloudformation_stack.iot#FleetPolicy")).toBe("stack.tf:1");
  });

  it("are not found for what stands in a comment, in a text or nowhere", () => {
    for (const name of ["commented", "quoted", "gone"]) expect(at(`aws_s3_bucket.${name}`)).toBeUndefined();
    expect(at("module.gone.aws_s3_bucket.b")).toBeUndefined();
  });

  it("are those of the call, where the module was downloaded or is not there", () => {
    write({
      "down/main.tf":
        'module "vpc" {\n  source = "example/vpc/aws"\n}\n\nmodule "gone" {\n  source = "./gone"\n}\n\nmodule "moved" {\n  source = "example/moved"\n}\n',
      "down/.terraform/modules/modules.json": JSON.stringify({
        Modules: [
          { Key: "", Source: "", Dir: "." },
          { Key: "vpc", Source: "registry.example/vpc", Dir: ".terraform/modules/vpc" },
          { Key: "moved", Source: "example/moved", Dir: "vendored" },
        ],
      }),
      "down/.terraform/modules/vpc/main.tf": 'resource "aws_vpc" "this" {\n}\n',
      "down/vendored/main.tf": '\nresource "aws_vpc" "this" {\n}\n',
    });
    const lines = sourceLines(join(folder, "down"));
    expect(lines.at("module.vpc.aws_vpc.this")).toEqual({ file: join(folder, "down/main.tf"), line: 1, column: 1 });
    expect(lines.at("module.gone.aws_vpc.this")).toEqual({ file: join(folder, "down/main.tf"), line: 5, column: 1 });
    expect(lines.at("module.moved.aws_vpc.this")).toEqual({ file: join(folder, "down/vendored/main.tf"), line: 2, column: 1 });
  });

  it("want a folder that holds Terraform files", () => {
    write({ "empty/readme.md": "" });
    const codeOf = (path: string): string => {
      try {
        sourceLines(path);
      } catch (thrown) {
        if (thrown instanceof BulwarkError) return `${thrown.code} ${thrown.message}`;
        throw thrown;
      }
      return "";
    };
    expect(codeOf(join(folder, "nowhere"))).toMatch(/^BW_FILE_NOT_FOUND/);
    expect(codeOf(join(folder, "empty"))).toMatch(/^BW_USAGE .*holds no configuration of Terraform/);
    expect(codeOf(join(folder, "empty/readme.md"))).toMatch(/^BW_USAGE .*is no folder/);
  });
});

describe("bulwark check --source", () => {
  const BROWNFIELD = "examples/brownfield";
  const resultsOf = (stdout: string): readonly CheckResult[] => (JSON.parse(stdout) as CheckReport).results;

  it("names the line of the block, and leaves fingerprints and verdicts as they are", async () => {
    const plain = resultsOf((await bulwark(["check", `${BROWNFIELD}/plan.json`, "--format", "json"])).stdout);
    const placed = resultsOf((await bulwark(["check", `${BROWNFIELD}/plan.json`, "--source", BROWNFIELD, "--format", "json"])).stdout);
    expect(placed.map(({ source: _, ...rest }) => rest)).toEqual(plain);
    expect(placed.filter(({ source }) => source === undefined)).toEqual([]);
    expect(placed.find(({ address }) => address === "aws_iot_policy.tracker")?.source).toEqual({
      file: join(BROWNFIELD, "iot.tf"),
      line: 27,
      column: 1,
    });
  });

  it("is where annotations and SARIF point to", async () => {
    const { stdout } = await bulwark(["check", `${BROWNFIELD}/plan.json`, "--source", BROWNFIELD, "--format", "github"]);
    expect(stdout).toContain("file=examples/brownfield/iot.tf,line=27,");
    const sarif = JSON.parse(
      (await bulwark(["check", `${BROWNFIELD}/plan.json`, "--source", BROWNFIELD, "--format", "sarif"])).stdout,
    ) as Sarif;
    const files = new Set(sarif.runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
    expect([...files].sort()).toEqual(["alarms", "ingest", "iot", "storage", "versions"].map((name) => `examples/brownfield/${name}.tf`));
  });

  it("says when the plan was made of other files", async () => {
    const { stderr } = await bulwark(["check", `${BROWNFIELD}/plan.json`, "--source", "examples/insecure"]);
    expect(stderr).toMatch(/plan\.json: \d+ of its 30 resources, aws_\S+ first, stand in no file of examples\/insecure/);
  });

  it("is the configuration of one plan", async () => {
    const two = await bulwark(["check", `${BROWNFIELD}/plan.json`, `${BROWNFIELD}/next/plan.json`, "--source", BROWNFIELD]);
    expect([two.code, two.stderr]).toEqual([2, expect.stringMatching(/BW_USAGE: --source .*there are 2/)]);
    const none = await bulwark(["check", "examples/smart-home/dossier", "--source", BROWNFIELD]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/BW_USAGE: --source .*there are 0/)]);
  });

  it.runIf(terraform)("finds every resource of a real plan with modules under for_each", { timeout: 120_000 }, async () => {
    if (terraform === undefined) throw new Error("terraform is absent");
    write({
      "real/main.tf":
        'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "5.100.0"\n    }\n  }\n}\n\nprovider "aws" {\n  region = "eu-central-1"\n}\n\nmodule "site" {\n  for_each = toset(["eu.1", "us.1"])\n  source   = "./site"\n  name     = each.key\n}\n',
      "real/site/main.tf":
        'variable "name" {\n  type = string\n}\n\nresource "aws_sqs_queue" "jobs" {\n  count = 2\n  name  = "${replace(var.name, ".", "-")}-${count.index}"\n}\n',
    });
    writeFileSync(join(folder, "real/plan.json"), planConfiguration(terraform, join(folder, "real/main.tf")).json);
    const { stdout, stderr } = await bulwark([
      "check",
      join(folder, "real/plan.json"),
      "--source",
      join(folder, "real"),
      "--format",
      "json",
      "--only",
      "sqs-*",
    ]);
    const results = resultsOf(stdout);
    expect(new Set(results.map(({ address }) => address)).size).toBe(4);
    for (const { source } of results) expect(source).toEqual({ file: join(folder, "real/site/main.tf"), line: 5, column: 1 });
    expect(stderr).toBe("");
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
    }[];
  }[];
}
