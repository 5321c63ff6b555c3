package bulwark.rules_test.s3_bucket_acl_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_acl_not_public as rule

test_private_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_acl.a", {"acl": "private"})])
	fx.verdicts(findings) == set()
}

test_absent_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {})])
	fx.verdicts(findings) == set()
}

test_public_read_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_acl.a", {"acl": "public-read"})])
	fx.verdicts(findings) == {["aws_s3_bucket_acl.a", "fail", "public"]}
}

test_inline_public_write_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"acl": "public-read-write"})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "public"]}
}

test_every_account_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_object.o", {"acl": "authenticated-read"})])
	fx.verdicts(findings) == {["aws_s3_object.o", "fail", "public"]}
}

test_grant_to_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_acl.a", {"access_control_policy": [{"grant": [{"permission": "READ", "grantee": [{"type": "Group", "uri": "http://acs.amazonaws.com/groups/global/AllUsers"}]}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_acl.a", "fail", "public"]}
}

test_inline_grant_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"grant": [{"permissions": ["READ"], "type": "Group", "uri": "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "public"]}
}

test_grant_for_logs_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_acl.a", {"access_control_policy": [{"grant": [{"permission": "WRITE", "grantee": [{"type": "Group", "uri": "http://acs.amazonaws.com/groups/s3/LogDelivery"}]}]}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_acl.a", {"acl": fx.expression})])
	fx.verdicts(findings) == {["aws_s3_bucket_acl.a", "unknown", "expression-unresolved"]}
}
