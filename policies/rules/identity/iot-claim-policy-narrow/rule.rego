# METADATA
# title: "A claim certificate can do nothing but provision"
# description: >-
#   Claim certificates are shared by a batch of devices and sit in factory images, so they leak. A policy that starts
#   fleet provisioning must allow connecting, the certificate topics and the topics of one named provisioning
#   template, and nothing else.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html
#     description: "Provisioning by claim"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html
#     description: "Topics of the provisioning API"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iot_policy"]
#   obligations: [OBL-IAM-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A policy that allows certificate creation or provisioning topics allows nothing else than iot:Connect and those
#     topics, with the template named.
#   fix:
#     terraform: >-
#       Give the claim certificate a policy of its own: iot:Connect, and Publish/Receive/Subscribe on
#       $aws/certificates/create-from-csr/* and $aws/provisioning-templates/NAME/provision/*.
#     construct: >-
#       ClaimPolicy allows provisioning by one template and nothing else.
#   since: "0.1.0"
package bulwark.rules.iot_claim_policy_narrow

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if some fact in iot.unreadable

findings contains result.with_detail(result.fail(r, path, text, "beyond-provisioning"), concat(" ", [action, text])) if {
	some r in iot.claims
	some s in iam.allows(iot.document(r))
	some action in iam.actions(s.body)
	not iam.is_pattern(action)
	not lower(action) == "iot:connect"
	some resource in iam.resources(s.body)
	text := tf.text(resource)
	not iot.is_everything(text)
	not is_provisioning(lower(action), text)
	path := iam.path("policy", s, "Resource")
}

findings contains result.with_detail(result.fail(r, path, text, "any-template"), text) if {
	some r in iot.claims
	some s in iam.allows(iot.document(r))
	some resource in iam.resources(s.body)
	text := tf.text(resource)
	part := iot.parts(text)
	startswith(part.path, templates)
	name := split(trim_prefix(part.path, templates), "/")[0]
	iot.has_wildcard(name)
	path := iam.path("policy", s, "Resource")
}

findings contains result.not_applicable(r, "not-a-claim-policy") if {
	some r in iot.device_policies
	iam.is_readable(iot.document(r))
}

findings contains result.with_detail(result.unknown(r, path, value), path) if {
	some r in iot.claims
	some s in iam.allows(iot.document(r))
	some value in iam.hidden_actions(s.body)
	path := iam.path("policy", s, "Action")
}

templates := "$aws/provisioning-templates/"

is_provisioning(action, text) if {
	part := iot.parts(text)
	part.kind == kinds[action]
	some prefix in ["$aws/certificates/create", templates]
	startswith(part.path, prefix)
}

kinds := {"iot:publish": "topic", "iot:receive": "topic", "iot:subscribe": "topicfilter"}
