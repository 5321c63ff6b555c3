# METADATA
# title: "Each mitigation action has a role of its own"
# description: >-
#   Moving a thing, deactivating a certificate and replacing a policy need different rights. One role for all of
#   them may do all of them, whichever action is started and by whomever.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-mitigation-actions.html
#     description: "Mitigation actions"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-mitigationaction.html
#     description: "AWS::IoT::MitigationAction"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["AWS::IoT::MitigationAction"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No other mitigation action of the stack names the same RoleArn.
#   fix:
#     terraform: >-
#       An aws_iam_role for each mitigation action, with the rights of that action.
#   since: "0.1.0"
package bulwark.rules.iot_mitigation_own_role

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_related(result.fail(r, "RoleArn", role, "role-shared"), others) if {
	some r in tf.resources("AWS::IoT::MitigationAction")
	not tf.is_unknown(r.values)
	role := tf.step(r.values, "RoleArn")
	some name in tf.targets(role)
	others := sort(users[name] - {r.address})
	count(others) > 0
}

findings contains result.unknown(r, "RoleArn", role) if {
	some r in tf.resources("AWS::IoT::MitigationAction")
	role := tf.step(r.values, "RoleArn")
	is_open(r, role)
}

is_open(r, _) if tf.is_unknown(r.values)

is_open(_, role) if {
	tf.is_unknown(role)
	count(tf.targets(role)) == 0
}

users[name] contains r.address if {
	some r in tf.resources("AWS::IoT::MitigationAction")
	not tf.is_unknown(r.values)
	some name in tf.targets(tf.step(r.values, "RoleArn"))
}
