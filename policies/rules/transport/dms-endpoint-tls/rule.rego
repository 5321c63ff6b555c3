# METADATA
# title: "Migrations reach their data bases over TLS"
# description: >-
#   A migration reads every row once. Its default, none, sends them and the password in the clear, often out of the
#   data centre that the data base never left.
# related_resources:
#   - ref: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
#     description: "TLS for endpoints"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-9
#     description: "DMS.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_endpoint
#     description: "aws_dms_endpoint"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_dms_endpoint"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_49"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DMS.9"]
#   expected: >-
#     ssl_mode is require, verify-ca or verify-full.
#   fix:
#     terraform: >-
#       ssl_mode = "verify-full", certificate_arn = aws_dms_certificate.NAME.certificate_arn
#   since: "0.1.0"
package bulwark.rules.dms_endpoint_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dms_endpoint")
	not is_service(r)
	some fact in judge.one_of(r, ["ssl_mode"], {"require", "verify-ca", "verify-full"}, "none")
}

findings contains result.not_applicable(r, "service-of-aws") if {
	some r in tf.resources("aws_dms_endpoint")
	is_service(r)
}

# These are reached over the HTTPS of AWS and have no such setting.
is_service(r) if tf.step(r.values, "engine_name") in {"dynamodb", "elasticsearch", "kinesis", "opensearch", "s3"}
