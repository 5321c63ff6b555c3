# METADATA
# title: "Secure parameters use a customer managed key"
# description: >-
#   Under alias/aws/ssm everybody in the account who may read the parameter may decrypt it. A key of your own is a
#   second lock with a trail.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
#     description: "How Parameter Store uses KMS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_parameter
#     description: "aws_ssm_parameter"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_ssm_parameter"]
#   obligations: [OBL-IAM-4, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_337"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     key_id names a customer managed key.
#   fix:
#     terraform: >-
#       key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.ssm_parameter_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ssm_parameter")
	r.values.type == "SecureString"
	some fact in kms.customer_key(r, "key_id", tf.step(r.values, "key_id"))
}

findings contains result.not_applicable(r, "not-encrypted") if {
	some r in tf.resources("aws_ssm_parameter")
	r.values.type != "SecureString"
	not tf.is_unknown(r.values.type)
}

findings contains result.unknown(r, "type", r.values.type) if {
	some r in tf.resources("aws_ssm_parameter")
	tf.is_unknown(r.values.type)
	count(kms.customer_key(r, "key_id", tf.step(r.values, "key_id"))) > 0
}
