# METADATA
# title: "Migrations log what they read and write"
# description: >-
#   The log of a migration is the only trace of rows that did not arrive. It is off unless its settings switch it on, and
#   says too little where reading or writing is logged at less than the default level. What the settings do not list is
#   logged at that level.
# related_resources:
#   - ref: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html
#     description: "Logging settings of a task"
#   - ref: https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationTask.html
#     description: "Settings of a task made without any"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-7
#     description: "DMS.7"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-8
#     description: "DMS.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_replication_task
#     description: "aws_dms_replication_task"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_replication_config
#     description: "aws_dms_replication_config"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_dms_replication_task", "aws_dms_replication_config"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DMS.7", "DMS.8"]
#     regula: []
#   expected: >-
#     Logging.EnableLogging is true, and Severity of SOURCE_CAPTURE, SOURCE_UNLOAD, TARGET_APPLY and TARGET_LOAD is
#     LOGGER_SEVERITY_DEFAULT, LOGGER_SEVERITY_DEBUG or LOGGER_SEVERITY_DETAILED_DEBUG where it is written.
#   fix:
#     terraform: >-
#       replication_task_settings = jsonencode({ Logging = { EnableLogging = true } })
#   since: "0.1.0"
package bulwark.rules.dms_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, attribute in settings
	some r in tf.resources(type)
	path := concat(".", [attribute, "Logging", "EnableLogging"])
	some fact in judge.value_enabled(r, path, tf.dig(r.values, [attribute, "Logging", "EnableLogging"]), false)
}

# Beside a log that is off, or may be, how much it says is no matter.
findings contains result.by_path(fact) if {
	some type, attribute in settings
	some r in tf.resources(type)
	tf.is_true(tf.dig(r.values, [attribute, "Logging", "EnableLogging"]))
	some component in tf.list(tf.dig(r.values, [attribute, "Logging", "LogComponents"]))
	some fact in level_facts(r, concat(".", [attribute, "Logging", "LogComponents"]), component, tf.step(component, "Id"))
}

settings := {"aws_dms_replication_task": "replication_task_settings", "aws_dms_replication_config": "replication_settings"}

level_facts(r, path, component, id) := judge.value_one_of(r, concat(".", [path, id]), tf.step(component, "Severity"), levels, default_level) if {
	components[id]
}

# It may be one of the four.
level_facts(r, path, component, id) := [result.unknown(r, path, id) | count(facts) > 0] if {
	tf.is_unknown(id)
	facts := judge.value_one_of(r, path, tf.step(component, "Severity"), levels, default_level)
}

default_level := "LOGGER_SEVERITY_DEFAULT"

components := {"SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"}

# ERROR, WARNING and INFO say less than DEFAULT, in that order.
# https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html
levels := {default_level, "LOGGER_SEVERITY_DEBUG", "LOGGER_SEVERITY_DETAILED_DEBUG"}
