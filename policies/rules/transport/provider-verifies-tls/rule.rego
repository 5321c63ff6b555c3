# METADATA
# title: "The provider reaches AWS over verified TLS"
# description: >-
#   insecure = true takes any certificate, and an endpoint of http:// sends the signed requests, and the data in them,
#   in the clear. Endpoints on the machine itself, as an emulator has them, are not counted.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
#     description: "insecure"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/guides/custom-service-endpoints
#     description: "endpoints"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["Provider/aws", "Provider/awscc"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     insecure is not set, and each endpoint begins with https://.
#   fix:
#     terraform: >-
#       No insecure; custom_ca_bundle names the authority of a proxy that opens TLS.
#   since: "0.1.0"
package bulwark.rules.provider_verifies_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in providers
	some fact in judge.off(r, ["insecure"], "tls-not-verified")
}

findings contains result.with_detail(result.fail(r, path, url, "plain-http"), path) if {
	some r in providers
	some path, url in endpoints(r)
	is_string(url)
	regex.match(`(?i)^http://`, url)
	not regex.match(`(?i)^http://(localhost|127\.[0-9.]+|\[::1\])(:|/|$)`, url)
}

findings contains result.unknown(r, "endpoints", block) if {
	some r in providers
	some block in tf.list(object.get(r.values, "endpoints", null))
	tf.is_unknown(block)
}

findings contains result.with_detail(result.unknown(r, path, url), path) if {
	some r in providers
	some path, url in endpoints(r)
	tf.is_unknown(url)
}

providers := array.concat(tf.resources("Provider/aws"), tf.resources("Provider/awscc"))

endpoints(r) := {concat(".", ["endpoints", service]): url |
	some block in tf.list(object.get(r.values, "endpoints", null))
	not tf.is_unknown(block)
	some service, url in block
}
