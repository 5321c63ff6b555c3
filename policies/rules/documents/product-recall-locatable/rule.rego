# METADATA
# title: "Devices of a batch can be found when they must be recalled"
# description: >-
#   A recall begins with a list of devices. The stack keeps a fleet index or a registry of devices that answers
#   which devices belong to a batch.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-indexing.html
#     description: "Fleet indexing"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-PEN-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The stack has a fleet index (thing_indexing_mode REGISTRY or REGISTRY_AND_SHADOW) or a table tagged
#     bulwark:data-class = identity.
#   fix:
#     terraform: >-
#       resource "aws_iot_indexing_configuration" with thing_indexing_configuration { thing_indexing_mode =
#       "REGISTRY" }
#   since: "0.1.0"
package bulwark.rules.product_recall_locatable

import data.bulwark.lib.doc
import data.bulwark.lib.tf

findings contains doc.fail(r, "models", null, "no-way-to-find-the-devices-of-a-batch", r.values.name) if {
	some r in doc.of_kind("Product")
	doc.has_stack
	not is_locatable
	not may_be_locatable
}

findings contains doc.unknown(r, "models", "the-stack-is-not-known-before-apply", r.values.name) if {
	some r in doc.of_kind("Product")
	doc.has_stack
	not is_locatable
	may_be_locatable
}

findings contains doc.unknown(r, "models", "no-stack-in-the-input", r.values.name) if {
	some r in doc.of_kind("Product")
	not doc.has_stack
}

# An index whose mode is not known may be one of the registry.
may_be_locatable if {
	some index in tf.resources("aws_iot_indexing_configuration")
	tf.is_unknown(tf.dig(index.values, ["thing_indexing_configuration", "thing_indexing_mode"]))
}

is_locatable if {
	some index in tf.resources("aws_iot_indexing_configuration")
	mode := tf.dig(index.values, ["thing_indexing_configuration", "thing_indexing_mode"])
	mode in {"REGISTRY", "REGISTRY_AND_SHADOW"}
}

is_locatable if {
	some table in tf.resources("aws_dynamodb_table")
	tf.tag(table, "bulwark:data-class") == "identity"
}
