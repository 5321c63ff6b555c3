# METADATA
# title: "Clusters, brokers and replication instances have no public address"
# description: >-
#   A public address leaves a password and a security group between the internet and the data. Redshift takes one
#   unless told otherwise (the provider sends true when nothing is written); the others only when asked.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-1
#     description: "Redshift.1"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-1
#     description: "DMS.1"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-2
#     description: "Amazon MQ"
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html
#     description: "Public access to MSK"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshiftserverless_workgroup
#     description: "aws_redshiftserverless_workgroup"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_replication_instance
#     description: "aws_dms_replication_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/timestreaminfluxdb_db_instance
#     description: "aws_timestreaminfluxdb_db_instance"
#   - ref: https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_CreateGraph.html
#     description: "Public connectivity of Neptune Analytics"
# custom:
#   severity: high
#   domain: network
#   resource_types:
#     - "aws_redshift_cluster"
#     - "aws_redshiftserverless_workgroup"
#     - "aws_dms_replication_instance"
#     - "aws_mq_broker"
#     - "aws_neptune_cluster_instance"
#     - "aws_msk_cluster"
#     - "aws_timestreaminfluxdb_db_instance"
#     - "aws_neptunegraph_graph"
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_69", "CKV_AWS_87", "CKV_AWS_89", "CKV_AWS_102", "CKV_AWS_291"]
#     trivy: ["AWS-0072"]
#     kics:
#       - "af173fde-95ea-4584-b904-bb3923ac4bda"
#       - "4eb5f791-c861-4afd-9f94-f2a6a3fe49cb"
#       - "9ba198e0-fef4-464a-8a4d-75ea55300de7"
#       - "54378d69-dd7c-4b08-a43e-80d563396857"
#       - "030d3b18-1821-45b4-9e08-50efbe7becbb"
#     cdk_nag: ["AwsSolutions-RS8"]
#     security_hub: ["Redshift.1", "DMS.1", "MSK.4", "RedshiftServerless.3"]
#     regula: ["FG_R00270"]
#   expected: >-
#     publicly_accessible is not true (Redshift: is false), nor is public_connectivity of a graph, and
#     public_access.type of MSK is not SERVICE_PROVIDED_EIPS.
#   fix:
#     terraform: >-
#       publicly_accessible = false
#   since: "0.1.0"
package bulwark.rules.store_not_public

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_redshiftserverless_workgroup", "aws_dms_replication_instance", "aws_mq_broker", "aws_neptune_cluster_instance", "aws_timestreaminfluxdb_db_instance"]
	some r in tf.resources(type)
	some fact in judge.off(r, ["publicly_accessible"], "public-address")
}

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster#publicly_accessible-1
findings contains fact if {
	some r in tf.resources("aws_redshift_cluster")
	some fact in judge.one_of(r, ["publicly_accessible"], {false, "false"}, true)
}

findings contains fact if {
	some r in tf.resources("aws_msk_cluster")
	some fact in judge.one_of(r, ["broker_node_group_info", "connectivity_info", "public_access", "type"], {"DISABLED"}, "DISABLED")
}

findings contains fact if {
	some r in tf.resources("aws_neptunegraph_graph")
	some fact in judge.off(r, ["public_connectivity"], "public-address")
}
