package bulwark.rules_test.elb_listener_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.elb_listener_encrypted as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"lb_protocol": "HTTPS", "ssl_certificate_id": "arn:aws:acm:eu-central-1:111122223333:certificate/1"}]})])
	fx.verdicts(findings) == set()
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"lb_protocol": "http"}]})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "plain-http"]}
}

test_tcp_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"lb_protocol": "tcp"}]})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "plain-http"]}
}

test_no_certificate_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"lb_protocol": "ssl"}]})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"lb_protocol": fx.expression}]})])
	fx.verdicts(findings) == {["aws_elb.x", "unknown", "expression-unresolved"]}
}
