package bulwark.rules_test.apigateway_cache_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_cache_encrypted as rule

test_encrypted_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true, "cache_data_encrypted": true}]})])
	fx.verdicts(findings) == set()
}

test_plain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_no_cache_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"logging_level": "INFO"}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "not-applicable", "no-cache"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true, "cache_data_encrypted": fx.expression}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "unknown", "expression-unresolved"]}
}

stage(cluster) := fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live", "cache_cluster_enabled": cluster})

for_methods(path, settings) := fx.res("aws_api_gateway_method_settings.x", {"stage_name": fx.ref("aws_api_gateway_stage.s"), "method_path": path, "settings": [settings]})

test_a_stage_with_a_cache_and_no_settings_fails if {
	findings := rule.findings with input as fx.stack([stage(true)])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "absent"]}
}

test_a_stage_without_a_cache_is_not_applicable if {
	findings := rule.findings with input as fx.stack([stage(false)])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "not-applicable", "no-cache"]}
}

test_settings_that_say_nothing_of_caching_leave_it_on if {
	findings := rule.findings with input as fx.stack([stage(true), for_methods("*/*", {"logging_level": "INFO"})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_a_stage_whose_settings_encrypt_or_switch_off_passes if {
	encrypted := rule.findings with input as fx.stack([stage(true), for_methods("*/*", {"cache_data_encrypted": true})])
	fx.verdicts(encrypted) == set()
	off := rule.findings with input as fx.stack([stage(true), for_methods("*/*", {"caching_enabled": false})])
	fx.verdicts(off) == {["aws_api_gateway_method_settings.x", "not-applicable", "no-cache"]}
}

test_settings_of_single_methods_leave_the_others if {
	findings := rule.findings with input as fx.stack([stage(true), for_methods("foo/POST", {"logging_level": "INFO"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "single-methods"], ["aws_api_gateway_method_settings.x", "not-applicable", "no-cache"]}
}

test_a_cache_that_nobody_knows_of_is_unknown if {
	alone := rule.findings with input as fx.stack([stage(fx.expression)])
	fx.verdicts(alone) == {["aws_api_gateway_stage.s", "unknown", "expression-unresolved"]}
	silent := rule.findings with input as fx.stack([stage(fx.expression), for_methods("*/*", {"logging_level": "INFO"})])
	fx.verdicts(silent) == {["aws_api_gateway_method_settings.x", "unknown", "expression-unresolved"]}
	encrypted := rule.findings with input as fx.stack([stage(fx.expression), for_methods("*/*", {"cache_data_encrypted": true})])
	fx.verdicts(encrypted) == set()
}

test_a_method_that_reads_is_cached if {
	findings := rule.findings with input as fx.stack([stage(true), for_methods("foo/GET", {"logging_level": "INFO"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "single-methods"], ["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_a_method_that_nobody_knows_may_read if {
	silent := rule.findings with input as fx.stack([stage(true), for_methods(fx.expression, {"logging_level": "INFO"})])
	{[fact.address, fact.verdict, fact.path] | some fact in silent} == {
		["aws_api_gateway_stage.s", "unknown", "method_settings"],
		["aws_api_gateway_method_settings.x", "unknown", "method_path"],
	}
	encrypted := rule.findings with input as fx.stack([stage(true), for_methods(fx.expression, {"cache_data_encrypted": true})])
	fx.verdicts(encrypted) == {["aws_api_gateway_stage.s", "unknown", "expression-unresolved"]}
}

test_settings_of_two_stages_go_by_the_one_that_is_known if {
	other := fx.res("aws_api_gateway_stage.o", {"rest_api_id": "api", "stage_name": "live", "cache_cluster_enabled": fx.expression})
	settings := fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "stage_name": "live", "method_path": "*/*", "settings": [{"logging_level": "INFO"}]})
	findings := rule.findings with input as fx.stack([stage(true), other, settings])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_settings_of_a_stage_without_a_cache_cache_nothing if {
	findings := rule.findings with input as fx.stack([stage(false), for_methods("*/*", {"logging_level": "INFO"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "not-applicable", "no-cache"], ["aws_api_gateway_method_settings.x", "not-applicable", "no-cache"]}
}
