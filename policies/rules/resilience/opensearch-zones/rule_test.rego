package bulwark.rules_test.opensearch_zones

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_zones as rule

types := ["aws_opensearch_domain", "aws_elasticsearch_domain"]

judged(type, config) := {[fact.verdict, fact.path, fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res(concat("", [type, ".d"]), {"cluster_config": [config]})])
}

test_three_over_zones_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.d", {"cluster_config": [{"instance_count": 3, "zone_awareness_enabled": true}]})])
	fx.verdicts(findings) == set()
	every type in types {
		judged(type, {"instance_count": 4, "zone_awareness_enabled": "true"}) == set()
	}
}

test_default_fails_for_both if {
	every type in types {
		address := concat("", [type, ".d"])
		findings := rule.findings with input as fx.stack([fx.res(address, {})])
		fx.verdicts(findings) == {[address, "fail", "absent"]}
		fx.details(findings) == {[address, "cluster_config.instance_count"], [address, "cluster_config.zone_awareness_enabled"]}
	}
}

test_two_nodes_fail if judged("aws_elasticsearch_domain", {"instance_count": 2, "zone_awareness_enabled": true}) == {["fail", "cluster_config.instance_count", "below-baseline"]}

test_one_zone_fails if {
	every type in types {
		judged(type, {"instance_count": 3}) == {["fail", "cluster_config.zone_awareness_enabled", "absent"]}
		judged(type, {"instance_count": 3, "zone_awareness_enabled": false}) == {["fail", "cluster_config.zone_awareness_enabled", "disabled"]}
	}
}

test_standby_passes if {
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": true}) == set()
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": true, "zone_awareness_enabled": false}) == set()
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": true, "zone_awareness_enabled": fx.expression}) == set()
}

test_standby_with_too_few_nodes_fails if {
	judged("aws_opensearch_domain", {"multi_az_with_standby_enabled": true}) == {["fail", "cluster_config.instance_count", "absent"]}
}

test_no_standby_leaves_it_to_the_zones if {
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": false}) == {["fail", "cluster_config.zone_awareness_enabled", "absent"]}
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": false, "zone_awareness_enabled": true}) == set()
}

test_unresolved_standby_is_unknown if {
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": fx.expression}) == {["unknown", "cluster_config.multi_az_with_standby_enabled", "expression-unresolved"]}
	judged("aws_opensearch_domain", {"instance_count": 3, "multi_az_with_standby_enabled": fx.expression, "zone_awareness_enabled": true}) == set()
}

test_unresolved_is_unknown if {
	judged("aws_opensearch_domain", {"instance_count": fx.expression, "zone_awareness_enabled": true}) == {["unknown", "cluster_config.instance_count", "expression-unresolved"]}
	judged("aws_elasticsearch_domain", {"instance_count": 3, "zone_awareness_enabled": fx.expression}) == {["unknown", "cluster_config.zone_awareness_enabled", "expression-unresolved"]}
}
