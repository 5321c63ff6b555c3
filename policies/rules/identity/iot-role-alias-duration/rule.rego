# METADATA
# title: "AWS credentials of devices are short-lived"
# description: >-
#   A device trades its certificate for AWS credentials through a role alias. They stay valid after the certificate
#   is revoked, so their life is how long a stolen device goes on. AWS's default is an hour, the most it takes is
#   twelve.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateRoleAlias.html
#     description: "credentialDurationSeconds"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_role_alias
#     description: "aws_iot_role_alias"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iot_role_alias"]
#   obligations: [OBL-IAM-4, OBL-IAM-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     credential_duration is at most the baseline (3600 seconds).
#   fix:
#     terraform: >-
#       credential_duration = 3600
#     construct: >-
#       roleAliasSeconds of IotBackend; the default is the baseline.
#   since: "0.1.0"
package bulwark.rules.iot_role_alias_duration

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_role_alias")
	some fact in judge.at_most(r, ["credential_duration"], data.baseline.identity.roleAliasSeconds, 3600)
}
