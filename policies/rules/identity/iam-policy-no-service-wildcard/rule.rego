# METADATA
# title: "No policy grants a whole service on everything"
# description: >-
#   service:* on *, or on all of a kind (arn:aws:s3:::*, table/*), is administration of one service: s3:* reads and
#   deletes every bucket, iot:* disarms the whole fleet. Some of the policies that AWS manages are just that, and may
#   be attached as easily as a narrow one: AmazonS3FullAccess, AWSIoTFullAccess. Allow * on * is reported by
#   iam-policy-no-admin.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#     description: "Least privilege"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
#     description: "Policies that AWS manages"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
#     description: "aws_iam_role_policy_attachment"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy", "aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV2_AWS_40"]
#     trivy: ["AWS-0345"]
#     kics: []
#     cdk_nag: ["AwsSolutions-IAM5"]
#     security_hub: ["IAM.21"]
#     regula: ["FG_R00218", "FG_R00220"]
#   expected: >-
#     No Allow statement has SERVICE:* on Resource *, or on all resources of the service or of a kind,
#     and no attachment names a policy of AWS that has.
#   fix:
#     terraform: >-
#       List the actions, or bind the wildcard to resources of this product.
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_service_wildcard

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.managed
import data.bulwark.lib.result
import data.bulwark.lib.scope

findings contains result.with_detail(result.fail(d.r, path, action, "wildcard-action"), action) if {
	some {"d": d, "s": s} in grants.broad
	some action in actions.whole_services(s.body)
	path := iam.path(d.attribute, s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains result.with_detail(result.unknown(d.r, path, value), path) if {
	some {"d": d, "s": s, "action": value} in grants.vague
	count(actions.services_reached(s.body)) > 0
	path := iam.path(d.attribute, s, "Action")
}

findings contains result.with_detail(result.unknown(d.r, path, value), path) if {
	some {"d": d, "s": s, "resource": value} in grants.unclear
	some action in iam.actions(s.body)
	scope.is_whole_service(action)
	path := iam.path(d.attribute, s, "Resource")
}

findings contains fact if some fact in managed.facts(whole, "whole-service")

# Policies that AWS manages of which the current version (2026) allows all of a service on *; of the services that a backend has, builds with or is
# watched by. IAMFullAccess, PowerUserAccess and AWSCloudShellFullAccess have rules of their own.
# https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
whole := {
	"AmazonAPIGatewayAdministrator", "AmazonAthenaFullAccess", "AmazonBedrockFullAccess", "AmazonCognitoPowerUser", "AmazonDynamoDBFullAccess",
	"AmazonDynamoDBFullAccess_v2", "AmazonDynamoDBFullAccesswithDataPipeline", "AmazonEC2ContainerRegistryFullAccess", "AmazonEC2FullAccess",
	"AmazonECS_FullAccess", "AmazonElastiCacheFullAccess", "AmazonElasticContainerRegistryPublicFullAccess", "AmazonElasticMapReduceFullAccess",
	"AmazonESFullAccess", "AmazonEventBridgeFullAccess", "AmazonEventBridgePipesFullAccess", "AmazonEventBridgeSchedulerFullAccess",
	"AmazonFreeRTOSFullAccess", "AmazonGlacierFullAccess", "AmazonGuardDutyFullAccess_v2", "AmazonInspector2FullAccess",
	"AmazonInspector2FullAccess_v2", "AmazonKeyspacesFullAccess", "AmazonKinesisAnalyticsFullAccess", "AmazonKinesisFirehoseFullAccess",
	"AmazonKinesisFullAccess", "AmazonKinesisVideoStreamsFullAccess", "AmazonMacieFullAccess", "AmazonMemoryDBFullAccess", "AmazonMQFullAccess",
	"AmazonMSKFullAccess", "AmazonOpenSearchServiceFullAccess", "AmazonPrometheusFullAccess", "AmazonRDSFullAccess", "AmazonRedshiftFullAccess",
	"AmazonRoute53DomainsFullAccess", "AmazonRoute53FullAccess", "AmazonS3ExpressFullAccess", "AmazonS3FullAccess", "AmazonS3TablesFullAccess",
	"AmazonSageMakerFullAccess", "AmazonSESFullAccess", "AmazonSNSFullAccess", "AmazonSQSFullAccess", "AmazonSSMFullAccess",
	"AmazonTimestreamConsoleFullAccess", "AmazonTimestreamFullAccess", "AutoScalingConsoleFullAccess", "AutoScalingFullAccess",
	"AWSAppSyncAdministrator", "AWSBackupFullAccess", "AWSBatchFullAccess", "AWSCertificateManagerFullAccess",
	"AWSCertificateManagerPrivateCAFullAccess", "AWSCloudFormationFullAccess", "AWSCloudMapFullAccess", "AWSCloudTrail_FullAccess",
	"AWSCodeArtifactAdminAccess", "AWSCodeBuildAdminAccess", "AWSCodeCommitFullAccess", "AWSCodeDeployFullAccess", "AWSCodePipeline_FullAccess",
	"AWSDataSyncFullAccess", "AWSDirectoryServiceFullAccess", "AWSGlueConsoleFullAccess", "AWSGreengrassFullAccess", "AWSIoTAnalyticsFullAccess",
	"AWSIoTEventsFullAccess", "AWSIoTFullAccess", "AWSIoTManagedIntegrationsFullAccess", "AWSIoTSiteWiseConsoleFullAccess",
	"AWSIoTSiteWiseFullAccess", "AWSIoTWirelessFullAccess", "AWSLakeFormationDataAdmin", "AWSLambda_FullAccess", "AWSOrganizationsFullAccess",
	"AWSPrivateCAFullAccess", "AWSResourceAccessManagerFullAccess", "AWSSecurityHubFullAccess", "AWSStepFunctionsConsoleFullAccess",
	"AWSStepFunctionsFullAccess", "AWSTransferConsoleFullAccess", "AWSTransferFullAccess", "AWSXrayFullAccess", "CloudFrontFullAccess",
	"CloudWatchEventsFullAccess", "CloudWatchFullAccess", "CloudWatchFullAccessV2", "CloudWatchLogsFullAccess", "ElasticLoadBalancingFullAccess",
	"GlobalAcceleratorFullAccess", "NeptuneFullAccess", "SecretsManagerReadWrite",
}
