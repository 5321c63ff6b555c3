# METADATA
# title: "Each device model says how long it is supported"
# description: >-
#   The end of the support period has to be published and must never be shortened [CRA Art. 13(8), PSTI Schedule 1
#   para. 3]. Kept as the tag bulwark:support-until (YYYY-MM-DD) on the thing type, it is where operations, roll-outs
#   and end-of-support notices read it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-types.html
#     description: "Thing types"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_thing_type
#     description: "aws_iot_thing_type"
# custom:
#   severity: low
#   domain: process
#   resource_types: ["aws_iot_thing_type"]
#   obligations: [OBL-CONS-15]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The tag bulwark:support-until is a date of the form YYYY-MM-DD.
#   fix:
#     terraform: >-
#       tags = { "bulwark:support-until" = "2032-06-30" }
#     construct: >-
#       supportUntil of each DeviceModel.
#   since: "0.1.0"
package bulwark.rules.iot_thing_type_support_period

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, tag_path) if {
	some r in tf.resources("aws_iot_thing_type")
	not tf.tag(r, "bulwark:support-until")
	not tf.is_unknown(object.get(r.values, "tags", null))
}

findings contains result.fail(r, tag_path, value, "not-a-date") if {
	some r in tf.resources("aws_iot_thing_type")
	value := tf.tag(r, "bulwark:support-until")
	is_string(value)
	not regex.match(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, value)
}

findings contains result.unknown(r, tag_path, value) if {
	some r in tf.resources("aws_iot_thing_type")
	some value in [object.get(r.values, "tags", null), tf.tag(r, "bulwark:support-until")]
	tf.is_unknown(value)
}

findings contains result.unknown(r, tag_path, r.values.tags) if {
	some r in tf.resources("aws_iot_thing_type")
	tf.is_unknown(r.values.tags)
}

tag_path := "tags[bulwark:support-until]"
