# METADATA
# title: "Kafka speaks TLS to clients and between brokers"
# description: >-
#   MSK speaks TLS alone unless a cluster says otherwise: TLS_PLAINTEXT opens a second port without it, and
#   in_cluster = false leaves what brokers copy to each other in the clear. A connector speaks plaintext unless told
#   to speak TLS.
# related_resources:
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
#     description: "Encryption in MSK"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-1
#     description: "MSK.1"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-3
#     description: "MSK.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/mskconnect_connector
#     description: "aws_mskconnect_connector"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/msk_cluster
#     description: "aws_msk_cluster"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_msk_cluster", "aws_mskconnect_connector"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_81"]
#     trivy: ["AWS-0073"]
#     kics: ["6db52fa6-d4da-4608-908a-89f0c59e743e"]
#     cdk_nag: ["AwsSolutions-MSK2", "AwsSolutions-MSK3"]
#     security_hub: ["MSK.1", "MSK.3"]
#     regula: []
#   expected: >-
#     client_broker is TLS and in_cluster is not false; encryption_type of a connector is TLS.
#   fix:
#     terraform: >-
#       encryption_in_transit { client_broker = "TLS", in_cluster = true }
#   since: "0.1.0"
package bulwark.rules.msk_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_msk_cluster")
	some fact in judge.one_of(r, ["encryption_info", "encryption_in_transit", "client_broker"], {"TLS"}, "TLS")
}

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_msk_cluster")
	some fact in judge.enabled(r, ["encryption_info", "encryption_in_transit", "in_cluster"], true)
}

findings contains fact if {
	some r in tf.resources("aws_mskconnect_connector")
	some fact in judge.one_of(r, ["kafka_cluster_encryption_in_transit", "encryption_type"], {"TLS"}, "PLAINTEXT")
}
