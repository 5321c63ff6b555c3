# METADATA
# title: "Code of the stack comes from vendors in the register"
# description: >-
#   A module or a provider from elsewhere runs with the rights of whoever deploys, and whoever publishes it can change what it does. Each has
#   its publisher in the vendor register, where it is assessed; what comes from one's own hosts is named there as that. Judged where a register stands in the input.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS2 Art. 21(2)(d)"
#   - ref: https://developer.hashicorp.com/terraform/language/modules/sources
#     description: "Sources of modules"
#   - ref: https://developer.hashicorp.com/terraform/language/providers/requirements
#     description: "Sources of providers"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Module/call", "Provider/source"]
#   obligations: [OBL-SUP-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each module from elsewhere and each provider begins with a moduleSources entry of an active or leaving vendor of a VendorRegister, or of its own.
#   fix:
#     document: >-
#       vendors: [{ ..., moduleSources: [registry.terraform.io/hashicorp/aws] }], own: { moduleSources: [git.example.com], ... }
#   since: "0.1.0"
package bulwark.rules.vendor_sources_registered

import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.vendors

findings contains fact if {
	some type in ["Module/call", "Provider/source"]
	some r in tf.resources(type)
	some fact in facts(r, r.values.source)
}

# A stack checked by itself, without the dossier: its vendors are judged where they are listed.
facts(r, _) := [result.not_applicable(r, "no-vendor-register-in-the-input")] if not vendors.is_given

facts(r, source) := [result.unknown(r, "source", source)] if {
	vendors.is_given
	tf.is_unknown(source)
}

facts(r, source) := of_source(r, source, vendors.with_source(source)) if {
	vendors.is_given
	is_string(source)
}

of_source(r, source, found) := [] if {
	vendors.is_own_source(source)
} else := [] if {
	some vendor in found
	vendors.is_engaged(vendor)
} else := [result.fail(r, "source", source, "not-in-the-vendor-register")] if {
	found == []
} else := [result.fail(r, "source", source, "vendor-not-engaged")]
