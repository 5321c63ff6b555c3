# METADATA
# title: "Sessions on machines are encrypted with your own key"
# description: >-
#   Session Manager is a shell on a machine, under TLS. With kmsKeyId what goes between the two ends is encrypted
#   once more with a key that both need a right to use: a right that can be withdrawn and whose use is recorded.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
#     description: "KMS encryption of session data"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document
#     description: "aws_ssm_document"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_ssm_document"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_112"]
#     trivy: []
#     kics: ["ce60cc6b-6831-4bd7-84a2-cc7f8ee71433"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The session document has inputs.kmsKeyId, a key of your own.
#   fix:
#     terraform: >-
#       kmsKeyId = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.ssm_session_encrypted

import data.bulwark.lib.kms
import data.bulwark.lib.sessions

findings contains fact if {
	some {"r": r, "inputs": inputs} in sessions.readable
	some fact in kms.customer_key(r, "content.inputs.kmsKeyId", object.get(inputs, "kmsKeyId", null))
}

findings contains fact if some fact in sessions.others
