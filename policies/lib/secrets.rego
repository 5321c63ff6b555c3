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
	some mark in ["AKIA", "ASIA", "PRIVATE KEY-----"]
	contains(value, mark)
	regex.match(`\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----`, value)
}

# Plain comparisons: a regular expression is compiled anew for each chunk of a plan, which costs more than all it is asked.
says_secret(name) if {
	written := lower(name)
	some word in secret_words
	contains(written, word)
	not ends_as_place(written)
}

ends_as_place(name) if {
	some word in place_words
	endswith(name, word)
}

secret_words := [
	"password", "passwd", "passphrase", "secret", "token", "apikey", "api_key", "accesskey", "access_key", "privatekey", "private_key",
	"credential",
]

place_words := [
	"arn", "name", "id", "path", "url", "uri", "file", "parameter", "prefix", "ttl", "seconds", "minutes", "days", "expiry", "expire", "expires",
	"length", "issuer", "type", "algorithm", "enabled",
]

# Where a secret is kept, a switch or a number: arn:aws:..., /path/of/parameter, https://..., true, 3600.
is_place(value) if {
	some start in ["arn:", "/", "http://", "https://", "{{resolve:"]
	startswith(value, start)
}

is_place(value) if value in {"true", "false"}

is_place(value) if trim(value, "0123456789") == ""
