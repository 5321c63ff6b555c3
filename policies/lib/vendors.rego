# METADATA
# title: Vendors
# description: >-
#   Whose an account or the source of a module is, by the vendor registers in the input.
package bulwark.lib.vendors

import data.bulwark.lib.doc

registers := doc.of_kind("VendorRegister")

is_given if count(registers) > 0

all := [vendor | some register in registers; some vendor in register.values.vendors]

# Accounts that are one's own, as far as a register says.
own_accounts := {id | some register in registers; some id in register.values.own.awsAccounts}

# A register that says what is one's own says all of it.
own_is_told if {
	some register in registers
	is_object(register.values.own)
}

with_account(id) := [vendor | some vendor in all; id in vendor.awsAccounts]

with_source(source) := [vendor | some vendor in all; is_among(source, vendor.moduleSources)]

is_own_source(source) if {
	some register in registers
	is_among(source, register.values.own.moduleSources)
}

# What a register names is a source, or what sources of the vendor begin with.
is_among(source, named) if {
	place := place_of(source)
	some beginning in named
	begins(place, place_of(beginning))
}

begins(place, beginning) if place == beginning

begins(place, beginning) if {
	beginning != ""
	startswith(place, concat("", [beginning, "/"]))
}

# Host and path, without how one gets there, as whom and by which port, which revision is meant and which folder; of the public registries, which nobody has
# to write, without the host. https://developer.hashicorp.com/terraform/language/modules/sources
place_of(source) := trim(concat("/", [before(host), trim_left(path, "/")]), "/") if {
	[[_, address]] := regex.find_all_string_submatch_n(`^(?:[a-z0-9]+::)?(?:[a-z]+://)?(?:[^@/]+@)?(.*)$`, lower(source), 1)
	place := trim_suffix(split(split(address, "//")[0], "?")[0], ".git")

	# github.com:example/network, git.example.com:2222/network
	[[_, host, path]] := regex.find_all_string_submatch_n(`^([^:/]*)(?::[0-9]+/|:)?(.*)$`, place, 1)
}

before(host) := "" if {
	host in {"registry.terraform.io", "registry.opentofu.org"}
} else := host

# With whom something is agreed.
is_engaged(vendor) if vendor.status in {"active", "leaving"}
