# METADATA
# title: "Nothing rests on a service or engine that AWS has ended"
# description: >-
#   A service that has ended cannot be deployed, and one closed to new customers only by accounts that used it before;
#   either way a replacement is due before the next incident and not after. A data base, cache, search or broker engine
#   and a Kubernetes version past standard support get security patches only as paid Extended Support, or are raised by
#   AWS when it suits AWS; a version of Glue gets none, and in the end its Spark jobs do not start. The dates stand in
#   one table; a check judges them on its own day. Lambda runtimes and the actions of topic rules have rules of their own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html
#     description: "AWS service lifecycle changes"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
#     description: "RDS Extended Support"
#   - ref: https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html
#     description: "Support of Glue versions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html#glue-4
#     description: "Glue.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types:
#     - AWS::Greengrass::ConnectorDefinition
#     - AWS::Greengrass::ConnectorDefinitionVersion
#     - AWS::Greengrass::CoreDefinition
#     - AWS::Greengrass::CoreDefinitionVersion
#     - AWS::Greengrass::DeviceDefinition
#     - AWS::Greengrass::DeviceDefinitionVersion
#     - AWS::Greengrass::FunctionDefinition
#     - AWS::Greengrass::FunctionDefinitionVersion
#     - AWS::Greengrass::Group
#     - AWS::Greengrass::GroupVersion
#     - AWS::Greengrass::LoggerDefinition
#     - AWS::Greengrass::LoggerDefinitionVersion
#     - AWS::Greengrass::ResourceDefinition
#     - AWS::Greengrass::ResourceDefinitionVersion
#     - AWS::Greengrass::SubscriptionDefinition
#     - AWS::Greengrass::SubscriptionDefinitionVersion
#     - AWS::IoT1Click::Device
#     - AWS::IoT1Click::Placement
#     - AWS::IoT1Click::Project
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
#     - AWS::IoTFleetHub::Application
#     - AWS::IoTFleetWise::Campaign
#     - AWS::IoTFleetWise::DecoderManifest
#     - AWS::IoTFleetWise::Fleet
#     - AWS::IoTFleetWise::ModelManifest
#     - AWS::IoTFleetWise::SignalCatalog
#     - AWS::IoTFleetWise::StateTemplate
#     - AWS::IoTFleetWise::Vehicle
#     - AWS::IoTSiteWise::AccessPolicy
#     - AWS::IoTSiteWise::Dashboard
#     - AWS::IoTSiteWise::Portal
#     - AWS::IoTSiteWise::Project
#     - AWS::LookoutEquipment::InferenceScheduler
#     - AWS::Pinpoint::Campaign
#     - AWS::Pinpoint::Segment
#     - AWS::RoboMaker::Fleet
#     - AWS::RoboMaker::Robot
#     - AWS::RoboMaker::RobotApplication
#     - AWS::RoboMaker::RobotApplicationVersion
#     - AWS::RoboMaker::SimulationApplication
#     - AWS::RoboMaker::SimulationApplicationVersion
#     - aws_appmesh_gateway_route
#     - aws_appmesh_mesh
#     - aws_appmesh_route
#     - aws_appmesh_virtual_gateway
#     - aws_appmesh_virtual_node
#     - aws_appmesh_virtual_router
#     - aws_appmesh_virtual_service
#     - aws_apprunner_service
#     - aws_auditmanager_account_registration
#     - aws_auditmanager_assessment
#     - aws_auditmanager_assessment_delegation
#     - aws_auditmanager_assessment_report
#     - aws_auditmanager_control
#     - aws_auditmanager_framework
#     - aws_auditmanager_framework_share
#     - aws_auditmanager_organization_admin_account_registration
#     - aws_cloudtrail_event_data_store
#     - aws_db_instance
#     - aws_docdb_cluster
#     - aws_eks_cluster
#     - aws_eks_node_group
#     - aws_elasticache_cluster
#     - aws_elasticache_replication_group
#     - aws_elasticsearch_domain
#     - aws_evidently_feature
#     - aws_evidently_launch
#     - aws_evidently_project
#     - aws_evidently_segment
#     - aws_glacier_vault
#     - aws_glacier_vault_lock
#     - aws_glue_job
#     - aws_inspector_assessment_target
#     - aws_inspector_assessment_template
#     - aws_inspector_resource_group
#     - aws_kinesis_analytics_application
#     - aws_mq_broker
#     - aws_mq_configuration
#     - aws_msk_cluster
#     - aws_neptune_cluster
#     - aws_opensearch_domain
#     - aws_pinpoint_event_stream
#     - aws_qldb_ledger
#     - aws_qldb_stream
#     - aws_rds_cluster
#     - aws_rds_global_cluster
#     - aws_s3control_object_lambda_access_point
#     - aws_s3control_object_lambda_access_point_policy
#     - aws_ssmcontacts_contact
#     - aws_ssmcontacts_contact_channel
#     - aws_ssmcontacts_plan
#     - aws_ssmcontacts_rotation
#     - aws_ssmincidents_replication_set
#     - aws_ssmincidents_response_plan
#     - aws_timestreamquery_scheduled_query
#     - aws_timestreamwrite_database
#     - aws_timestreamwrite_table
#     - aws_waf_rule_group
#     - aws_waf_web_acl
#     - aws_wafregional_rule_group
#     - aws_wafregional_web_acl
#     - aws_wafregional_web_acl_association
#   obligations: [OBL-CONS-3, OBL-SDLC-6]
#   equivalents:
#     checkov: [CKV_AWS_208, CKV_AWS_339]
#     trivy: []
#     kics: [254c932d-e3bf-44b2-bc9d-eb5fdb09f8d4]
#     cdk_nag: []
#     security_hub: ["EKS.2", "EKS.9", "RDS.51", "Glue.4"]
#     regula: []
#   expected: >-
#     The service is open and the engine's version is under standard support on the day of the check.
#   fix:
#     terraform: >-
#       Move to the replacement that the linked notice names; for an engine, raise the version to one under standard
#       support.
#   since: "0.1.0"
package bulwark.rules.service_lifecycle_open

