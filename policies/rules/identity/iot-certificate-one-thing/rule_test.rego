package bulwark.rules_test.iot_certificate_one_thing

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_certificate_one_thing as rule

attachment(name, principal) := fx.res(concat(".", ["aws_iot_thing_principal_attachment", name]), {"thing": name, "principal": principal})

test_one_certificate_each_passes if {
	findings := rule.findings with input as fx.stack([attachment("a", fx.ref("aws_iot_certificate.a")), attachment("b", fx.ref("aws_iot_certificate.b"))])
	fx.verdicts(findings) == set()
}

test_one_for_two_fails if {
	findings := rule.findings with input as fx.stack([attachment("a", fx.ref("aws_iot_certificate.c")), attachment("b", fx.ref("aws_iot_certificate.c")), attachment("d", "arn:other")])
	fx.verdicts(findings) == {["aws_iot_thing_principal_attachment.a", "fail", "certificate-shared"], ["aws_iot_thing_principal_attachment.b", "fail", "certificate-shared"]}
}

test_instances_that_cannot_be_told_apart_are_unknown if {
	certificates := [fx.res(`aws_iot_certificate.c["a"]`, {}), fx.res(`aws_iot_certificate.c["b"]`, {})]
	findings := rule.findings with input as fx.stack(array.concat(certificates, [attachment("a", fx.ref("aws_iot_certificate.c")), attachment("b", fx.ref("aws_iot_certificate.c"))]))
	{fact.verdict | some fact in findings} == {"unknown"}
	count(findings) == 2
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([attachment("a", fx.expression)])
	fx.verdicts(findings) == {["aws_iot_thing_principal_attachment.a", "unknown", "expression-unresolved"]}
}

same(thing, other) := fx.stack([
	fx.res("aws_iot_thing.lock", {"name": "lock-1"}),
	fx.res("aws_iot_thing_principal_attachment.a", {"thing": thing, "principal": fx.ref("aws_iot_certificate.c")}),
	fx.res("aws_iot_thing_principal_attachment.b", {"thing": other, "principal": fx.ref("aws_iot_certificate.c")}),
])

test_one_thing_twice_passes if {
	every pair in [["lock-1", "lock-1"], [fx.ref("aws_iot_thing.lock"), "lock-1"], [fx.ref("aws_iot_thing.lock"), fx.ref("aws_iot_thing.lock")]] {
		findings := rule.findings with input as same(pair[0], pair[1])
		fx.verdicts(findings) == set()
	}
}

test_a_thing_unresolved_is_unknown if {
	findings := rule.findings with input as same("lock-1", fx.expression)
	fx.verdicts(findings) == {["aws_iot_thing_principal_attachment.a", "unknown", "expression-unresolved"], ["aws_iot_thing_principal_attachment.b", "unknown", "expression-unresolved"]}
}

test_what_is_shared_is_named_in_words if {
	findings := rule.findings with input as same("lock-1", "lock-2")
	{fact.actual | some fact in findings} == {"aws_iot_certificate.c"}
}
