# METADATA
# title: "File transfers are logged"
# description: >-
#   Which partner signed in from where, and which file was taken or left, stands in this log only. A connector logs
#   through its role; a server through a role or to log groups of its own, and neither does by itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html
#     description: "Logs of servers and connectors"
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/log-server-manage.html
#     description: "The two ways in which a server logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html#transfer-3
#     description: "Transfer.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/transfer_connector
#     description: "aws_transfer_connector"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/transfer_server
#     description: "aws_transfer_server"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_transfer_connector", "aws_transfer_server"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Transfer.3"]
#     regula: []
#   expected: >-
#     logging_role is written; for a server, structured_log_destinations will do.
#   fix:
#     terraform: >-
#       logging_role = aws_iam_role.NAME.arn (server: structured_log_destinations = ["${aws_cloudwatch_log_group.NAME.arn}:*"])
#   since: "0.1.0"
package bulwark.rules.transfer_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_transfer_connector")
	some fact in judge.known_written(r, ["logging_role"])
}

findings contains fact if {
	some r in tf.resources("aws_transfer_server")
	not is_logged(r)
	some fact in of_server(r, hidden(r))
}

is_logged(r) if {
	some place in places(r)
	judge.is_something(place.value)
}

of_server(r, []) := [result.absent(r, "structured_log_destinations")]

of_server(_, facts) := facts if count(facts) > 0

hidden(r) := [result.unknown(r, place.path, place.value) |
	some place in places(r)
	judge.may_be_nothing(place.value)
]

# Of several destinations one is enough.
places(r) := [{"path": path, "value": value} |
	some path in ["logging_role", "structured_log_destinations"]
	some value in tf.list(tf.step(r.values, path))
]
