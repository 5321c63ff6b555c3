package bulwark.rules_test.opensearch_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_policy_not_public as rule

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_narrowed_everyone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_opensearch_domain_policy.x", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": fx.opaque})])
	fx.verdicts(findings) == {["aws_opensearch_domain_policy.x", "unknown", "opaque-document"]}
}
