# METADATA
# title: "Migrations sign in to MongoDB"
# description: >-
#   A migration that signs in to nothing needs a data base that lets everybody read and write. The default is a user
#   and a password; auth_type no does without, in the settings of MongoDB or in the older text of extra attributes.
# related_resources:
#   - ref: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html
#     description: "MongoDB as a source"
#   - ref: https://docs.aws.amazon.com/dms/latest/APIReference/API_MongoDbSettings.html
#     description: "AuthType of MongoDB"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-11
#     description: "DMS.11"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_endpoint
#     description: "aws_dms_endpoint"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_dms_endpoint"]
#   obligations: [OBL-IAM-1, OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DMS.11"]
#     regula: []
#   expected: >-
#     mongodb_settings.auth_type is not no, and neither is authType in extra_connection_attributes.
#   fix:
#     terraform: >-
#       mongodb_settings { auth_type = "password" }
#   since: "0.1.0"
package bulwark.rules.dms_mongodb_authenticated

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_dms_endpoint")
	tf.step(r.values, "engine_name") == "mongodb"
	some fact in facts(r)
}

# Settings of MongoDB say nothing about another engine.
findings contains result.unknown(r, "engine_name", engine) if {
	some r in tf.resources("aws_dms_endpoint")
	engine := tf.step(r.values, "engine_name")
	tf.is_unknown(engine)
	count(facts(r)) > 0
}

facts(r) := array.concat(
	judge.one_of(r, ["mongodb_settings", "auth_type"], {"password", "PASSWORD"}, "password"),
	text_facts(r, tf.step(r.values, "extra_connection_attributes")),
)

# authType=NO;nestingLevel=ONE
text_facts(r, text) := [result.fail(r, "extra_connection_attributes", text, "not-allowed") |
	some part in split(lower(text), ";")
	trim_space(part) == "authtype=no"
] if {
	is_string(text)
}

text_facts(r, text) := [result.unknown(r, "extra_connection_attributes", text)] if tf.is_unknown(text)

text_facts(_, null) := []
