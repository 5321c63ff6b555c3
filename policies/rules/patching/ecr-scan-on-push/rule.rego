# METADATA
# title: "Images are scanned when pushed"
# description: >-
#   Scanning at push finds known holes before an image runs. It is off by default; a rule of the registry
#   (aws_ecr_registry_scanning_configuration in the same input) whose filter takes in the name does it too, and so does
#   Inspector where it is enabled for ECR.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
#     description: "Image scanning"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_ecr_repository"]
#   obligations: [OBL-RISK-4]
#   equivalents:
#     checkov: ["CKV_AWS_163"]
#     trivy: ["AWS-0030"]
#     kics: ["9630336b-3fed-4096-8173-b9afdfe346a7"]
#     cdk_nag: []
#     security_hub: ["ECR.1"]
#     regula: []
#   expected: >-
#     scan_on_push is true, or the registry is scanned.
#   fix:
#     terraform: >-
#       image_scanning_configuration { scan_on_push = true }
#   since: "0.1.0"
package bulwark.rules.ecr_scan_on_push

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecr_repository")
	name := tf.step(r.values, "name")
	found := filters(r)
	count([filter | some filter in found; takes_in(filter, name)]) == 0
	some fact in unless_open(r, judge.enabled(r, ["image_scanning_configuration", "scan_on_push"], false), [value |
		some filter in found
		some value in [filter, name]
		tf.is_unknown(value)
	])
}

# Where nobody knows the name or a filter, the registry may scan it.
unless_open(_, facts, []) := facts

unless_open(r, facts, open) := [result.unknown(r, fact.path, open[0]) | some fact in facts] if count(open) > 0

# The registry of a region says what of it is scanned.
filters(r) := written(registries) if {
	registries := registries_of(r)
	count(registries) > 0
}

# Inspector scans the whole registry where no filters are written: https://docs.aws.amazon.com/inspector/latest/user/scanning-ecr.html
filters(r) := ["*" |
	some enabler in tf.resources("aws_inspector2_enabler")
	tf.holds_for(enabler, r)
	"ECR" in tf.list(object.get(enabler.values, "resource_types", null))
] if {
	count(registries_of(r)) == 0
}

registries_of(r) := [registry | some registry in tf.resources("aws_ecr_registry_scanning_configuration"); tf.holds_for(registry, r)]

written(registries) := [tf.step(filter, "filter") |
	some registry in registries
	some rule in tf.list(object.get(registry.values, "rule", null))
	tf.step(rule, "scan_frequency") in {"SCAN_ON_PUSH", "CONTINUOUS_SCAN"}
	some filter in tf.list(tf.step(rule, "repository_filter"))
]

# A star stands for any text; a filter without one takes in the names that contain it.
# https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html
takes_in("*", _)

takes_in(filter, name) if {
	is_string(filter)
	is_string(name)
	not contains(filter, "*")
	contains(name, filter)
}

takes_in(filter, name) if {
	is_string(filter)
	is_string(name)
	contains(filter, "*")
	regex.match(concat("", ["^", replace(replace(filter, ".", `\.`), "*", ".*"), `\z`]), name)
}
