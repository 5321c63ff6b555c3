# METADATA
# title: Entry point
# description: >-
#   Facts of every rule, keyed by rule id, which is the rule's package name in kebab-case. With input.only (package names), of these rules only.
# entrypoint: true
package bulwark.main

# A reference with a variable, not iteration over the values: that would make every helper of every rule, used or not.
facts[id] := found if {
	not input.only
	some name
	findings := data.bulwark.rules[name].findings
	id := replace(name, "_", "-")
	found := [fact | some fact in findings]
}

facts[id] := found if {
	some name in input.only
	findings := data.bulwark.rules[name].findings
	id := replace(name, "_", "-")
	found := [fact | some fact in findings]
}
