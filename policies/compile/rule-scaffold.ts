import type { DOMAINS } from "./metadata.js";

export interface NewRule {
  readonly id: string;
  readonly domain: (typeof DOMAINS)[number];
}

/** A package name is an id that Rego can spell. */
export const RULE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/**
 * The files of a rule folder, by name. They are a whole rule that compiles, passes its tests and gives each example its verdict, so that every
 * step of the way from here to one's own rule can be tried.
 */
export function ruleScaffold({ id, domain }: NewRule): ReadonlyMap<string, string> {
  const name = id.replaceAll("-", "_");
  return new Map([
    ["rule.rego", rule(name, domain)],
    ["rule_test.rego", test(name)],
    ["good.tf", bucket('"platform"')],
    ["bad.tf", bucket('"nobody"')],
    ["unknown.tf", `${LATER}\n${bucket("upper(terraform_data.later.output)")}`],
  ]);
}

const rule = (name: string, domain: string): string => `# METADATA
# title: "A bucket belongs to a team"
# description: >-
#   Whoever must act on a finding has to be found first: the tag owner names one of our teams.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/CostAllocTagging.html
#     description: "Tags of buckets"
# custom:
#   severity: medium
#   domain: ${domain}
#   resource_types: ["aws_s3_bucket"]
#   obligations: []
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     tags.owner is platform or devices.
#   fix:
#     terraform: >-
#       tags = { owner = "platform" }
#   since: "1.0.0"
package bulwark.rules.${name}

import data.bulwark.lib.judge
import data.bulwark.lib.tf

teams := {"platform", "devices"}

findings contains fact if {
	some r in tf.resources("aws_s3_bucket")
	some fact in judge.one_of(r, ["tags", "owner"], teams, null)
}
`;

const test = (name: string): string => `package bulwark.rules_test.${name}

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.${name} as rule

verdicts(values) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.x", values)])
}

test_a_team_passes if {
	verdicts({"tags": {"owner": "platform"}}) == set()
}

test_another_name_fails if {
	verdicts({"tags": {"owner": "nobody"}}) == {["aws_s3_bucket.x", "fail", "not-allowed"]}
}

test_absent_fails if {
	verdicts({}) == {["aws_s3_bucket.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	verdicts({"tags": {"owner": fx.expression}}) == {["aws_s3_bucket.x", "unknown", "expression-unresolved"]}
}
`;

const LATER = `# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}
`;

const bucket = (owner: string): string => `resource "aws_s3_bucket" "data" {
  bucket = "example-device-data"
  tags = {
    owner = ${owner}
  }
}
`;
