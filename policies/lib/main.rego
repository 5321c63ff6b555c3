# METADATA
# title: Entry point
# description: >-
#   Facts of every rule, keyed by rule id, which is the rule's package name in kebab-case. With input.only (package names), of these rules only.
# entrypoint: true
package bulwark.main

facts := listed if input.only

facts := every_rule if not input.only

# With the name at hand this becomes one call by name.
listed[id] := findings if {
	some name in input.only
	findings := data.bulwark.rules[name].findings
	id := replace(name, "_", "-")
}

# A reference with a variable, not iteration over the values: that would make every helper of every rule, used or not. It becomes a function
# of thousands of locals, which takes a runtime longer to compile than to run; so it stands apart from the other.
every_rule[id] := found if {
	some name
	findings := data.bulwark.rules[name].findings
	id := replace(name, "_", "-")
	found := [fact | some fact in findings]
}
