package bulwark.rules_test.dms_mongodb_authenticated

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dms_mongodb_authenticated as rule

judged(values) := {[fact.verdict, fact.path, fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.e", object.union({"engine_name": "mongodb"}, values))])
}

test_password_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.e", {"engine_name": "mongodb", "mongodb_settings": [{"auth_type": "password"}]})])
	fx.verdicts(findings) == set()
	judged({"mongodb_settings": [{"auth_type": "PASSWORD"}]}) == set()
}

test_default_passes if {
	judged({}) == set()
	judged({"mongodb_settings": [{"auth_mechanism": "scram-sha-1"}]}) == set()
}

test_no_sign_in_fails if {
	every type in ["no", "NO"] {
		judged({"mongodb_settings": [{"auth_type": type}]}) == {["fail", "mongodb_settings.auth_type", "not-allowed"]}
	}
}

test_no_sign_in_by_the_older_text_fails if {
	every text in ["authType=NO", "nestingLevel=ONE; authType=no;docsToInvestigate=10"] {
		judged({"extra_connection_attributes": text}) == {["fail", "extra_connection_attributes", "not-allowed"]}
	}
}

test_other_text_passes if {
	every text in ["authType=PASSWORD", "nestingLevel=NONE", "authSource=no", ""] {
		judged({"extra_connection_attributes": text}) == set()
	}
}

test_unresolved_is_unknown if {
	judged({"mongodb_settings": [{"auth_type": fx.expression}]}) == {["unknown", "mongodb_settings.auth_type", "expression-unresolved"]}
	judged({"mongodb_settings": fx.expression}) == {["unknown", "mongodb_settings.auth_type", "expression-unresolved"]}
	judged({"extra_connection_attributes": fx.expression}) == {["unknown", "extra_connection_attributes", "expression-unresolved"]}
}

test_other_engine_is_no_finding if judged({"engine_name": "postgres", "mongodb_settings": [{"auth_type": "no"}]}) == set()

test_unresolved_engine_is_unknown_where_it_matters if {
	judged({"engine_name": fx.expression, "mongodb_settings": [{"auth_type": "no"}]}) == {["unknown", "engine_name", "expression-unresolved"]}
	judged({"engine_name": fx.expression, "mongodb_settings": [{"auth_type": "password"}]}) == set()
	judged({"engine_name": fx.expression}) == set()
}
