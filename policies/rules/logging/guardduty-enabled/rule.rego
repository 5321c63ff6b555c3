# METADATA
# title: "GuardDuty watches the account"
# description: >-
#   GuardDuty reads the trail, flow logs and DNS queries and tells of stolen credentials, miners and data leaving.
#   A detector that is written but switched off is easily taken for one that works.
# related_resources:
#   - ref: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html
#     description: "GuardDuty"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1
#     description: "GuardDuty.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/guardduty_detector
#     description: "aws_guardduty_detector"
# custom:
#   severity: high
#   domain: logging
#   resource_types: ["aws_guardduty_detector", "aws_guardduty_organization_configuration"]
#   obligations: [OBL-INC-1, OBL-CONS-3]
#   equivalents:
#     checkov: ["CKV_AWS_238", "CKV2_AWS_3"]
#     trivy: []
#     kics: ["704dadd3-54fc-48ac-b6a0-02f170011473"]
#     cdk_nag: []
#     security_hub: ["GuardDuty.1"]
#     regula: []
#   expected: >-
#     enable is not false.
#   fix:
#     terraform: >-
#       enable = true
#   since: "0.1.0"
package bulwark.rules.guardduty_enabled

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_guardduty_detector")
	some fact in judge.enabled(r, ["enable"], true)
}

# Accounts that join are taken in; auto_enable is the older form of it.
findings contains fact if {
	some r in tf.resources("aws_guardduty_organization_configuration")
	older := object.get(r.values, "auto_enable", null)
	not tf.is_true(older)
	not tf.is_unknown(older)
	some fact in judge.one_of(r, ["auto_enable_organization_members"], {"ALL", "NEW"}, "NONE")
}

findings contains result.unknown(r, "auto_enable", older) if {
	some r in tf.resources("aws_guardduty_organization_configuration")
	older := object.get(r.values, "auto_enable", null)
	tf.is_unknown(older)
	count(judge.one_of(r, ["auto_enable_organization_members"], {"ALL", "NEW"}, "NONE")) > 0
}
