# METADATA
# title: "A certificate belongs to one thing"
# description: >-
#   Two devices with one certificate cannot be told apart: whichever is stolen, both are cut off, and policies
#   bound to the thing cannot say whose topics are meant. The audit finds shared certificates in use; a stack that
#   attaches one twice shows it before.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-registry.html
#     description: "Attaching principals to things"
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-device-cert-shared.html
#     description: "Device certificate shared"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_thing_principal_attachment
#     description: "aws_iot_thing_principal_attachment"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_thing_principal_attachment"]
#   obligations: [OBL-IAM-2, OBL-SDLC-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No two attachments of the stack name the same principal and different things.
#   fix:
#     terraform: >-
#       One certificate and one aws_iot_thing_principal_attachment for each thing.
#   since: "0.1.0"
package bulwark.rules.iot_certificate_one_thing

import data.bulwark.lib.result
import data.bulwark.lib.tf

attachments := tf.resources("aws_iot_thing_principal_attachment")

findings contains result.with_related(result.fail(r, "principal", concat(", ", sort(tf.targets(r.values.principal))), "certificate-shared"), sort(others)) if {
	some r in sharing
	has_name(r.values.thing)
	others := [other | some other in fellows(r); has_name(attachment[other].values.thing); not same_thing(r, attachment[other])]
	count(others) > 0
}

# Attached twice, and to which things is not known.
findings contains result.unknown(r, "thing", value) if {
	some r in sharing
	values := [value | some address in fellows(r); some value in [r.values.thing, attachment[address].values.thing]; not has_name(value)]
	value := values[0]
}

# Attachments of certificates that others are attached by as well.
sharing := [r |
	some r in attachments
	not stand_apart(r)
	count(fellows(r)) > 0
]

# Other attachments of the same certificate.
fellows(r) := {other | some name in tf.targets(r.values.principal); some other in users[name]} - {r.address}

attachment := {r.address: r | some r in attachments}

has_name(value) if count(tf.targets(value)) > 0

same_thing(a, b) if {
	count(thing_names(a.values.thing) & thing_names(b.values.thing)) > 0
}

# What a thing is called here: by its name, or by the resource that it stands in.
thing_names(value) := tf.targets(value) | {address |
	some target in tf.targets(value)
	some address in things[target]
}

findings contains result.unknown(r, "principal", r.values.principal) if {
	some r in attachments
	tf.is_unknown(r.values.principal)
	not tf.refers_to_type(r.values.principal, "aws_iot_certificate")
}

# Instances of for_each that each refer to certificates of a for_each: which one cannot be seen.
findings contains result.unknown(r, "principal", r.values.principal) if {
	some r in attachments
	stand_apart(r)
}

stand_apart(r) if {
	tf.is_unknown(r.values.principal)
	count([name | some name in tf.targets(r.values.principal); count(instances[name]) > 1]) > 0
}

# Complete rules, since looking into a partial one evaluates it again for each key.
users := attached

attached[name] contains r.address if {
	some r in attachments
	some name in tf.targets(r.values.principal)
}

things := called

called[name] contains thing.address if {
	some thing in tf.resources("aws_iot_thing")
	some name in tf.identifiers(thing)
}

instances := of_one

of_one[base] contains r.address if {
	some r in tf.resources("aws_iot_certificate")
	base := tf.base_address(r.address)
	base != r.address
}
