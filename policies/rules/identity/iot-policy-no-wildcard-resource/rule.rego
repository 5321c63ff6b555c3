# METADATA
# title: "Device policies never allow every resource"
# description: >-
#   Resource * (or an ARN whose resource part is a bare wildcard) lets one device act as any other: connect under its
#   name, read its topics, change its shadow. iot:AssumeRoleWithCertificate on rolealias/* gives it the credentials of
#   every role alias of the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
#     description: "Resources each action works on"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/audit-chk-iot-policy-permissive.html
#     description: "Device Defender audit: overly permissive policies"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
#     description: "Credentials through a role alias"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iot_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Every Allow statement names its resources by kind (client, topic, topicfilter, thing ...), and
#     iot:AssumeRoleWithCertificate names its role alias.
#   fix:
#     terraform: >-
#       Replace * by the ARN of the device's own client, topics and thing, written with
#       ${iot:Connection.Thing.ThingName}.
#     construct: >-
#       DevicePolicy names each resource by the thing.
#   since: "0.1.0"
package bulwark.rules.iot_policy_no_wildcard_resource

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if some fact in iot.unreadable

findings contains result.with_detail(result.fail(r, path, text, "wildcard-resource"), text) if {
	some r in iot.policies
	some s in iam.allows(iot.document(r))
	some resource in iam.resources(s.body)
	text := tf.text(resource)
	iot.is_everything(text)
	path := iam.path("policy", s, "Resource")
}

# With its certificate a device gets the credentials of every role alias it may name.
findings contains result.with_detail(result.fail(r, path, grant.text, "any-role-alias"), grant.text) if {
	some r in iot.policies
	some grant in iot.grants(r, "iot:AssumeRoleWithCertificate", "rolealias")
	iam.is_pattern(grant.path)
	path := iam.path("policy", grant.statement, "Resource")
}

findings contains result.unknown(r, path, resource) if {
	some r in iot.policies
	some s in iam.allows(iot.document(r))
	some resource in iam.resources(s.body)
	tf.is_unknown(resource)
	not tf.has_text(resource)
	path := iam.path("policy", s, "Resource")
}
