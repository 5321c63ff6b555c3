# METADATA
# title: Entry point
# description: Facts of every rule, keyed by rule id, which is the rule's package name in kebab-case.
# entrypoint: true
package bulwark.main

facts[id] := found if {
	some name, rule in data.bulwark.rules
	id := replace(name, "_", "-")
	found := [fact | some fact in rule.findings]
}
