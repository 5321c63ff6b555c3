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
#     - aws_evidently_feature
#     - aws_evidently_launch
#     - aws_evidently_project
#     - aws_evidently_segment
#     - aws_glacier_vault
#     - aws_glacier_vault_lock
#     - aws_inspector_assessment_target
#     - aws_inspector_assessment_template
#     - aws_inspector_resource_group
#     - aws_kinesis_analytics_application
#     - aws_pinpoint_event_stream
#     - aws_qldb_ledger
#     - aws_qldb_stream
#     - aws_rds_cluster
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

findings contains result.fail(r, "engine_version", seen, "standard-support-ended") if {
	some r in data_bases
	version := tf.step(r.values, "engine_version")
	is_string(version)
	some entry in data.lifecycle.engines
	entry.engine == tf.step(r.values, "engine")
	is_major(version, entry.version)
	date.is_reached(entry.on)
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
