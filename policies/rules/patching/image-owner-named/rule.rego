# METADATA
# title: "Images are looked up from named owners"
# description: >-
#   A lookup of the most recent image by name takes whichever account published that name last: an attacker needs
#   only a public image with the right name and a later date. Owners say whose images count.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/ami
#     description: "data aws_ami"
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html
#     description: "Shared images"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["aws_ami"]
#   obligations: [OBL-SDLC-12, OBL-SUP-3]
#   equivalents:
#     checkov: ["CKV_AWS_386"]
#     trivy: ["AWS-0344"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     owners is written, or a filter on owner-id, owner-alias or image-id is.
#   fix:
#     terraform: >-
#       owners = ["amazon"]
#   since: "0.1.0"
package bulwark.rules.image_owner_named

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "owners") if {
	some r in lookups
	tf.list(object.get(r.values, "owners", null)) == []
	not is_bound(r)
}

findings contains result.unknown(r, "owners", value) if {
	some r in lookups
	value := object.get(r.values, "owners", null)
	tf.is_unknown(value)
	not value["$unknown"] == "reference"
}

lookups := [r |
	some r in object.get(input.resources, "aws_ami", [])
	r.mode == "data"
]

is_bound(r) if {
	some filter in tf.list(object.get(r.values, "filter", null))
	tf.step(filter, "name") in {"owner-id", "owner-alias", "image-id"}
}
