# METADATA
# title: "Key policies name who may use the key"
# description: >-
#   An Allow for Principal * in a key policy opens the key to every AWS account, unless a condition narrows it to one
#   account or organisation (kms:CallerAccount, aws:PrincipalOrgID). A key without a policy of its own gets AWS's
#   default, which trusts the account alone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
#     description: "Key policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
#     description: "aws_kms_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_replica_key
#     description: "aws_kms_replica_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_external_key
#     description: "aws_kms_external_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key_policy
#     description: "aws_kms_key_policy"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key", "aws_kms_key_policy"]
#   obligations: [OBL-DATA-7, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_33"]
#     trivy: []
#     kics: ["7ebc9038-0bde-479a-acc4-6ed7b6758899"]
#     cdk_nag: []
#     security_hub: ["KMS.5"]
#     regula: ["FG_R00252"]
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Principal = { AWS = "arn:aws:iam::ACCOUNT:root" }, or a condition on kms:CallerAccount.
#     construct: >-
#       DataKey grants to named roles and services only.
#   since: "0.1.0"
package bulwark.rules.kms_key_policy_not_public

import data.bulwark.lib.kms
import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some type in kms.with_policy
	some r in tf.resources(type)
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}
