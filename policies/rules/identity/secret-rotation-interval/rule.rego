# METADATA
# title: "Secrets are replaced within 90 days"
# description: >-
#   The longer a secret lives the more copies of it exist. A schedule by cron is not judged here, since it may name any
#   rhythm.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
#     description: "Rotation"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-4
#     description: "SecretsManager.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret_rotation
#     description: "aws_secretsmanager_secret_rotation"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_secretsmanager_secret_rotation"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_304"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["SecretsManager.4"]
#     regula: []
#   expected: >-
#     automatically_after_days, or the days of rate(), are at most 90.
#   fix:
#     terraform: >-
#       rotation_rules { automatically_after_days = 30 }
#   since: "0.1.0"
package bulwark.rules.secret_rotation_interval

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_secretsmanager_secret_rotation")
	is_null(tf.dig(r.values, ["rotation_rules", "schedule_expression"]))
	some fact in judge.at_most(r, ["rotation_rules", "automatically_after_days"], ceiling_days, null)
}

findings contains fact if {
	some r in tf.resources("aws_secretsmanager_secret_rotation")
	some fact in of_schedule(r, tf.dig(r.values, ["rotation_rules", "schedule_expression"]))
}

of_schedule(r, value) := [] if {
	is_null(value)
} else := [result.unknown(r, "rotation_rules.schedule_expression", value)] if {
	tf.is_unknown(value)
} else := facts if {
	startswith(value, "rate(")
	facts := [result.fail(r, "rotation_rules.schedule_expression", value, "above-baseline") | days_of(value) > ceiling_days]
} else := [result.not_applicable(r, "by-schedule")]

# rate(10 days); in hours it may be 999 at most, which is less.
days_of(schedule) := to_number(days) if {
	[days, unit] := split(trim_suffix(trim_prefix(schedule, "rate("), ")"), " ")
	startswith(unit, "day")
}

findings contains result.unknown(r, "rotation_rules", r.values.rotation_rules) if {
	some r in tf.resources("aws_secretsmanager_secret_rotation")
	tf.is_unknown(r.values.rotation_rules)
}

# Days; the default parameter of SecretsManager.4.
ceiling_days := 90
