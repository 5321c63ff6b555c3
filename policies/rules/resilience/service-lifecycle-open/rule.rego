# METADATA
# title: "Nothing rests on a service or engine that AWS has ended"
# description: >-
#   A service that has ended cannot be deployed, and one closed to new customers only by accounts that used it before;
#   either way a replacement is due before the next incident and not after. A data base engine past standard support
#   gets security patches only as paid Extended Support. The dates stand in one table; a check judges them on its own
#   day. Lambda runtimes and the actions of topic rules have rules of their own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html
#     description: "AWS service lifecycle changes"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
#     description: "RDS Extended Support"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types:
#     - AWS::IoT::CustomMetric
#     - AWS::IoT::Dimension
#     - AWS::IoT::SecurityProfile
#     - AWS::IoTAnalytics::Channel
#     - AWS::IoTAnalytics::Dataset
#     - AWS::IoTAnalytics::Datastore
#     - AWS::IoTAnalytics::Pipeline
#     - AWS::IoTEvents::AlarmModel
#     - AWS::IoTEvents::DetectorModel
#     - AWS::IoTEvents::Input
#     - aws_apprunner_service
#     - aws_db_instance
#     - aws_kinesis_analytics_application
#     - aws_qldb_ledger
#     - aws_qldb_stream
#     - aws_rds_cluster
#     - aws_ssmcontacts_contact
#     - aws_ssmcontacts_contact_channel
#     - aws_ssmcontacts_plan
#     - aws_ssmcontacts_rotation
#     - aws_ssmincidents_replication_set
#     - aws_ssmincidents_response_plan
#     - aws_timestreamquery_scheduled_query
#     - aws_timestreamwrite_database
#     - aws_timestreamwrite_table
#   obligations: [OBL-CONS-3, OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     The service is open and the engine's major version is under standard support on the day of the check.
#   fix:
#     terraform: >-
#       Move to the replacement that the linked notice names; for a data base, raise engine_version to a supported major
#       version.
#   since: "0.1.0"
package bulwark.rules.service_lifecycle_open

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "", seen, "service-ended"), entry.id) if {
	some entry in data.lifecycle.services
	passed(entry)
	some type in entry.resourceTypes
	some r in tf.resources(type)
	seen := concat("", [entry.service, " (", entry.status, ", ", entry.on, ")"])
}

findings contains result.fail(r, "engine_version", seen, "standard-support-ended") if {
	some r in data_bases
	version := tf.step(r.values, "engine_version")
	is_string(version)
	some entry in data.lifecycle.engines
	entry.engine == tf.step(r.values, "engine")
	is_major(version, entry.version)
	passed(entry)
	seen := concat("", [entry.engine, " ", version, " (", entry.on, ")"])
}

findings contains result.unknown(r, "engine_version", version) if {
	some r in data_bases
	version := tf.step(r.values, "engine_version")
	tf.is_unknown(version)
	may_be_listed(tf.step(r.values, "engine"))
}

findings contains result.unknown(r, "engine", engine) if {
	some r in data_bases
	is_string(tf.step(r.values, "engine_version"))
	engine := tf.step(r.values, "engine")
	tf.is_unknown(engine)
}

data_bases := array.concat(tf.resources("aws_db_instance"), tf.resources("aws_rds_cluster"))

# Without a version AWS takes its default, which is one under standard support.
is_major(version, major) if version == major

is_major(version, major) if startswith(version, concat("", [major, "."]))

may_be_listed(engine) if tf.is_unknown(engine)

may_be_listed(engine) if {
	some entry in data.lifecycle.engines
	entry.engine == engine
}

# Without a day to judge by, every date has passed.
passed(entry) if entry.on <= object.get(input, "asOf", "9999-12-31")
