package bulwark.rules_test.guardduty_prompt

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.guardduty_prompt as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"finding_publishing_frequency": "FIFTEEN_MINUTES"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {})])
	fx.verdicts(findings) == {["aws_guardduty_detector.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"finding_publishing_frequency": "SIX_HOURS"})])
	fx.verdicts(findings) == {["aws_guardduty_detector.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"finding_publishing_frequency": fx.expression})])
	fx.verdicts(findings) == {["aws_guardduty_detector.x", "unknown", "expression-unresolved"]}
}
