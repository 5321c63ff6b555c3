# METADATA
# title: Secrets in plain sight
# description: Tells a secret written out as a value from the name of a place where a secret is kept.
package bulwark.lib.secrets

# A name that says it holds a secret, with a value written out.
is_written_out(name, value) if {
	is_string(name)
	is_string(value)
	value != ""
	says_secret(name)
	not is_place(value)
}

# Values that no name needs to betray: access key ids of AWS and private keys.
is_written_out(_, value) if {
	is_string(value)
	regex.match(`\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----`, value)
}

says_secret(name) if {
	regex.match(`(?i)(password|passwd|passphrase|secret|token|api_?key|access_?key|private_?key|credential)`, name)
	not regex.match(`(?i)(arn|name|id|path|url|uri|file|parameter|prefix|ttl|seconds|minutes|days|expiry|expires?|length|issuer|type|algorithm|enabled)$`, name)
}

# Where a secret is kept, a switch or a number: arn:aws:..., /path/of/parameter, https://..., true, 3600.
is_place(value) if regex.match(`^(arn:|/|https?://|true$|false$|[0-9]+$|\{\{resolve:)`, value)
