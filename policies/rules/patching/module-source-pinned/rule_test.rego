package bulwark.rules_test.module_source_pinned

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.module_source_pinned as rule

judged(values) := findings if {
	findings := rule.findings with input as fx.stack([{"address": "module.m", "type": "Module/call", "mode": "managed", "values": values}]) with data.baseline as fx.baseline
}

commit := "6b1b94d0c9e64ad1b8f1f4f2b1f3a1c5d7e9a0b2"

test_a_commit_or_a_version_passes if {
	every source in [
		concat("", ["git::https://example.com/network.git?ref=", commit]),
		"git::ssh://git@example.com/network.git//vpc?depth=1&ref=v1.4.0",
		"github.com/example/network//vpc?ref=network-2.0.1",
		"git@github.com:example/network.git?ref=1.2",
		"hg::https://example.com/network.hg?rev=2.1",
		"https://example.com/network.zip?checksum=sha256:aa",
		"s3::https://s3.eu-central-1.amazonaws.com/modules/network.zip?version=3sL4kq",
	] {
		fx.verdicts(judged({"source": source})) == set()
	}
}

test_no_revision_and_one_that_moves_fail if {
	every source in ["git::https://example.com/network.git", "github.com/example/network", "bitbucket.org/example/network", "git::https://example.com/network.git?depth=1"] {
		fx.verdicts(judged({"source": source})) == {["module.m", "fail", "no-revision"]}
	}
	every revision in ["main", "develop", "v1", "HEAD", "release"] {
		fx.verdicts(judged({"source": concat("", ["git::https://example.com/network.git?ref=", revision])})) == {["module.m", "fail", "moving-name"]}
	}
}

test_a_registry_wants_a_version_with_an_upper_bound if {
	every source in ["example/cluster/aws", "example/cluster/aws//modules/node", "registry.example.com/example/cluster/aws", "registry.terraform.io/example/cluster/aws"] {
		fx.verdicts(judged({"source": source})) == {["module.m", "fail", "absent"]}
		every version in ["5.8.1", "= 5.8.1", "v5.8.1", "~> 5.0", ">= 5.0, < 6.0", "<= 5.9"] {
			fx.verdicts(judged({"source": source, "version": version})) == set()
		}
		every version in [">= 5.0", "> 5", "!= 5.1", ">= 5.0, != 5.3"] {
			fx.verdicts(judged({"source": source, "version": version})) == {["module.m", "fail", "no-upper-bound"]}
		}
	}
}

test_an_archive_can_be_replaced if {
	every source in ["https://example.com/network.zip", "s3::https://s3.amazonaws.com/modules/network.zip", "gcs::https://www.googleapis.com/storage/v1/modules/network.zip"] {
		fx.verdicts(judged({"source": source})) == {["module.m", "fail", "moving-name"]}
	}
	fx.verdicts(judged({"source": "https://example.com/v2.0/network.zip"})) == {["module.m", "fail", "moving-name"]}
	fx.verdicts(judged({"source": "https://example.com/network-2.0.1.zip"})) == {["module.m", "unknown", "archive-elsewhere"]}
}

test_what_is_filled_in_later_is_unknown if {
	fx.verdicts(judged({"source": {"$unknown": "expression", "refs": [], "template": "git::https://example.com/network.git?ref=${var.revision}"}})) == {["module.m", "unknown", "expression-unresolved"]}
	fx.verdicts(judged({"source": "example/cluster/aws", "version": {"$unknown": "expression", "refs": []}})) == {["module.m", "unknown", "expression-unresolved"]}
}
