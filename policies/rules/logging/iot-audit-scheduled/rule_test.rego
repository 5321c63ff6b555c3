package bulwark.rules_test.iot_audit_scheduled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_audit_scheduled as rule

on(checks) := fx.cc("c", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": {check: {"Enabled": true} | some check in checks}})

run(names) := fx.cc("s", "AWS::IoT::ScheduledAudit", {"TargetCheckNames": names})

test_all_that_is_on_is_run if {
	findings := rule.findings with input as fx.stack([on(["LoggingDisabledCheck"]), run(["LOGGING_DISABLED_CHECK"])])
	fx.verdicts(findings) == set()
}

test_two_schedules_together_will_do if {
	findings := rule.findings with input as fx.stack([on(["LoggingDisabledCheck", "CaCertificateExpiringCheck"]), run(["LOGGING_DISABLED_CHECK"]), fx.cc("t", "AWS::IoT::ScheduledAudit", {"TargetCheckNames": ["CA_CERTIFICATE_EXPIRING_CHECK"]})])
	fx.verdicts(findings) == set()
}

test_no_schedule_fails if {
	findings := rule.findings with input as fx.stack([on(["LoggingDisabledCheck"])])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.c", "fail", "no-scheduled-audit"]}
}

test_a_check_nobody_runs_fails if {
	findings := rule.findings with input as fx.stack([on(["LoggingDisabledCheck", "CaCertificateExpiringCheck"]), run(["LOGGING_DISABLED_CHECK"])])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.c", "fail", "check-not-scheduled"]}
	fx.details(findings) == {["aws_cloudcontrolapi_resource.c", "CA_CERTIFICATE_EXPIRING_CHECK"]}
}

test_names_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([on(["LoggingDisabledCheck"]), run(fx.expression)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.c", "unknown", "expression-unresolved"]}
}

test_a_schedule_alone_is_unknown if {
	findings := rule.findings with input as fx.stack([run(["LOGGING_DISABLED_CHECK"])])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.s", "unknown", "audit-configuration-elsewhere"]}
}

test_an_opaque_configuration_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("c", "AWS::IoT::AccountAuditConfiguration", fx.opaque), run(["LOGGING_DISABLED_CHECK"])])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.c", "unknown", "opaque-document"]}
}
