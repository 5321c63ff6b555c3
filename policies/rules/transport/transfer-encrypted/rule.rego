# METADATA
# title: "Files are not transferred over FTP"
# description: >-
#   FTP sends passwords and files in the clear. SFTP, FTPS and AS2 do not; SFTP is what stands there when nothing is
#   written.
# related_resources:
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html
#     description: "FTP servers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html#transfer-2
#     description: "Transfer.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/transfer_server
#     description: "aws_transfer_server"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_transfer_server"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_357"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Transfer.2"]
#     regula: []
#   expected: >-
#     protocols does not hold FTP.
#   fix:
#     terraform: >-
#       protocols = ["SFTP"]
#   since: "0.1.0"
package bulwark.rules.transfer_encrypted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "protocols", "FTP", "plaintext-protocol") if {
	some r in tf.resources("aws_transfer_server")
	"FTP" in tf.list(tf.step(r.values, "protocols"))
}

findings contains result.unknown(r, "protocols", protocol) if {
	some r in tf.resources("aws_transfer_server")
	protocols := tf.list(tf.step(r.values, "protocols"))
	not "FTP" in protocols
	some protocol in protocols
	tf.is_unknown(protocol)
}
