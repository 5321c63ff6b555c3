# METADATA
# title: Secrets in plain sight
# description: Tells a secret written out as a value from the name of a place where a secret is kept.
package bulwark.lib.secrets

import data.bulwark.lib.tf

# A name that says it holds a secret, with a value written out.
is_written_out(name, value) if {
	is_string(name)
	is_string(value)
	value != ""
	says_secret(name)
	not is_place(value)
	not is_number(name, value)
}

# Values that no name needs to betray: keys by their form, and addresses with a password in them.
is_written_out(_, value) if {
	is_string(value)
	some mark, form in forms
	contains(value, mark)
	regex.match(form, value)
}

# postgres://user:password@host; what is filled in at run time ($, <, {) or blotted out (*) is none.
is_written_out(_, value) if {
	is_string(value)
	contains(value, "://")
	contains(value, "@")
	regex.match(`://[^/\s:@]*:[^/\s:@$<{*]+@`, value)
}

# A name that says it holds a secret, whose value is not known: written out or not, nobody can tell.
may_be_written_out(name, value) if {
	is_string(name)
	tf.is_unknown(value)
	says_secret(name)
	not names_secret(value)
}

# A secret of Secrets Manager has an ARN and a name; what it holds is another resource.
names_secret(value) if {
	refs := tf.refs(value)
	count(refs) > 0
	every ref in refs {
		tf.has_type(ref, "aws_secretsmanager_secret")
	}
}

# docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, docs.stripe.com/keys,
# docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
forms := {
	"AKIA": `\bAKIA[A-Z0-9]{16}\b`,
	"ASIA": `\bASIA[A-Z0-9]{16}\b`,
	"PRIVATE KEY-----": `-----BEGIN [A-Z ]*PRIVATE KEY-----`,
	"_live_": `\b[rs]k_live_[A-Za-z0-9]{10,}`,
	"gho_": `\bgho_[A-Za-z0-9]{36}`,
	"ghp_": `\bghp_[A-Za-z0-9]{36}`,
	"ghr_": `\bghr_[A-Za-z0-9]{36}`,
	"ghs_": `\bghs_[A-Za-z0-9]{36}`,
	"ghu_": `\bghu_[A-Za-z0-9]{36}`,
	"github_pat_": `\bgithub_pat_[A-Za-z0-9_]{22,}`,
}

# Plain comparisons: a regular expression is compiled anew for each chunk of a plan, which costs more than all it is asked.
says_secret(name) if {
	written := replace(lower(name), "-", "_")
	has_secret_word(written)
	not ends_as_place(written)
}

has_secret_word(written) if {
	some word in secret_words
	contains(written, word)
}

has_secret_word(written) if says_password(written)

says_password(written) if {
	some word in ["password", "passwd", "passphrase"]
	contains(written, word)
}

# DB_PASS, MYSQL_PWD; PWD alone is the working directory.
says_password(written) if {
	some word in ["_pass", "_pwd"]
	endswith(written, word)
}

ends_as_place(name) if {
	some word in place_words
	endswith(name, word)
}

secret_words := [
	"secret", "token", "apikey", "api_key", "accesskey", "access_key", "privatekey", "private_key",
	"credential",
]

place_words := [
	"arn", "name", "id", "path", "url", "uri", "file", "parameter", "prefix", "ttl", "seconds", "minutes", "days", "expiry", "expire", "expires",
	"length", "issuer", "type", "algorithm", "enabled", "endpoint", "host", "alias", "role", "version", "format", "policy", "provider",
	"audience",
]

# Where a secret is kept, or a switch: arn:aws:..., /path/of/parameter, https://..., true.
is_place(value) if {
	some start in ["arn:", "/", "http://", "https://", "{{resolve:"]
	startswith(value, start)
}

is_place(value) if switches[lower(value)]

switches := {"true", "false", "yes", "no", "on", "off", "none"}

# A password may be made of digits; a number of seconds or tries is shorter.
is_number(name, value) if {
	trim(value, "0123456789") == ""
	not is_long(name, value)
}

is_long(name, value) if {
	count(value) >= 6
	says_password(replace(lower(name), "-", "_"))
}
