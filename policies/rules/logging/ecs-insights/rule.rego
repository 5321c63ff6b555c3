# METADATA
# title: "Clusters are watched container by container"
# description: >-
#   Container Insights shows restarts, memory and network of each task, where a crash loop or a miner shows first.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html
#     description: "Container Insights"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12
#     description: "ECS.12"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster
#     description: "aws_ecs_cluster"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_ecs_cluster"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: ["CKV_AWS_65"]
#     trivy: ["AWS-0034"]
#     kics: ["97cb0688-369a-4d26-b1f7-86c4c91231bc"]
#     cdk_nag: ["AwsSolutions-ECS4"]
#     security_hub: ["ECS.12"]
#     regula: []
#   expected: >-
#     setting containerInsights is enabled or enhanced, of the cluster or as the default of the account.
#   fix:
#     terraform: >-
#       setting { name = "containerInsights", value = "enhanced" }
#   since: "0.1.0"
package bulwark.rules.ecs_insights

import data.bulwark.lib.judge
import data.bulwark.lib.parameters
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecs_cluster")
	some fact in judged(r, parameters.values(r, "setting", "containerInsights"), parameters.nameless(r, "setting"))
}

judged(r, [], []) := [result.absent(r, "setting.containerInsights")] if not by_default(r)

judged(r, [], []) := [] if by_default(r)

judged(r, [], open) := [result.unknown(r, "setting", open[0])] if count(open) > 0

judged(r, values, _) := judge.value_one_of(r, "setting.containerInsights", values[0], {"enabled", "enhanced"}, null) if count(values) > 0

# What clusters get that say nothing: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
by_default(r) if {
	some setting in tf.resources("aws_ecs_account_setting_default")
	tf.holds_for(setting, r)
	tf.step(setting.values, "name") == "containerInsights"
	tf.step(setting.values, "value") in {"enabled", "enhanced"}
}
