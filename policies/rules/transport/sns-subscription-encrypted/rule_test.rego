package bulwark.rules_test.sns_subscription_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sns_subscription_encrypted as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic_subscription.x", {"protocol": "https"})])
	fx.verdicts(findings) == set()
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic_subscription.x", {"protocol": "http"})])
	fx.verdicts(findings) == {["aws_sns_topic_subscription.x", "fail", "plain-http"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic_subscription.x", {"protocol": fx.expression})])
	fx.verdicts(findings) == {["aws_sns_topic_subscription.x", "unknown", "expression-unresolved"]}
}
