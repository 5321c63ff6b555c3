package bulwark.rules_test.domain_transfer_locked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.domain_transfer_locked as rule

test_on_route53domains_registered_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_registered_domain.x", {"transfer_lock": true})])
	fx.verdicts(findings) == set()
}

test_default_route53domains_registered_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_registered_domain.x", {})])
	fx.verdicts(findings) == set()
}

test_off_route53domains_registered_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_registered_domain.x", {"transfer_lock": false})])
	fx.verdicts(findings) == {["aws_route53domains_registered_domain.x", "fail", "disabled"]}
}

test_unresolved_route53domains_registered_domain_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_registered_domain.x", {"transfer_lock": fx.expression})])
	fx.verdicts(findings) == {["aws_route53domains_registered_domain.x", "unknown", "expression-unresolved"]}
}

test_off_route53domains_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_domain.x", {"transfer_lock": false})])
	fx.verdicts(findings) == {["aws_route53domains_domain.x", "fail", "disabled"]}
}

test_default_route53domains_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53domains_domain.x", {})])
	fx.verdicts(findings) == set()
}
