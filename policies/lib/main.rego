# METADATA
# title: Entry point
# description: Facts of every rule, keyed by rule id, which is the rule's package name in kebab-case.
# entrypoint: true
package bulwark.main

# A reference with a variable, not iteration over the values: that would make every helper of every rule, used or not.
facts[id] := found if {
	some name
	findings := data.bulwark.rules[name].findings
	id := replace(name, "_", "-")
	found := [fact | some fact in findings]
}