import data.bulwark.lib.date
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "", seen, "service-ended"), entry.id) if {
	some entry in data.lifecycle.services
	date.is_reached(entry.on)
	some type in entry.resourceTypes
	some r in tf.resources(type)
	seen := concat("", [entry.service, " (", entry.status, ", ", entry.on, ")"])
}

findings contains result.fail(r, attribute, seen, "standard-support-ended") if {
	some type, attribute in engine_types
	some r in tf.resources(type)
	version := version_of(type, r.values, attribute)
	is_string(version)
	release := engine_of(type, r.values, version)
	some entry in ended(release)
	seen := concat("", [release.engine, " ", release.version, " (", entry.on, ")"])
}

findings contains result.unknown(r, attribute, version) if {
	some type, attribute in engine_types
	some r in tf.resources(type)
	version := tf.step(r.values, attribute)
	tf.is_unknown(version)
	may_be_listed(type, r.values)
}

findings contains result.unknown(r, name, engine) if {
	some type, name in engine_names
	some r in tf.resources(type)
	is_string(tf.step(r.values, engine_types[type]))
	engine := tf.step(r.values, name)
	tf.is_unknown(engine)
}

# Versions of Glue are dated for Spark.
findings contains result.unknown(r, "command.name", command) if {
	some r in tf.resources("aws_glue_job")
	version := tf.step(r.values, "glue_version")
	is_string(version)
	count(ended({"engine": "glue", "version": version})) > 0
	command := glue_command(r.values)
	tf.is_unknown(command)
}

ended(release) := [entry |
	some entry in data.lifecycle.engines
	entry.engine == release.engine
	is_of(release.version, entry)
	date.is_reached(entry.on)
]

