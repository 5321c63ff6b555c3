package bulwark.rules_test.s3_bucket_policy_foreign_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_policy_foreign_narrow as rule

verdicts(list) := {verdict | some verdict in fx.verdicts(findings); verdict[1] != "not-applicable"} if {
	findings := rule.findings with input as fx.stack(list)
}

allow(principal, action) := {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "arn:aws:s3:::b"}

with_policy(statement) := fx.res("aws_s3_bucket.b", {"bucket": "b", "policy": {"Statement": [statement]}})

give(principal) := with_policy(allow({"AWS": principal}, "s3:PutBucketPolicy"))

provider(name, values) := {"address": name, "type": "Provider/aws", "mode": "managed", "values": values}

ours := provider("provider.aws", {"allowed_account_ids": ["111122223333"]})

foreign := {["aws_s3_bucket.b", "fail", "foreign-account"]}

untold := {["aws_s3_bucket.b", "unknown", "account-elsewhere"]}

other := "arn:aws:iam::444455556666:root"

test_no_policy_passes if verdicts([fx.res("aws_s3_bucket.b", {"bucket": "b"}), ours]) == set()

test_another_account_that_may_change_it_fails if {
	every action in [
		"s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration",
		"S3:putbucketpolicy", "s3:Put*", "s3:PutBucket*", "s3:*Policy", "s3:*", "*", ["s3:GetObject", "s3:PutBucketPolic?"],
	] {
		verdicts([with_policy(allow({"AWS": other}, action)), ours]) == foreign
	}
}

test_another_account_that_may_not_passes if {
	every action in ["s3:GetObject", ["s3:GetObject", "s3:PutObject", "s3:PutObjectAcl"], "s3:PutObject*", "s3:Get*", "iam:*", []] {
		verdicts([with_policy(allow({"AWS": other}, action)), ours]) == set()
	}
}

test_all_but_what_is_named_fails if {
	statement := {"Effect": "Allow", "Principal": {"AWS": other}, "NotAction": ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], "Resource": "*"}
	verdicts([with_policy(statement), ours]) == foreign
	narrow := {"Effect": "Allow", "Principal": {"AWS": other}, "NotAction": ["s3:Put*", "s3:DeleteBucket*"], "Resource": "*"}
	verdicts([with_policy(narrow), ours]) == set()
}

test_a_denial_passes if verdicts([with_policy(object.union(allow({"AWS": other}, "s3:*"), {"Effect": "Deny"})), ours]) == set()

test_each_form_of_an_account_is_read if {
	every principal in ["444455556666", other, "arn:aws:iam::444455556666:role/x", ["arn:aws:iam::111122223333:root", other], fx.template("arn:aws:iam::444455556666:role/${var.name}", [])] {
		verdicts([give(principal), ours]) == foreign
	}
}

test_ones_own_account_passes if {
	every principal in [
		"111122223333", "arn:aws:iam::111122223333:role/x", fx.ref("aws_iam_role.r"), fx.ref("data.aws_iam_role.r"),
		fx.template("arn:aws:iam::${data.aws_caller_identity.me.account_id}:root", ["data.aws_caller_identity.me"]),
		"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
	] {
		verdicts([give(principal), ours]) == set()
	}
}

test_services_pass if verdicts([with_policy(allow({"Service": "config.amazonaws.com"}, "s3:*")), ours]) == set()

