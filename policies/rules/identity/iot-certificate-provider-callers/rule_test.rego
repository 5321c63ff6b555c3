package bulwark.rules_test.iot_certificate_provider_callers

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_certificate_provider_callers as rule

provider(function) := fx.cc("r", "AWS::IoT::CertificateProvider", {"LambdaFunctionArn": function})

arn := "arn:aws:lambda:eu-central-1:123456789012:function:issue-certificates"

issuer := fx.res("aws_lambda_function.f", {"function_name": "issue-certificates"})

permission(principal, function) := fx.res("aws_lambda_permission.p", {"function_name": function, "principal": principal})

test_aws_iot_alone_passes if {
	every function in [arn, concat("", [arn, ":live"]), fx.ref("aws_lambda_function.f")] {
		findings := rule.findings with input as fx.stack([provider(function), issuer, permission("iot.amazonaws.com", fx.ref("aws_lambda_function.f"))])
		fx.verdicts(findings) == set()
	}
}

test_somebody_else_fails if {
	findings := rule.findings with input as fx.stack([provider(arn), permission("123456789013", arn)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "other-caller"]}
}

test_nobody_fails if {
	findings := rule.findings with input as fx.stack([provider(arn), issuer])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-callable"]}
}

test_a_function_elsewhere_is_unknown if {
	findings := rule.findings with input as fx.stack([provider(arn), permission("iot.amazonaws.com", "another")])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "function-elsewhere"]}
}

test_an_unresolved_caller_is_unknown if {
	findings := rule.findings with input as fx.stack([provider(arn), permission(fx.expression, arn)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::CertificateProvider", fx.opaque)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
