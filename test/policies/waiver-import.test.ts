import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocuments } from "../../model/documents/index.js";
import { BulwarkError } from "../../model/errors.js";
import { importSuppressions, loadRules, suppressionFiles } from "../../policies/index.js";
import { completed } from "./completed-waivers.js";

const imported = (path: string, text: string) => importSuppressions([{ path, text }], "2026-11-25");

const MAIN = `# checkov:skip=CKV_AWS_18:stands in no block
resource "aws_s3_bucket" "b" {
  # checkov:skip=CKV_AWS_18:it is the log bucket itself
  bucket = "x-\${replace("a}", "\\"", "{")}" // checkov:skip=CKV_AWS_21
  policy = <<-EOT
    # checkov:skip=CKV_AWS_145:not a comment, and no end: }
  EOT
}
resource "aws_kms_key" "k" {
  for_each = toset(["a"])
  /* checkov:skip=CKV_AWS_7:imported key material */
}
module "site" {
  source = "./site" # checkov:skip=CKV_AWS_26:topics without content
}
data "aws_iam_policy_document" "d" {
  #checkov:skip=CKV_AWS_999999:nobody knows this one
}
`;

describe("suppressions of other tools", () => {
  it("checkov:skip comments become waivers at the address of their block", async () => {
    const { text, waivers, unmapped } = await imported("main.tf", MAIN);
    expect(completed(text.replace('address: ""', "address: nowhere"))).toEqual([
      ["s3-bucket-access-logged", "nowhere", "stands in no block", "2026-12-01"],
      ["s3-bucket-access-logged", "aws_s3_bucket.b", "it is the log bucket itself", "2026-12-01"],
      ["s3-bucket-versioned", "aws_s3_bucket.b", "looked at it again", "2026-12-01"],
      ["kms-key-rotation", "aws_kms_key.k[*]", "imported key material", "2026-12-01"],
      ["sns-topic-customer-key", "module.site.*", "topics without content", "2026-12-01"],
    ]);
    expect([waivers, unmapped]).toEqual([5, 1]);
    expect(text).toContain("#   checkov CKV_AWS_999999 in main.tf:17, data.aws_iam_policy_document.d");
    expect(text).toContain("# checkov CKV_AWS_21 in main.tf:4, aws_s3_bucket.b");
  });

  it("comments in a module stand at the addresses by which its callers know it", async () => {
    const bucket = 'resource "aws_s3_bucket" "b" {\n  # checkov:skip=CKV_AWS_21:kept elsewhere for good\n}\n';
    const { text } = await importSuppressions(
      [
        { path: "./infra/main.tf", text: `${bucket}module "site" {\n  for_each = var.sites\n  source = "../modules/site/"\n}\n` },
        {
          path: "infra/other.tf",
          text: 'module "lab" {\n  source = "../modules/site"\n}\nmodule "vpc" {\n  source = "example/vpc/aws"\n}\n',
        },
        { path: "modules/site/main.tf", text: 'module "store" {\n  source = "../store"\n}\n' },
        { path: "modules/store/main.tf", text: bucket },
      ],
      "2026-11-25",
    );
    expect(completed(text).map(([, address]) => address)).toEqual([
      "aws_s3_bucket.b",
      "module.site[*].module.store.aws_s3_bucket.b",
      "module.lab.module.store.aws_s3_bucket.b",
    ]);
  });

  it("come to an end where each of forty modules is called twice by the one before", async () => {
    const files = Array.from({ length: 40 }, (_, at) => ({
      path: `m${at}/main.tf`,
      text: ["x", "y"].map((name) => `module "${name}" {\n  source = "../m${at + 1}"\n  # checkov:skip=CKV_AWS_21\n}\n`).join(""),
    }));
    const { waivers } = await importSuppressions(files, "2026-11-25");
    expect(waivers).toBeGreaterThan(80);
  });

  it("come to an end where modules call each other in a ring", async () => {
    const call = (name: string) => `module "${name}" {\n  source = "../${name}"\n  # checkov:skip=CKV_AWS_21\n}\n`;
    const files = [
      { path: "a/main.tf", text: call("b") },
      { path: "b/main.tf", text: call("a") },
    ];
    const { waivers } = await importSuppressions(files, "2026-11-25");
    expect(waivers).toBe(2);
  });

  it("trivy:ignore and tfsec:ignore hold for the block they stand in or above, until their date", async () => {
    const source = `#trivy:ignore:AVD-AWS-0089
# the log bucket, trivy:ignore:avd-aws-0090:exp:2027-03-01
resource "aws_s3_bucket" "b" {
  count  = 2
  bucket = "logs"
}
# tfsec:ignore:AVD-AWS-0089

resource "aws_sns_topic" "t" {
  kms_master_key_id = "" #trivy:ignore:AVD-AWS-0095[name=t]:ws:staging
}
# trivy:ignore:aws-nobody-knows-this
module "site" {
  source = "./site"
}
`;
    const { text, unmapped } = await imported("main.tf", source);
    expect(completed(text.replace('address: ""', "address: nowhere"))).toEqual([
      ["s3-bucket-access-logged", "aws_s3_bucket.b[*]", "looked at it again", "2026-12-01"],
      ["s3-bucket-versioned", "aws_s3_bucket.b[*]", "looked at it again", "2027-03-01"],
      ["s3-bucket-access-logged", "nowhere", "looked at it again", "2026-12-01"],
      ["sns-topic-customer-key", "aws_sns_topic.t", "looked at it again", "2026-12-01"],
    ]);
    expect(text).toContain("(only in workspace staging)");
    expect(unmapped).toBe(1);
  });

  it("kics-scan comments: a disabled query holds everywhere, an ignored block names no check and waives nothing", async () => {
    const source = `# kics-scan disable=00000000-0000-4000-8000-000000000000,other
# kics-scan ignore-block
resource "aws_s3_bucket" "b" {}
`;
    const { text, waivers, unmapped } = await imported("main.tf", source);
    expect([waivers, unmapped]).toEqual([0, 3]);
    expect(text).toContain("#   kics 00000000-0000-4000-8000-000000000000 in main.tf:1, *");
    expect(text).toContain("#   kics ignore-block in main.tf:2, aws_s3_bucket.b (suppresses every check: name the ones that are meant)");
  });

  it("a Checkov baseline becomes waivers at its resources", async () => {
    const checks = [{ file: "/main.tf", findings: [{ resource: "module.a.aws_sns_topic.t", check_ids: ["CKV_AWS_26", "CKV_AZURE_1"] }] }];
    const { text, unmapped } = await imported(".checkov.baseline", JSON.stringify({ failed_checks: checks }));
    expect(completed(text).map(([rule, address]) => [rule, address])).toEqual([["sns-topic-customer-key", "module.a.aws_sns_topic.t"]]);
    expect(unmapped).toBe(1);
  });

  it(".trivyignore and .trivyignore.yaml keep their ends and statements, and hold everywhere", async () => {
    const plain = await imported(".trivyignore", "# Log bucket\nAVD-AWS-0089 exp:2027-01-01\r\naws-0090\nCVE-2024-1234\n");
    expect(completed(plain.text)).toEqual([
      ["s3-bucket-access-logged", "*", "looked at it again", "2027-01-01"],
      ["s3-bucket-versioned", "*", "looked at it again", "2026-12-01"],
    ]);
    expect(plain.unmapped).toBe(1);
    const yaml = await imported(
      "ci/.trivyignore.yaml",
      "misconfigurations:\n  - id: AVD-AWS-0090\n    paths: [a.tf]\n    statement: versions are kept elsewhere\n    expired_at: 2027-02-01\nvulnerabilities:\n  - id: CVE-2024-1\n",
    );
    expect(completed(yaml.text)).toEqual([["s3-bucket-versioned", "*", "versions are kept elsewhere", "2027-02-01"]]);
    expect(yaml.text).toContain("only in a.tf");
    expect(yaml.unmapped).toBe(1);
  });

  it("what was not said is refused until a person says it", async () => {
    const { text } = await imported("main.tf", MAIN);
    for (const [empty, filled] of [
      ['owner: ""', "owner: team"],
      ['expires: ""', "expires: 2026-12-01"],
      ['reason: ""', "reason: looked at it again"],
    ] as const) {
      const allButOne = [
        ['owner: ""', "owner: team"],
        ['expires: ""', "expires: 2026-12-01"],
        ['reason: ""', "reason: looked at it again"],
        ['address: ""', "address: nowhere"],
      ].reduce((all, [from = "", to = ""]) => (from === empty ? all : all.replaceAll(from, to)), text);
      expect(() => parseDocuments(allButOne, "w.yaml"), filled).toThrow(expect.objectContaining({ code: "BW_DOCUMENT_INVALID" }));
    }
  });

  it("the same check suppressed twice on one resource is one waiver", async () => {
    const skip = "# checkov:skip=CKV_AWS_53:given by the organisation\n# checkov:skip=CKV_AWS_54:given by the organisation\n";
    const { text, waivers } = await imported("main.tf", `resource "aws_s3_bucket" "b" {\n${skip}}`);
    expect(waivers).toBe(1);
    expect(text.match(/given by the organisation/g)).toHaveLength(1);
  });

  it("every id of every rule's equivalents is found again", async () => {
    for (const rule of loadRules())
      for (const id of rule.equivalents.trivy) expect((await imported(".trivyignore", id)).text, id).toContain(`rule: ${rule.id}`);
  });

  it("the names of Trivy's checks and tfsec's old codes are known by their numbers", async () => {
    const source = `#tfsec:ignore:aws-s3-enable-versioning tfsec:ignore:AWS002
resource "aws_s3_bucket" "b" {
  bucket = "b" # trivy:ignore:aws-s3-encryption-customer-key
}
`;
    const { text, unmapped } = await imported("main.tf", source);
    expect(completed(text).map(([rule, address]) => [rule, address])).toEqual([
      ["s3-bucket-versioned", "aws_s3_bucket.b"],
      ["s3-bucket-access-logged", "aws_s3_bucket.b"],
      ["s3-bucket-customer-key", "aws_s3_bucket.b"],
    ]);
    expect(unmapped).toBe(0);
    const plain = await imported(".trivyignore", "aws-vpc-no-public-egress-sgr\nAWS077\n");
    expect(completed(plain.text).map(([rule]) => rule)).toEqual(["security-group-egress-narrow", "s3-bucket-versioned"]);
  });

  it("what Checkov skips with several ids on a line is skipped for each, with the reason", async () => {
    const source = `resource "aws_s3_bucket" "b" {
  # checkov:skip=CKV_AWS_21,CKV_AWS_18:copied from another bucket
  # checkov:skip=CKV_AWS_145 , CKV_AWS_53: a key of the account
  # checkov:skip=CKV_AWS_54, because it is so
}
`;
    const { text } = await imported("main.tf", source);
    expect(completed(text).map(([rule, , reason]) => [rule, reason])).toEqual([
      ["s3-bucket-versioned", "copied from another bucket"],
      ["s3-bucket-access-logged", "copied from another bucket"],
      ["s3-bucket-customer-key", "a key of the account"],
      ["s3-bucket-public-access-blocked", "a key of the account"],
    ]);
  });

  it("what suppresses every check is listed and waives nothing", async () => {
    const { text, waivers, unmapped } = await imported(
      "main.tf",
      '#trivy:ignore:*\n#tfsec:ignore:aws-s3-*\nresource "aws_s3_bucket" "b" {}\n',
    );
    expect([waivers, unmapped]).toEqual([0, 2]);
    expect(text).toContain("#   trivy * in main.tf:1, aws_s3_bucket.b (suppresses every check: name the ones that are meant)");
  });

  it("a data source is no address: the resource that uses it is asked for", async () => {
    const source = `data "aws_iam_policy_document" "one" {
  # checkov:skip=CKV_AWS_111:reads only
}
data "aws_iam_policy_document" "two" {
  # checkov:skip=CKV_AWS_111:writes its own
}
`;
    const { text, waivers } = await imported("main.tf", source);
    expect(text).not.toContain('address: "data.');
    expect(text).toContain(
      'address: "" # a data source is judged where it is used: the address of the resource that uses data.aws_iam_policy_document.two',
    );
    expect(completed(text.replaceAll('address: ""', "address: x")).map(([, , reason]) => reason)).toHaveLength(waivers);
    expect(() => completed(text)).toThrow(expect.objectContaining({ code: "BW_DOCUMENT_INVALID" }));
  });

  it("ids that have no rule on purpose carry the reason", async () => {
    const { text } = await imported(".trivyignore", "AVD-AWS-0088\nCVE-2024-1234\n");
    expect(text).toMatch(
      /on purpose[^\n]*\n# {3}trivy AVD-AWS-0088 in \.trivyignore:1, \*: S3 encrypts every new object[^\n]*\(judged: s3-bucket-customer-key\)\n/,
    );
    expect(text).toContain("# No rule is named after these:\n#   trivy CVE-2024-1234 in .trivyignore:2, *");
  });

  it("folders are read all the way down, without copies of modules, and files in UTF-16", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bulwark-import-"));
    try {
      for (const below of ["modules/a", ".terraform/modules/b", ".git"]) mkdirSync(join(folder, below), { recursive: true });
      const skip = (name: string): string => `resource "aws_s3_bucket" "${name}" {\n  # checkov:skip=CKV_AWS_18:as we said before\n}\n`;
      writeFileSync(join(folder, "main.tf"), Buffer.from(`\ufeff${skip("wide")}`, "utf16le"));
      writeFileSync(join(folder, "modules/a/main.tf"), skip("below"));
      writeFileSync(join(folder, ".terraform/modules/b/main.tf"), skip("copy"));
      writeFileSync(join(folder, "README.md"), skip("text"));
      writeFileSync(join(folder, ".trivyignore"), Buffer.from("\ufeffAVD-AWS-0090\n", "utf16le"));
      const { text, unmapped } = await importSuppressions(await suppressionFiles([folder]), "2026-11-25");
      expect(completed(text).map(([rule, address]) => [rule, address])).toEqual([
        ["s3-bucket-versioned", "*"],
        ["s3-bucket-access-logged", "aws_s3_bucket.wide"],
        ["s3-bucket-access-logged", "aws_s3_bucket.below"],
      ]);
      expect(unmapped).toBe(0);
      await expect(suppressionFiles([join(folder, ".git")])).rejects.toThrow(expect.objectContaining({ code: "BW_IMPORT_UNKNOWN" }));
      await expect(suppressionFiles([join(folder, "gone")])).rejects.toThrow(expect.objectContaining({ code: "BW_FILE_NOT_FOUND" }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("a file of another kind is refused", async () => {
    for (const [path, text] of [
      ["notes.md", "checkov:skip=CKV_AWS_18"],
      ["plan.json", '{"a":1}'],
    ] as const)
      await expect(imported(path, text)).rejects.toThrow(expect.objectContaining({ code: "BW_IMPORT_UNKNOWN" }));
    await expect(imported("b.json", "{")).rejects.toThrow(expect.objectContaining({ code: "BW_JSON_INVALID" }));
  });

  it("hostile text cannot break out of its value or its comment", async () => {
    const reason = fc.stringMatching(/^[^\n]{1,40}$/).map((text) => `${text}\u0085\u2028"\\ : # - \ud800`);
    const hcl = fc.string({
      unit: fc.constantFrom(
        "{",
        "}",
        '"',
        "${",
        "\\",
        "\n",
        "#",
        "//",
        "/*",
        "*/",
        "<<EOT\n",
        "EOT\n",
        "a",
        " ",
        "count =",
        "checkov:skip=CKV_AWS_18:said long enough",
      ),
    });
    await fc.assert(
      fc.asyncProperty(reason, hcl, async (said, body) => {
        const text = `resource "aws_s3_bucket" "b" {\n# checkov:skip=CKV_AWS_18:${said}\n# checkov:skip=NONE_${"X"}:${said}\n}\n${body}`;
        const result = await imported("a\nkind: Evil.tf", text);
        expect(() => parseDocuments(result.text, "w.yaml")).toThrow(BulwarkError);
        const waivers = completed(result.text.replaceAll('address: ""', "address: nowhere"));
        expect(waivers).toHaveLength(result.waivers);
        expect(waivers[0]?.slice(0, 2)).toEqual(["s3-bucket-access-logged", "aws_s3_bucket.b"]);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
