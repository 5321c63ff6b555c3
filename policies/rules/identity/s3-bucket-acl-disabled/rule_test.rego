package bulwark.rules_test.s3_bucket_acl_disabled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_acl_disabled as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_enforced_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("ownership_controls", {"rule": [{"object_ownership": "BucketOwnerEnforced"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_ownership_controls.c", "not-applicable", "judged-on-its-bucket"]}
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_object_writer_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("ownership_controls", {"rule": [{"object_ownership": "ObjectWriter"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "not-allowed"], ["aws_s3_bucket_ownership_controls.c", "not-applicable", "judged-on-its-bucket"]}
}

test_acl_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("acl", {"acl": "public-read"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "acl-in-use"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("ownership_controls", {"rule": [{"object_ownership": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_ownership_controls.c", "not-applicable", "judged-on-its-bucket"]}
}

test_controls_of_nobody_knows_which_bucket_are_unknown if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket_ownership_controls.c", {"bucket": fx.expression, "rule": [{"object_ownership": "ObjectWriter"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_ownership_controls.c", "fail", "not-allowed"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_ownership_controls.e", {"bucket": "elsewhere", "rule": [{"object_ownership": "ObjectWriter"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_ownership_controls.e", "fail", "not-allowed"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_ownership_controls.e", {"bucket": "elsewhere", "rule": [{"object_ownership": "BucketOwnerEnforced"}]})])
	fx.verdicts(findings) == set()
}

test_a_list_inside_the_bucket_fails if {
	owner := {"type": "CanonicalUser", "permissions": ["FULL_CONTROL"], "id": "75aa57f0", "uri": ""}
	every values in [
		{"acl": "public-read"},
		{"grant": [{"type": "Group", "permissions": ["READ"]}]},
		{"grant": [owner, {"type": "CanonicalUser", "permissions": ["FULL_CONTROL"], "id": "0f75aa57"}]},
		{"grant": [{"type": "CanonicalUser", "permissions": ["READ"], "id": "0f75aa57"}]},
		{"grant": [{"type": "Group", "permissions": ["FULL_CONTROL"], "uri": "http://acs.amazonaws.com/groups/global/AllUsers"}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", values)])
		fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "acl-in-use"]}
	}
}

test_no_list_inside_the_bucket_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"acl": null, "grant": []})])
	fx.verdicts(findings) == set()
}

test_an_unresolved_list_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"acl": fx.expression})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

test_the_owners_entry_of_a_bucket_that_is_there_passes if {
	every values in [{"acl": "private"}, {"grant": [{"type": "CanonicalUser", "permissions": ["FULL_CONTROL"], "id": "75aa57f0", "uri": ""}]}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", values)])
		fx.verdicts(findings) == set()
	}
}

test_a_list_beside_ownership_controls_is_judged_by_them if {
	every acl in ["public-read", fx.expression] {
		findings := rule.findings with input as fx.stack([
			fx.res("aws_s3_bucket.b", {"acl": acl}),
			fx.res("aws_s3_bucket_ownership_controls.o", {"bucket": fx.ref("aws_s3_bucket.b"), "rule": [{"object_ownership": "BucketOwnerEnforced"}]}),
		])
		fx.verdicts(findings) == {["aws_s3_bucket_ownership_controls.o", "not-applicable", "judged-on-its-bucket"]}
	}
}
