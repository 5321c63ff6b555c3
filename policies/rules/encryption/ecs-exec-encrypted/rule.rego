# METADATA
# title: "Commands run in containers travel and are kept under your own key"
# description: >-
#   ECS Exec is a shell in a running container. Its session is under TLS; kms_key_id encrypts what goes between
#   the client and the container once more, with a key one can withdraw. The record in CloudWatch Logs or S3 is
#   encrypted only when the cluster says so. A cluster that writes no configuration for it is not judged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
#     description: "ECS Exec"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster
#     description: "aws_ecs_cluster"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_ecs_cluster"]
#   obligations: [OBL-DATA-6, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_224"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     execute_command_configuration has kms_key_id, and its log_configuration encrypts.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn, cloud_watch_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.ecs_exec_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecs_cluster")
	exec := tf.dig(r.values, ["configuration", "execute_command_configuration"])
	is_exec(exec)
	some fact in kms.customer_key(r, "configuration.execute_command_configuration.kms_key_id", tf.step(exec, "kms_key_id"))
}

findings contains result.with_detail(fact, switch) if {
	some r in tf.resources("aws_ecs_cluster")
	log := tf.dig(r.values, ["configuration", "execute_command_configuration", "log_configuration"])
	some target, switch in {"cloud_watch_log_group_name": "cloud_watch_encryption_enabled", "s3_bucket_name": "s3_bucket_encryption_enabled"}
	not tf.step(log, target) in {null, ""}
	some fact in judge.value_enabled(r, concat(".", [place, switch]), tf.step(log, switch), false)
}

findings contains result.unknown(r, "configuration", r.values.configuration) if {
	some r in tf.resources("aws_ecs_cluster")
	tf.is_unknown(tf.head(r.values.configuration))
}

place := "configuration.execute_command_configuration.log_configuration"

is_exec(exec) if {
	not is_null(exec)
	not tf.is_unknown(exec)
}
