# METADATA
# title: Issuers of tokens
# description: Tells from whose tokens a role takes its callers, by the ARN of the provider or by a reference to it.
package bulwark.lib.oidc

import data.bulwark.lib.tf

# The hosts whose tokens a federated principal stands for. Cognito is named by its host alone.
issuers(principal) := {issuer |
	principal.kind == "Federated"
	parts := split(tf.text(principal.value), "oidc-provider/")
	issuer := parts[count(parts) - 1]
} | {issuer |
	principal.kind == "Federated"
	some target in tf.targets(principal.value)
	some issuer in by_provider[target]
}

# A complete rule, since looking into a partial one evaluates it again for each key.
by_provider := grouped

# Providers that are looked up count like those that are made.
grouped[name] contains host if {
	some provider in object.get(input.resources, "aws_iam_openid_connect_provider", [])
	not tf.removed(provider)
	host := trim_suffix(trim_prefix(tf.text(provider.values.url), "https://"), "/")
	some name in tf.identifiers(provider)
}
