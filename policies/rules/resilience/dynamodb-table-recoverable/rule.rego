# METADATA
# title: "Tables can be restored to any second"
# description: >-
#   Point-in-time recovery brings a table back to before a faulty release or an attack wrote to it. It is off by
#   default, in each region by itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
#     description: "Point-in-time recovery"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table
#     description: "aws_dynamodb_table"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table_replica
#     description: "aws_dynamodb_table_replica"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_dynamodb_table", "aws_dynamodb_table_replica"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_28"]
#     trivy: ["AWS-0024"]
#     kics: ["741f1291-47ac-4a85-a07b-3d32a9d6bd3e"]
#     cdk_nag: ["AwsSolutions-DDB3"]
#     security_hub: ["DynamoDB.2"]
#     regula: ["FG_R00106"]
#   expected: >-
#     point_in_time_recovery is enabled, in replica blocks too, and reaches back 7 days at least.
#   fix:
#     terraform: >-
#       point_in_time_recovery { enabled = true }
#     construct: >-
#       DeviceRegistry sets it.
#   since: "0.1.0"
package bulwark.rules.dynamodb_table_recoverable

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dynamodb_table")
	some fact in judge.enabled(r, ["point_in_time_recovery", "enabled"], false)
}

# 35 days unless fewer are written; a week, as is asked of other data bases.
# https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoverySpecification.html
findings contains fact if {
	some r in tf.resources("aws_dynamodb_table")
	tf.is_true(tf.dig(r.values, ["point_in_time_recovery", "enabled"]))
	not is_filled_in(tf.dig(r.values, ["point_in_time_recovery", "recovery_period_in_days"]))
	some fact in judge.at_least(r, ["point_in_time_recovery", "recovery_period_in_days"], 7, 35)
}

# In a dynamic block a plan shows what AWS fills in as an expression that refers to nothing.
is_filled_in(days) if {
	tf.is_unknown(days)
	count(tf.refs(days)) == 0
}

# A copy in another region takes nothing over from its table.
findings contains fact if {
	some r in tf.resources("aws_dynamodb_table_replica")
	some fact in judge.enabled(r, ["point_in_time_recovery"], false)
}

# Copies in other regions, written inside the table.
findings contains result.with_detail(fact, replica.name) if {
	some r in tf.resources("aws_dynamodb_table")
	some replica in tf.named_blocks(object.get(r.values, "replica", null), "region_name")
	some fact in judge.value_enabled(r, "replica.point_in_time_recovery", tf.step(replica.body, "point_in_time_recovery"), false)
}
