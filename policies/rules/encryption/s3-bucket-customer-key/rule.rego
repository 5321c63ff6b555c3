# METADATA
# title: "Buckets are encrypted with a customer managed key"
# description: >-
#   Without a rule of its own a bucket is encrypted with SSE-S3: AWS holds the key, everyone with read permission on
#   the bucket reads, and the key can be neither audited nor withdrawn. A customer managed KMS key gives one class of
#   data one key with its own policy and trail. Buckets that take server access logs, or the logs of an
#   application or classic load balancer, are exempt, since those are delivered only to buckets without SSE-KMS.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
#     description: "SSE-KMS"
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html
#     description: "What S3 does by default"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_server_side_encryption_configuration
#     description: "aws_s3_bucket_server_side_encryption_configuration"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_145"]
#     trivy: ["AWS-0132"]
#     kics: []
#     cdk_nag: []
#     security_hub: ["S3.17"]
#     regula: []
#   expected: >-
#     Default encryption is aws:kms (or aws:kms:dsse) with a customer managed key.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_server_side_encryption_configuration with sse_algorithm = "aws:kms" and kms_master_key_id =
#       aws_kms_key.NAME.arn.
#     construct: >-
#       SecureBucket takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.missing(bucket, encryption_type, "server_side_encryption_configuration") if {
	some bucket in s3.buckets
	not takes_logs(bucket)
	count(s3.encryption(bucket)) == 0
}

findings contains s3.from(fact, setting.source) if {
	some bucket in s3.buckets
	not takes_logs(bucket)
	some setting in s3.encryption(bucket)
	fallback := tf.dig(setting.values, ["rule", "apply_server_side_encryption_by_default"])
	some fact in judged(bucket, fallback)
}

findings contains result.not_applicable(bucket, "access-log-bucket") if {
	some bucket in s3.buckets
	takes_logs(bucket)
}

takes_logs(bucket) if s3.is_log_target(bucket)

takes_logs(bucket) if of_balancers[bucket.address]

of_balancers := {bucket.address |
	count(delivered_to) > 0
	some bucket in s3.buckets
	count(tf.identifiers(bucket) & delivered_to) > 0
}

# Network load balancers can deliver under a KMS key, the others cannot.
# https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
# https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html
delivered_to := {target |
	some type in ["aws_lb", "aws_alb", "aws_elb"]
	some balancer in tf.resources(type)
	object.get(balancer.values, "load_balancer_type", null) in {null, "application"}
	some logs in ["access_logs", "connection_logs"]
	some target in tf.targets(tf.dig(balancer.values, [logs, "bucket"]))
}

encryption_type := "aws_s3_bucket_server_side_encryption_configuration"

path := "rule.apply_server_side_encryption_by_default"

judged(bucket, fallback) := [result.unknown(bucket, path, fallback)] if tf.is_unknown(fallback)

judged(bucket, null) := [result.absent(bucket, path)]

judged(bucket, fallback) := facts if {
	tf.is_known(fallback)
	algorithm := tf.step(fallback, "sse_algorithm")
	facts := judged_algorithm(bucket, algorithm, tf.step(fallback, "kms_master_key_id"))
}

judged_algorithm(bucket, algorithm, _) := [result.unknown(bucket, "sse_algorithm", algorithm)] if tf.is_unknown(algorithm)

judged_algorithm(bucket, algorithm, _) := [result.fail(bucket, "sse_algorithm", algorithm, "not-customer-key")] if {
	not tf.is_unknown(algorithm)
	not algorithm in {"aws:kms", "aws:kms:dsse"}
}

judged_algorithm(bucket, algorithm, key) := kms.customer_key(bucket, "kms_master_key_id", key) if algorithm in {"aws:kms", "aws:kms:dsse"}
