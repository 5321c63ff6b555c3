import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importSuppressions } from "../../policies/index.js";
import { completed } from "./completed-waivers.js";

const imported = (path: string, text: string) => importSuppressions([{ path, text }], "2026-11-29");

describe("suppressions of other tools beside a plan", () => {
  const BROWNFIELD = resolve(import.meta.dirname, "../../examples/brownfield/plan.json");
  const beside = (path: string, text: string, plan = BROWNFIELD) => importSuppressions([{ path, text }], "2026-11-29", [plan]);
  const folder = mkdtempSync(join(tmpdir(), "bulwark-import-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  /** A plan of one resource called `it`, at the root or in a module. */
  const planned = (type: string, values: object, module?: string): string => {
    const address = `${module === undefined ? "" : `${module}.`}${type}.it`;
    const named = { address, mode: "managed", type, name: "it", provider_name: "registry.terraform.io/hashicorp/aws" };
    const resources = [{ ...named, values }];
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: module === undefined ? { resources } : { child_modules: [{ address: module, resources }] } },
      resource_changes: [{ ...named, change: { actions: ["create"], before: null, after: values, after_unknown: {} } }],
      configuration: { root_module: {} },
    };
    const path = join(folder, `${type}.json`);
    writeFileSync(path, JSON.stringify(plan));
    return path;
  };
  const skipped = (bucket: string, id: string) => `resource "aws_s3_bucket" "${bucket}" {\n  # checkov:skip=${id}:decided in spring\n}\n`;

  it("only what is found there is waived; what nothing needs is named", async () => {
    const { text, waivers, idle } = await beside("main.tf", skipped("firmware", "CKV_AWS_18") + skipped("gone", "CKV_AWS_18"));
    expect(completed(text)).toEqual([["s3-bucket-access-logged", "aws_s3_bucket.firmware", "decided in spring", "2026-12-01"]]);
    expect([waivers, idle]).toEqual([1, 1]);
    expect(text).toContain("they need no waiver:\n#   checkov CKV_AWS_18 in main.tf:5, aws_s3_bucket.gone");
  });

  it("of several rules that a check is told by, those that find something are waived", async () => {
    const ssh = { cidr_blocks: ["0.0.0.0/0"], from_port: 22, to_port: 22, protocol: "tcp" };
    const plan = planned("aws_security_group", { name: "bastion", ingress: [ssh] });
    const skip = 'resource "aws_security_group" "it" {\n  # checkov:skip=CKV_AWS_24:a bastion host\n}\n';
    expect(completed((await imported("main.tf", skip)).text).map(([rule]) => rule)).toEqual([
      "security-group-admin-ports-closed",
      "security-group-not-all-ports",
    ]);
    expect(completed((await beside("main.tf", skip, plan)).text).map(([rule]) => rule)).toEqual(["security-group-admin-ports-closed"]);
  });

  it("a comment in a module whose callers are not known stands at the addresses it has there", async () => {
    const plan = planned("aws_s3_bucket", { bucket: "x" }, 'module.site["a"]');
    const { text } = await beside("modules/site/main.tf", skipped("it", "CKV_AWS_18"), plan);
    expect(completed(text).map(([, address]) => address)).toEqual(['module.site["a"].aws_s3_bucket.it']);
  });

  it("a pattern says what it covers, and a data source still asks for the resource that uses it", async () => {
    const { text } = await beside(".trivyignore", "AVD-AWS-0089\n");
    expect(text).toContain('address: "*" # everywhere, as in the file; better: the resources that are meant: aws_s3_bucket.firmware, ');
    const skip = 'data "aws_iam_policy_document" "d" {\n  # checkov:skip=CKV2_AWS_40:decided in spring\n}\n';
    expect((await beside("main.tf", skip)).text).toContain('address: "" # a data source is judged where it is used');
  });

  it("a plan that is none is refused", async () => {
    await expect(beside("main.tf", skipped("a", "CKV_AWS_18"), "no-such-plan.json")).rejects.toThrow(
      expect.objectContaining({ code: "BW_FILE_NOT_FOUND" }),
    );
  });
});
