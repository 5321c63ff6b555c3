# METADATA
# title: "The trail covers all regions and all management events"
# description: >-
#   An attacker works in the region nobody looks at. A trail of one region misses it. So do trails whose selectors leave
#   management events out, or take reads or writes only. A trail for data events may stand beside another, so all trails
#   of the input count together for this.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#     description: "Security best practices of CloudTrail"
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/multi-region-cloudtrail-enabled.html
#     description: "multi-region-cloudtrail-enabled, which asks for management events, reads and writes"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: high
#   domain: logging
#   resource_types: ["aws_cloudtrail"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_67"]
#     trivy: ["AWS-0014"]
#     kics: ["8173d5eb-96b5-4aa6-a71b-ecfa153c123d"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.1"]
#     regula: ["FG_R00237"]
#   expected: >-
#     is_multi_region_trail is true, and the trails together record management events, reads and writes.
#   fix:
#     terraform: >-
#       is_multi_region_trail = true. Add event_selector { include_management_events = true, read_write_type = "All" }, or
#       an advanced_event_selector with eventCategory Management.
#     construct: >-
#       AuditTrail sets it.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_multi_region

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.trails

findings contains fact if {
	some r in tf.resources("aws_cloudtrail")
	some fact in judge.enabled(r, ["is_multi_region_trail"], false)
}

findings contains result.fail(r, "", null, "no-management-events") if {
	missed
	count(trails.unclear) == 0
	some r in trails.all
}

findings contains object.union(result.unknown(r, "", {"$unknown": "expression"}), {"related": sort(trails.unclear)}) if {
	missed
	some r in trails.all
	trails.unclear[r.address]
}

missed if {
	some kind in trails.kinds
	not trails.management[kind]
}
