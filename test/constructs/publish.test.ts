import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { AwsProvider } from "#aws/provider";
import { AccessLogBucket, BackendContext, DataKey } from "../../constructs/index.js";
import { AdvisorySite } from "../../constructs/publish/advisory-site.js";
import { type Disclosure, securityTxt } from "../../constructs/publish/security-txt.js";
import { parseDocuments } from "../../model/documents/index.js";
import { checkPaths } from "../../policies/index.js";
import { type SynthStack, synthStack } from "../support/synth-stack.js";
import { planConfiguration } from "../support/terraform.js";
import { findTerraformForStacks } from "../support/two-stacks.js";
import { AS_OF } from "./fleet.js";

const DOSSIER = new URL("../../examples/smart-home/dossier/product.yaml", import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), "bulwark-publish-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const terraform = findTerraformForStacks("the advisory site is not planned with the real provider");

const disclosure = disclosureOf(readFileSync(DOSSIER, "utf8"));

function disclosureOf(source: string): Disclosure {
  for (const document of parseDocuments(source, "product.yaml")) if (document.kind === "Product") return document.value.disclosure;
  throw new Error("no Product document");
}

function site(region: string, change: { readonly webAclArn?: string; readonly withProvider?: boolean } = {}): SynthStack {
  return synthStack((stack) => {
    const context = new BackendContext(stack, { product: "acme", account: "111122223333", region, asOf: AS_OF });
    const key = new DataKey(stack, "key", { context, dataClass: "alerts" });
    const accessLogs = new AccessLogBucket(stack, "access-logs", { context }).bucket;
    const globalProvider = change.withProvider ? new AwsProvider(stack, "global", { region: "us-east-1", alias: "global" }) : undefined;
    new AdvisorySite(stack, "site", {
      context,
      key,
      accessLogs,
      domainName: "security.acme.example",
      certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11",
      disclosure,
      webAclArn: change.webAclArn,
      globalProvider,
    });
  }, region);
}

const ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/public/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11";

async function failing(stack: SynthStack): Promise<readonly string[]> {
  const path = join(scratch, "cdk.tf.json");
  writeFileSync(path, stack.text);
  const { report } = await checkPaths([path], { asOf: AS_OF });
  return report.results.map(({ verdict, rule }) => `${verdict} ${rule}`);
}

describe("security.txt", () => {
  it("says what the Product document of smart home promises, field by field of RFC 9116", () => {
    expect(securityTxt(disclosure, AS_OF)).toBe(
      [
        "Contact: mailto:security@smart-home.example",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: en, nl, fr, de",
        "Canonical: https://smart-home.example/.well-known/security.txt",
        "Policy: https://smart-home.example/security",
        "",
      ].join("\n"),
    );
  });

  it("leads to a page when that is how reports come in", () => {
    expect(securityTxt({ ...disclosure, contact: "https://acme.example/report" }, AS_OF)).toContain(
      "Contact: https://acme.example/report\n",
    );
  });

  it.each([
    ["has run out", {}, "2027-06-30", /expires/],
    ["holds for more than a year", {}, "2026-06-01", /more than a year/],
    ["names no way to report", { contact: "ask the shop" }, AS_OF, /contact/],
    ["would carry a second field in a value", { policyUrl: "https://acme.example/\nContact: mailto:x@evil.example" }, AS_OF, /line break/],
    ["lies where nobody looks", { securityTxt: { url: "https://acme.example/security.txt", expires: "2027-06-30" } }, AS_OF, /well-known/],
  ])("is not made when it %s", (_name, change, asOf, problem) => {
    expect(() => securityTxt({ ...disclosure, ...change }, asOf)).toThrow(problem);
  });
});

describe("the advisory site", () => {
  it("passes every rule, a firewall given", async () => {
    expect(await failing(site("us-east-1", { webAclArn: ACL }))).toEqual([]);
  });

  it("without a firewall is found for that alone", async () => {
    expect(await failing(site("us-east-1"))).toEqual(["fail cloudfront-firewalled"]);
  });

  it("answers over TLS 1.2 and up, with headers, from a bucket only it can read", () => {
    const stack = site("us-east-1");
    const [distribution] = stack.ofType("aws_cloudfront_distribution");
    expect(distribution?.values).toMatchObject({
      default_root_object: "index.html",
      viewer_certificate: { minimum_protocol_version: "TLSv1.2_2021" },
      default_cache_behavior: { viewer_protocol_policy: "redirect-to-https" },
    });
    expect(stack.ofType("aws_cloudfront_response_headers_policy")[0]?.values.security_headers_config).toMatchObject({
      strict_transport_security: { access_control_max_age_sec: 63_072_000 },
      frame_options: { frame_option: "DENY" },
    });
    expect(stack.get("aws_s3_bucket_policy", "site/bucket/policy").values.policy).toContain(
      '"aws:SourceArn":"arn:aws:cloudfront::111122223333:distribution/*"',
    );
    expect(stack.get("aws_s3_object", "site/security-txt").values).toMatchObject({
      key: ".well-known/security.txt",
      content: securityTxt(disclosure, AS_OF),
    });
  });

  it("sets its log up in us-east-1, wherever the stack is", () => {
    expect(() => site("eu-west-1")).toThrow(/us-east-1/);
    const stack = site("eu-west-1", { withProvider: true });
    for (const type of ["source", "destination"])
      expect(stack.ofType(`aws_cloudwatch_log_delivery_${type}`)[0]?.values.provider).toBe("aws.global");
  });

  it.runIf(terraform)("plans with the real provider", { timeout: 120_000 }, () => {
    if (!terraform) return;
    const folder = mkdtempSync(join(scratch, "plan-"));
    writeFileSync(join(folder, "cdk.tf.json"), site("us-east-1", { webAclArn: ACL }).text);
    expect(planConfiguration(terraform, join(folder, "cdk.tf.json")).summary).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/);
  });
});
