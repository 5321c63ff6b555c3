# METADATA
# title: Links
# description: Joins a resource with the resources that name it, in one pass over them.
package bulwark.lib.links

import data.bulwark.lib.result
import data.bulwark.lib.tf

# What is joined: type and the attribute in which it names the other.
attributes := object.union(to_buckets, {
	"aws_api_gateway_method_settings": "stage_name",
	"aws_sqs_queue_policy": "queue_url",
	"aws_sns_topic_policy": "arn",
	"aws_backup_vault_lock_configuration": "backup_vault_name",
	"aws_cloudwatch_log_delivery_source": "resource_arn",
	"aws_default_security_group": "vpc_id",
	"aws_ecr_lifecycle_policy": "repository",
	"aws_flow_log": "vpc_id",
	"aws_guardduty_detector_feature": "detector_id",
	"aws_iam_user_login_profile": "user",
	"aws_iot_policy_attachment": "target",
	"aws_lb_ssl_negotiation_policy": "load_balancer",
	"aws_load_balancer_listener_policy": "load_balancer_name",
	"aws_networkfirewall_logging_configuration": "firewall_arn",
	"aws_redshift_logging": "cluster_identifier",
	"aws_route53_hosted_zone_dnssec": "hosted_zone_id",
	"aws_route53_query_log": "zone_id",
	"aws_secretsmanager_secret_rotation": "secret_id",
	"aws_wafv2_web_acl_association": "resource_arn",
	"aws_wafv2_web_acl_logging_configuration": "resource_arn",
})

to_buckets := {type: "bucket" | some type in of_buckets}

# The settings of a bucket that the provider splits out since version 4.
of_buckets := [
	"aws_s3_bucket_server_side_encryption_configuration",
	"aws_s3_bucket_versioning",
	"aws_s3_bucket_public_access_block",
	"aws_s3_bucket_ownership_controls",
	"aws_s3_bucket_logging",
	"aws_s3_bucket_lifecycle_configuration",
	"aws_s3_bucket_object_lock_configuration",
	"aws_s3_bucket_policy",
	"aws_s3_bucket_acl",
	"aws_s3_bucket_website_configuration",
]

# A complete rule, since looking into a partial one evaluates it again for each key.
index := grouped

# Addresses, since a set of resources would hash each of them.
grouped[type][target] contains r.address if {
	some type, attribute in attributes
	some r in tf.resources(type)
	some target in tf.sole_targets(object.get(r.values, attribute, null))
}

# Those that name one of several, by each of them.
shared := in_doubt

in_doubt[type][target] contains r.address if {
	some type, attribute in attributes
	some r in tf.resources(type)
	value := object.get(r.values, attribute, null)
	count(tf.refs(value)) > 1
	some target in (tf.targets(value) - tf.sole_targets(value))
}

by_address := {type: {r.address: r | some r in tf.resources(type)} | some type, _ in attributes}

# Resources of a joined type that name this one. What they may call it is only asked where there are some.
to(_, type) := [] if not index[type]

to(r, type) := [by_address[type][address] | some address in addresses] if {
	by_name := index[type]
	addresses := {address |
		some name in tf.names(r)
		some address in by_name[name]
	}
}

# Resources of a joined type that may name this one: one of several with it, or something that is not known.
doubtful(r, own, type) := array.concat(strays(own, type), among_several(r, type))

among_several(r, type) := [by_address[type][address] | some address in one_of_several(r, type)]

one_of_several(r, type) := {address |
	some by_name in [object.get(shared, type, {}), without_key(r, type)]
	some name in {r.address, tf.base_address(r.address)}
	some address in by_name[name]
}

# A reference to all instances is to one of them, where there are too many to list.
without_key(r, type) := object.get(index, type, {}) if tf.base_address(r.address) != r.address

without_key(r, _) := {} if tf.base_address(r.address) == r.address

# Queues with their policy documents, inline and split-out: [{r, documents}]. A complete rule is held whole, however many rules ask.
queues := [{"r": r, "documents": documents} |
	some r in tf.resources("aws_sqs_queue")
	documents := array.concat([document | document := r.values.policy; not is_null(document)], [document |
		some companion in to(r, "aws_sqs_queue_policy")
		document := object.get(companion.values, "policy", null)
	])
]

# Facts about a resource of type `own` that needs a companion. When a companion names its target by an expression, it may be this one: nobody
# can know.
required(r, own, type, path) := missing(r, own, type, path, count(to(r, type)))

missing(_, _, _, _, companions) := [] if companions > 0

missing(r, own, type, path, 0) := [absent_or_unknown(r, path, doubtful(r, own, type))]

# The fact about a setting that no companion gives, save perhaps these.
absent_or_unknown(r, path, []) := result.absent(r, path)

absent_or_unknown(r, path, found) := object.union(
	result.unknown(r, path, {"$unknown": "reference"}),
	{"related": [companion.address | some companion in found]},
) if {
	count(found) > 0
}

# Companions whose target is an expression that does not lead to a resource of the type, and may yet turn out to be one.
strays(own, type) := [companion |
	some companion in tf.resources(type)
	target := object.get(companion.values, attributes[type], null)
	tf.is_unknown(target)
	not tf.refers_to_type(target, own)
	not leads_elsewhere(target, type)
]

leads_elsewhere(target, type) if {
	target["$unknown"] == "reference"
	some ref in target.refs
	kinds[type][tf.type_of(ref)]
}

# What companions that hang on things of several types may name itself: a reference to one of these is to nothing else.
# https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
# https://docs.aws.amazon.com/iot/latest/apireference/API_AttachPolicy.html
kinds := {
	"aws_iot_policy_attachment": {"aws_iot_certificate", "aws_iot_thing_group"},
	"aws_wafv2_web_acl_association": {
		"aws_alb", "aws_api_gateway_stage", "aws_apprunner_service", "aws_appsync_graphql_api", "aws_cognito_user_pool", "aws_lb",
		"aws_verifiedaccess_instance",
	},
}
