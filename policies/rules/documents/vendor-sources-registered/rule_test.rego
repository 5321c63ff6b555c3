package bulwark.rules_test.vendor_sources_registered

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.lib.vendors
import data.bulwark.rules.vendor_sources_registered as rule

module(source) := {"address": "module.m", "type": "Module/call", "mode": "managed", "values": {"source": source}}

provider(source) := {"address": "provider", "type": "Provider/source", "mode": "managed", "values": {"source": source}}

register(sources) := fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/moduleSources", "value": sources}])

with_own(sources) := fx.changed(docs.vendors, [{"op": "add", "path": "/values/own", "value": {"awsAccounts": [], "moduleSources": sources}}])

with_status(status, sources) := fx.changed(register(sources), [{"op": "replace", "path": "/values/vendors/0/status", "value": status}])

verdicts(list) := fx.verdicts(findings) if findings := rule.findings with input as fx.dossier(list) with data.baseline as fx.baseline

missing := {["module.m", "fail", "not-in-the-vendor-register"]}

test_a_source_in_the_register_passes if {
	every pair in [
		["example/network/aws", "registry.terraform.io/example/network/aws"],
		["example/network/aws", "example"],
		["registry.opentofu.org/example/network/aws", "registry.terraform.io/example"],
		["app.terraform.io/example/network/aws", "app.terraform.io/example"],
		["git::https://github.com/example/network.git//vpc?ref=v1.2.0", "github.com/example/network"],
		["git::https://github.com/example/network.git//vpc?ref=v1.2.0", "https://github.com/example/"],
		["github.com/example/network", "github.com/example"],
		["git@github.com:example/network.git", "github.com/example/network"],
		["git::ssh://git@git.example.com/network.git?ref=v1", "git.example.com"],
		["git::ssh://git@git.example.com:2222/network.git?ref=v1", "git.example.com"],
		["s3::https://s3-eu-west-1.amazonaws.com/modules/network.zip", "s3-eu-west-1.amazonaws.com/modules"],
		["https://modules.example.com/network.zip?checksum=sha256:00", "modules.example.com"],
	] {
		[source, named] := pair
		verdicts([register([named]), module(source)]) == set()
	}
}

test_a_source_of_nobody_fails if {
	every pair in [
		["example/network/aws", "other/network/aws"],
		["example/network/aws", "exam"],
		["example/network/aws", ""],
		["example/network/aws", "/"],
		["app.terraform.io/example/network/aws", "example"],
		["git::https://github.com/example/network.git", "github.com/example/net"],
		["git::https://github.com.evil.example/example/network.git", "github.com"],
		["git::https://user@evil.example/github.com/example", "github.com"],
	] {
		[source, named] := pair
		verdicts([register([named]), module(source)]) == missing
	}
}

test_a_provider_is_asked_for_as_well if {
	verdicts([register(["registry.terraform.io/hashicorp/aws"]), provider("registry.terraform.io/hashicorp/aws")]) == set()
	verdicts([register(["registry.terraform.io/hashicorp/aws"]), provider("registry.terraform.io/hashicorp/awscc")]) == {["provider", "fail", "not-in-the-vendor-register"]}
}

test_what_comes_from_ones_own_hosts_passes if {
	verdicts([with_own(["git.example.com"]), module("git::https://git.example.com/network.git?ref=v1")]) == set()
	verdicts([with_own(["git.example.com"]), module("git::https://github.com/example/network.git")]) == missing
}

test_a_vendor_who_is_leaving_counts_and_one_who_left_does_not if {
	every status in ["active", "leaving"] {
		verdicts([with_status(status, ["example"]), module("example/network/aws")]) == set()
	}
	every status in ["candidate", "left"] {
		verdicts([with_status(status, ["example"]), module("example/network/aws")]) == {["module.m", "fail", "vendor-not-engaged"]}
	}
}

test_own_sources_pass_whatever_a_vendor_is if {
	both := fx.changed(with_status("left", ["example"]), [{"op": "add", "path": "/values/own", "value": {"awsAccounts": [], "moduleSources": ["example"]}}])
	verdicts([both, module("example/network/aws")]) == set()
}

test_a_source_that_is_filled_in_later_is_unknown if {
	verdicts([register(["example"]), module(fx.expression)]) == {["module.m", "unknown", "expression-unresolved"]}
}

test_without_a_register_nothing_is_judged if {
	verdicts([module("example/network/aws")]) == {["module.m", "not-applicable", "no-vendor-register-in-the-input"]}
}

test_a_register_of_two_files_is_one if {
	other := object.union(register(["example"]), {"address": "other.yaml#VendorRegister/b"})
	verdicts([register(["another"]), other, module("example/network/aws")]) == set()
}

test_places if {
	vendors.place_of("git::https://GitHub.com/Example/Network.git//a?ref=b") == "github.com/example/network"
	vendors.place_of("git::ssh://git@git.example.com:2222/network.git") == "git.example.com/network"
}
