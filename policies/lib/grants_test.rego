package bulwark.lib_test.grants

import data.bulwark.lib.fixtures as fx
import data.bulwark.lib.grants

test_each_inline_policy_of_a_role_has_its_place if {
	policy := {"Statement": []}
	found := grants.inline_documents with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "a", "policy": policy}, {"name": "b", "policy": policy}]})])
	[d.attribute | some d in found] == ["inline_policy[0]", "inline_policy[1]"]
}
