# METADATA
# title: "A module of somebody else is taken at a version"
# description: >-
#   What a module call names without a version is fetched anew on every new machine: a branch that moves, the newest release of a registry, an archive that
#   somebody replaced. It then runs with the rights of the deployment. The lock file of Terraform holds providers, not modules. Modules that lie in the
#   repository itself are judged by their resources.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/modules/sources
#     description: "Kinds of sources, and how a revision is selected"
#   - ref: https://developer.hashicorp.com/terraform/language/files/dependency-lock
#     description: "The lock file tracks providers and no modules"
#   - ref: https://github.com/hashicorp/go-getter#checksumming
#     description: "checksum and version in the address of an archive"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["Module/call"]
#   obligations: [OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_TF_2"]
#     trivy: []
#     kics: ["3a81fc06-566f-492a-91dd-7448e409e2cd"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     From a registry, version is exact or has an upper bound; from a repository, ref is a commit or a tag with a version number; an archive has a checksum, or
#     a version of its object in S3.
#   fix:
#     terraform: >-
#       source = "git::https://example.com/network.git?ref=v1.2.0", or the commit, which nobody can move; from a registry, version = "~> 5.8.1".
#   since: "0.1.0"
package bulwark.rules.module_source_pinned

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("Module/call")
	some fact in facts(r, r.values.source)
}

facts(r, source) := [result.unknown(r, "source", source)] if tf.is_unknown(source)

facts(r, source) := from_archive(r, source) if is_archive(source)

facts(r, source) := from_registry(r, object.get(r.values, "version", null)) if is_registry(source)

facts(r, source) := from_repository(r, source, parameter(source, "ref|rev")) if {
	is_string(source)
	not is_archive(source)
	not is_registry(source)
}

is_archive(source) if {
	is_string(source)
	regex.match(`^(https?://|s3::|gcs::|oci://)`, source)
}

# NAMESPACE/NAME/PROVIDER, with or without a host in front and a folder behind.
is_registry(source) if {
	is_string(source)
	regex.match(`^([^/:?]+\.[^/:?]+/)?[^/:.?]+/[^/:.?]+/[^/:.?]+(//.*)?$`, source)
}

from_registry(r, null) := [result.absent(r, "version")]

from_registry(r, version) := [result.unknown(r, "version", version)] if tf.is_unknown(version)

from_registry(r, version) := [result.fail(r, "version", version, "no-upper-bound") | not is_bounded(version)] if is_string(version)

# https://developer.hashicorp.com/terraform/language/expressions/version-constraints
is_bounded(version) if {
	some constraint in split(version, ",")
	regex.match(`^\s*(~>|<=?|=)?\s*v?[0-9]`, constraint)
}

from_repository(r, source, []) := [result.fail(r, "source", source, "no-revision")]

from_repository(r, source, [revision]) := [result.fail(r, "source", source, "moving-name") | not is_fixed(revision)]

is_fixed(revision) if regex.match(`^[0-9a-f]{7,64}$|[0-9]+\.[0-9]+`, revision)

from_archive(r, source) := [] if {
	some name in ["checksum", "version"]
	count(parameter(source, name)) > 0
} else := [object.union(result.unknown(r, "source", {"$unknown": "expression"}), {"reason": "archive-elsewhere"})] if {
	regex.match(`[0-9]+\.[0-9]+[^/]*$`, source)
} else := [result.fail(r, "source", source, "moving-name")]

# What the address says of a parameter, none or one.
parameter(source, names) := [found[0][1] |
	found := regex.find_all_string_submatch_n(concat("", [`[?&](?:`, names, `)=([^&]+)`]), source, 1)
	count(found) > 0
]
