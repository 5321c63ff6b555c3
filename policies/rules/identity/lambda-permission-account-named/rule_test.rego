package bulwark.rules_test.lambda_permission_account_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_permission_account_named as rule

permission(values) := fx.stack([fx.res("aws_lambda_permission.p", values)])

test_account_passes if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::firmware", "source_account": "123456789012"})
	findings == set()
}

test_account_of_a_data_source_passes if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com", "source_arn": fx.ref("aws_s3_bucket.b"), "source_account": fx.ref("data.aws_caller_identity.me")})
	findings == set()
}

test_bucket_alone_fails if {
	every principal in ["s3.amazonaws.com", "s3.amazonaws.com.cn"] {
		every arn in ["arn:aws:s3:::firmware", "arn:aws-cn:s3:::firmware", fx.ref("aws_s3_bucket.b")] {
			findings := rule.findings with input as permission({"principal": principal, "source_arn": arn})
			fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "account-not-named"]}
		}
	}
}

test_empty_account_fails if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::firmware", "source_account": ""})
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "account-not-named"]}
}

test_access_point_passes if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:eu-central-1:123456789012:accesspoint/uploads"})
	findings == set()
}

test_without_any_source_is_told_elsewhere if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com"})
	findings == set()
}

test_other_caller_does_not_apply if {
	every principal in ["sns.amazonaws.com", "123456789012"] {
		findings := rule.findings with input as permission({"principal": principal, "source_arn": "arn:aws:sns:eu-central-1:123456789012:t"})
		fx.verdicts(findings) == {["aws_lambda_permission.p", "not-applicable", "no-bucket-calls"]}
	}
}

test_unresolved_account_is_unknown if {
	findings := rule.findings with input as permission({"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::firmware", "source_account": fx.expression})
	fx.verdicts(findings) == {["aws_lambda_permission.p", "unknown", "expression-unresolved"]}
}

test_unresolved_principal_is_unknown_for_a_bucket if {
	every arn in ["arn:aws:s3:::firmware", fx.ref("aws_s3_bucket.b")] {
		findings := rule.findings with input as permission({"principal": fx.expression, "source_arn": arn})
		fx.verdicts(findings) == {["aws_lambda_permission.p", "unknown", "expression-unresolved"]}
	}
}

test_unresolved_principal_passes_otherwise if {
	every values in [
		{"principal": fx.expression, "source_arn": "arn:aws:sns:eu-central-1:123456789012:t"},
		{"principal": fx.expression, "source_arn": "arn:aws:s3:::firmware", "source_account": "123456789012"},
	] {
		findings := rule.findings with input as permission(values)
		findings == set()
	}
}
