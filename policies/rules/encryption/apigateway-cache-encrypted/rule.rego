# METADATA
# title: "Cached answers are encrypted"
# description: >-
#   The cache of a stage holds whole answers for minutes; unless told so it holds them in the clear.
#   A stage with cache_cluster_enabled caches the answers to GET without any further setting, so it needs method settings
#   for all of its methods ("*/*") that encrypt, or switch caching off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
#     description: "Caching"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5
#     description: "APIGateway.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
#     description: "aws_api_gateway_method_settings"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
#     description: "aws_api_gateway_stage"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_api_gateway_method_settings", "aws_api_gateway_stage"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_308"]
#     trivy: ["AWS-0002"]
#     kics: ["b7c9a40c-23e4-4a2d-8d39-a3352f10f288"]
#     cdk_nag: []
#     security_hub: ["APIGateway.5"]
#     regula: []
#   expected: >-
#     settings.cache_data_encrypted is true where caching is on, and a stage with a cache has settings for all methods.
#   fix:
#     terraform: >-
#       method_path = "*/*" with settings { cache_data_encrypted = true }
#   since: "0.1.0"
package bulwark.rules.apigateway_cache_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.stages
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources(stages.settings_type)
	some fact in of_caching(r, cached(r, tf.dig(r.values, ["settings", "caching_enabled"])))
}

of_caching(r, false) := [result.not_applicable(r, "no-cache")]

of_caching(r, true) := plain(r)

# Whether something is cached is open: it matters where that would not be encrypted.
of_caching(r, [path, value]) := [result.unknown(r, path, value) | count(plain(r)) > 0]

plain(r) := judge.enabled(r, ["settings", "cache_data_encrypted"], false)

# Where the switch is not known what is encrypted passes either way.
cached(r, value) := reached(object.get(caches, r.address, set())) if {
	is_null(value)
} else := false if {
	tf.is_false(value)
} else := true

reached(found) if {
	found[true]
} else := [open | some open in found][0] if {
	count(found) > 0
} else := false

# A complete rule, since looking into a partial one evaluates it again for each key.
caches := of_stages

# Whether a stage has a cache, by the address of its settings: true, or what is not known of it. The cache of a stage takes the answers to GET.
of_stages[r.address] contains reach(cluster, path) if {
	some stage in tf.resources(stages.type)
	cluster := tf.step(stage.values, "cache_cluster_enabled")
	may_be_on(cluster)
	some r in stages.settings(stage)
	path := tf.step(r.values, "method_path")
	may_be_get(path)
}

reach(cluster, path) := ["cache_cluster_enabled", cluster] if {
	tf.is_unknown(cluster)
} else := ["method_path", path] if {
	tf.is_unknown(path)
} else := true

may_be_on(cluster) if tf.is_true(cluster)

may_be_on(cluster) if tf.is_unknown(cluster)

may_be_get(path) if {
	some end in ["/*", "/GET"]
	endswith(path, end)
}

may_be_get(path) if tf.is_unknown(path)

findings contains fact if {
	some stage in tf.resources(stages.type)
	some fact in of_stage(stage, tf.step(stage.values, "cache_cluster_enabled"))
}

of_stage(stage, value) := stages.all_methods_set(stage) if {
	tf.is_true(value)
} else := [result.unknown(stage, "cache_cluster_enabled", value) | count(stages.all_methods_set(stage)) > 0] if {
	tf.is_unknown(value)
} else := [result.not_applicable(stage, "no-cache")]
