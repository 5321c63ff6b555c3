# METADATA
# title: Distributions
# description: Origins of CloudFront, and the access controls by which they know the distribution.
package bulwark.lib.cloudfront

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

# An array, since a set would hash each distribution. Origins of a dynamic block may be one unknown value.
origins := [[r, origin] |
	some r in tf.resources("aws_cloudfront_distribution")
	some origin in tf.list(object.get(r.values, "origin", null))
]

# In blocks of a set a plan shows "" for what nobody wrote.
nothing(null)

nothing("")

# It may turn out that the origin names no access control.
may_be_uncontrolled(r, origin) := [result.unknown(r, "origin.origin_access_control_id", value) |
	value := tf.step(origin, "origin_access_control_id")
	judge.may_be_nothing(value)
]

# The access control that the origin names must sign what it sends.
signed(r, origin) := [fact |
	some target in tf.targets(tf.step(origin, "origin_access_control_id"))
	some address, behavior in controls[target]
	some fact in signing_facts(r, address, behavior)
]

signing_facts(r, address, "never") := [result.with_related(result.fail(r, "origin.origin_access_control_id", null, "signs-nothing"), [address])]

signing_facts(r, address, behavior) := [result.with_related(result.unknown(r, "origin.origin_access_control_id", behavior), [address])] if {
	tf.is_unknown(behavior)
}

# A complete rule, since looking into a partial one evaluates it again for each key.
controls := named

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
named[name][r.address] := behavior if {
	some r in tf.resources("aws_cloudfront_origin_access_control")
	behavior := tf.step(r.values, "signing_behavior")
	some name in tf.identifiers(r)
}
