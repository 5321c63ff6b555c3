# METADATA
# title: Stages of REST interfaces
# description: Joins a stage with the method settings that hold for it, by reference or by its literal name within one interface.
package bulwark.lib.stages

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

type := "aws_api_gateway_stage"

settings_type := "aws_api_gateway_method_settings"

settings(stage) := array.concat(links.to(stage, settings_type), by_name(stage))

by_name(stage) := [found |
	some found in tf.resources(settings_type)
	is_string(found.values.stage_name)
	found.values.stage_name == stage.values.stage_name
	count(tf.targets(found.values.rest_api_id) & tf.targets(stage.values.rest_api_id)) > 0
]

# Facts about a stage that needs settings for all of its methods. Those of single methods leave the others as they are.
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
all_methods_set(stage) := set_for(stage, settings(stage))

set_for(stage, []) := links.required(stage, type, settings_type, "method_settings")

set_for(stage, found) := found_for(stage, found) if count(found) > 0

found_for(stage, found) := [] if {
	some one in found
	one.values.method_path == "*/*"
} else := [object.union(result.unknown(stage, "method_settings", {"$unknown": "expression"}), {"related": open})] if {
	open := array.concat(
		[one.address | some one in found; tf.is_unknown(one.values.method_path)],
		[one.address | some one in links.strays(type, settings_type)],
	)
	count(open) > 0
} else := [result.fail(stage, "method_settings", [one.values.method_path | some one in found], "single-methods")]
