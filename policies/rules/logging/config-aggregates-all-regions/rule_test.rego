package bulwark.rules_test.config_aggregates_all_regions

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.config_aggregates_all_regions as rule

test_all_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_aggregator.x", {"account_aggregation_source": [{"all_regions": true, "account_ids": ["1"]}]})])
	fx.verdicts(findings) == set()
}

test_named_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_aggregator.x", {"account_aggregation_source": [{"regions": ["eu-central-1"], "account_ids": ["1"]}]})])
	fx.verdicts(findings) == {["aws_config_configuration_aggregator.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_aggregator.x", {"account_aggregation_source": [{"all_regions": fx.expression, "account_ids": ["1"]}]})])
	fx.verdicts(findings) == {["aws_config_configuration_aggregator.x", "unknown", "expression-unresolved"]}
}