# Types that run an engine, with the attribute that has its version. Without one AWS takes its default, which is under standard support but for
# Elasticsearch; so does a cache cluster that belongs to a replication group. That of Glue was the first version and is a late one now:
# https://docs.aws.amazon.com/glue/latest/dg/release-notes.html
engine_types := {
	"aws_db_instance": "engine_version",
	"aws_docdb_cluster": "engine_version",
	"aws_eks_cluster": "version",
	"aws_eks_node_group": "version",
	"aws_elasticache_cluster": "engine_version",
	"aws_elasticache_replication_group": "engine_version",
	"aws_elasticsearch_domain": "elasticsearch_version",
	"aws_glue_job": "glue_version",
	"aws_mq_broker": "engine_version",
	"aws_mq_configuration": "engine_version",
	"aws_msk_cluster": "kafka_version",
	"aws_neptune_cluster": "engine_version",
	"aws_opensearch_domain": "engine_version",
	"aws_rds_cluster": "engine_version",
	"aws_rds_global_cluster": "engine_version",
}

version_of(type, values, attribute) := version if {
	version := tf.step(values, attribute)
	not is_null(version)
} else := taken_without_one[type]

# What the provider takes, which a plan shows and a configuration does not:
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain#elasticsearch_version
taken_without_one := {"aws_elasticsearch_domain": "1.5"}

# Of those that run one of several engines, the attribute that says which.
engine_names := {
	"aws_db_instance": "engine",
	"aws_elasticache_cluster": "engine",
	"aws_elasticache_replication_group": "engine",
	"aws_mq_broker": "engine_type",
	"aws_mq_configuration": "engine_type",
	"aws_rds_cluster": "engine",
	"aws_rds_global_cluster": "engine",
}

only_engines := {
	"aws_docdb_cluster": "docdb",
	"aws_eks_cluster": "eks",
	"aws_eks_node_group": "eks",
	"aws_elasticsearch_domain": "elasticsearch",
	"aws_msk_cluster": "kafka",
	"aws_neptune_cluster": "neptune",
}

engine_of(type, _, version) := {"engine": only_engines[type], "version": version}

engine_of(type, values, version) := {"engine": lower(engine), "version": version} if {
	engine := tf.step(values, engine_names[type])
	is_string(engine)
}

# A replication group without an engine is one of Redis.
engine_of("aws_elasticache_replication_group", values, version) := {"engine": "redis", "version": version} if is_null(tf.step(values, "engine"))

# OpenSearch_2.11 or Elasticsearch_7.10
engine_of("aws_opensearch_domain", _, version) := {"engine": lower(engine), "version": number} if [engine, number] := split(version, "_")

# Shells of Python and jobs of Ray go by versions of their own.
engine_of("aws_glue_job", values, version) := {"engine": "glue", "version": version} if glue_command(values) in spark

spark := {"glueetl", "gluestreaming"}

# A command without a name is one of Spark: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_job
glue_command(values) := command if {
	command := tf.dig(values, ["command", "name"])
	not is_null(command)
} else := "glueetl"

is_of(version, entry) if version == entry.version

is_of(version, entry) if startswith(version, concat("", [entry.version, "."]))

is_of(version, entry) if {
	entry.andOlder
	is_older(split(version, "."), split(entry.version, "."))
}

is_older(parts, line) if to_number(parts[0]) < to_number(line[0])

is_older(parts, line) if {
	parts[0] == line[0]
	to_number(parts[1]) < to_number(line[1])
}

may_be_listed(type, _) if only_engines[type]

may_be_listed("aws_opensearch_domain", _)

may_be_listed("aws_glue_job", values) if glue_command(values) in spark

may_be_listed("aws_glue_job", values) if tf.is_unknown(glue_command(values))

may_be_listed(type, values) if not is_string(tf.step(values, engine_names[type]))

may_be_listed(type, values) if {
	some entry in data.lifecycle.engines
	entry.engine == lower(tf.step(values, engine_names[type]))
}