test_without_an_account_of_ones_own_it_is_unknown if {
	verdicts([give(other)]) == untold
	verdicts([give(other), provider("provider.aws", {})]) == untold
	verdicts([give(other), provider("provider.aws", {"allowed_account_ids": [fx.expression]})]) == untold
	verdicts([give("AROAEXAMPLEEXAMPLE"), ours]) == untold
	verdicts([with_policy(allow({"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}, "s3:*")), ours]) == untold
}

test_another_provider_may_be_for_the_other_account if {
	peer := provider("provider.aws.peer", {})
	verdicts([give(other), ours, peer]) == untold
	verdicts([give("111122223333"), ours, peer]) == set()
	verdicts([give(other), ours, provider("provider.aws.peer", {"allowed_account_ids": ["444455556666"]})]) == set()
}

me := fx.res("data.aws_caller_identity.me", {"account_id": "111122223333"})

test_the_account_that_calls_is_ones_own if {
	verdicts([give(other), me]) == foreign
	verdicts([give(other), me, provider("provider.aws", {})]) == foreign
	verdicts([give("111122223333"), me]) == set()
	verdicts([give(other), me, provider("provider.aws", {}), provider("provider.aws.peer", {})]) == untold
	verdicts([give(other), fx.res("data.aws_caller_identity.me", {"account_id": fx.expression})]) == untold
}

test_everyone_fails if {
	every principal in ["*", {"AWS": "*"}] {
		verdicts([with_policy(allow(principal, "s3:PutBucketAcl"))]) == foreign
	}
	verdicts([with_policy(allow("*", "s3:GetObject"))]) == set()
	verdicts([with_policy({"Effect": "Allow", "NotPrincipal": {"AWS": other}, "Action": "s3:*", "Resource": "*"})]) == foreign
}

held(key, value) := with_policy(object.union(allow("*", "s3:PutBucketAcl"), {"Condition": {"StringEquals": {key: value}}}))

test_everyone_of_ones_own_passes if {
	verdicts([held("aws:PrincipalAccount", "111122223333"), ours]) == set()
	verdicts([held("aws:PrincipalArn", fx.ref("aws_iam_role.r")), ours]) == set()
}

test_everyone_of_somebody_is_unknown if {
	verdicts([held("aws:PrincipalOrgID", "o-1"), ours]) == untold
	verdicts([held("aws:SourceVpce", fx.ref("aws_vpc_endpoint.e")), ours]) == untold
	verdicts([held("aws:PrincipalAccount", ["111122223333", "444455556666"]), ours]) == untold
}

test_a_condition_that_does_not_ask_holds_nobody if {
	condition := {"StringEquals": {"aws:PrincipalOrgID": "o-1"}, "StringEqualsIfExists": {"aws:PrincipalAccount": "111122223333"}}
	verdicts([with_policy(object.union(allow("*", "s3:PutBucketAcl"), {"Condition": condition})), ours]) == untold
}

test_whoever_nobody_knows_is_unknown if {
	unresolved := {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
	verdicts([give(fx.expression), ours]) == unresolved
	verdicts([give(fx.template("arn:aws:iam::${var.peer}:root", [])), ours]) == unresolved
	verdicts([with_policy(allow({"AWS": fx.expression}, "s3:GetObject")), ours]) == set()
	verdicts([give(fx.ref("data.aws_elb_service_account.lb")), ours]) == {["aws_s3_bucket.b", "unknown", "reference-unresolved"]}
	verdicts([give(fx.ref("aws_organizations_account.peer")), ours]) == {["aws_s3_bucket.b", "unknown", "reference-unresolved"]}
}

test_an_action_that_nobody_knows_is_unknown if {
	verdicts([with_policy(allow({"AWS": other}, fx.expression)), ours]) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
	verdicts([with_policy(allow({"AWS": "111122223333"}, fx.expression)), ours]) == set()
}

test_opaque_is_unknown if {
	verdicts([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": fx.ref("aws_s3_bucket.b"), "policy": fx.opaque})]) == {["aws_s3_bucket.b", "unknown", "opaque-document"]}
}

test_a_policy_of_a_bucket_elsewhere_is_judged_by_itself if {
	policy := fx.res("aws_s3_bucket_policy.p", {"bucket": "theirs", "policy": {"Statement": [allow({"AWS": other}, "s3:*")]}})
	verdicts([policy, ours]) == {["aws_s3_bucket_policy.p", "fail", "foreign-account"]}
}

test_the_policy_is_told_on_its_bucket if {
	list := [fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": fx.ref("aws_s3_bucket.b"), "policy": {"Statement": [allow({"AWS": other}, "s3:*")]}}), ours]
	findings := rule.findings with input as fx.stack(list)
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "foreign-account"], ["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

register(own) := {"address": "d.yaml#VendorRegister/v", "type": "Document/VendorRegister", "mode": "managed", "values": {"own": {"awsAccounts": own, "moduleSources": []}, "vendors": []}}

test_a_vendor_register_tells_which_accounts_are_ones_own if {
	verdicts([give(other), register(["444455556666"])]) == set()
	verdicts([give(other), ours, register(["444455556666"])]) == set()
	verdicts([give(other), register(["777788889999"])]) == {["aws_s3_bucket.b", "fail", "foreign-account"]}
	untold := object.remove(register([]), {"values"})
	verdicts([give(other), object.union(untold, {"values": {"vendors": []}})]) == {["aws_s3_bucket.b", "unknown", "account-elsewhere"]}
}
