# METADATA
# title: "Every read and write of firmware is on the trail"
# description: >-
#   Management events show who changed the bucket, not who replaced an image. Data events on the objects do. Buckets
#   tagged bulwark:data-class = firmware need trails in the same input that record S3 data events on all their objects,
#   reads and writes, by event_selector or advanced_event_selector. A selector that takes single
#   objects, endings, calls or callers leaves the rest out.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
#     description: "Logging data events"
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
#     description: "Fields and operators of advanced event selectors"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-SDLC-8, OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Trails record the reads and the writes of all of the bucket's objects.
#   fix:
#     terraform: >-
#       advanced_event_selector with eventCategory Data, resources.type AWS::S3::Object and resources.ARN starts_with
#       the bucket ARN with /.
#     construct: >-
#       AuditTrail records the buckets given as watched.
#   since: "0.1.0"
package bulwark.rules.firmware_access_recorded

import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf
import data.bulwark.lib.trails

findings contains verdict(bucket, missed, unclear(bucket)) if {
	some bucket in s3.buckets
	is_firmware(bucket)
	missed := not_recorded(bucket)
	count(missed) > 0
}

verdict(bucket, missed, open) := result.fail(bucket, "", null, reasons[missed]) if {
	count(open) == 0
} else := object.union(result.unknown(bucket, "", {"$unknown": "expression"}), {"related": sort(open)})

# A bucket whose name is not known may be one that a selector names by its text.
unclear(bucket) := trails.unclear | spelling if {
	tf.is_unknown(object.get(bucket.values, "bucket", null))
} else := trails.unclear

spelling := {trail.address |
	some selector in selectors
	some value in array.concat(selector.starts, selector.excluded)
	is_string(value)
	some trail in trails.all
}

findings contains result.not_applicable(bucket, "other-data-class") if {
	some bucket in s3.buckets
	not is_firmware(bucket)
}

is_firmware(bucket) if s3.data_class(bucket) == "firmware"

reasons := {
	["ReadOnly", "WriteOnly"]: "no-data-events",
	["ReadOnly"]: "no-read-events",
	["WriteOnly"]: "no-write-events",
}

not_recorded(bucket) := [kind | some kind in trails.kinds; not recorded(bucket, kind)]

recorded(bucket, kind) if {
	some selector in selectors
	selector.kinds[kind]
	some start in selector.starts
	reaches(start, bucket)
	every value in selector.excluded {
		spares(value, bucket)
	}
}

# Selectors of the objects of S3: what ARNs of objects begin with, and what they do not. Read once, however many buckets there are.
selectors := array.concat(basic, advanced)

basic := [{"kinds": selector.kinds, "starts": starts, "excluded": []} |
	some selector in trails.basic
	some resource in tf.list(tf.step(selector.block, "data_resource"))
	tf.step(resource, "type") == "AWS::S3::Object"
	starts := tf.list(tf.step(resource, "values"))
]

advanced := [{"kinds": selector.kinds, "starts": starts, "excluded": excluded} |
	some selector in trails.advanced
	fields := selector.fields
	trails.holds(fields, "eventCategory", "Data")
	trails.holds(fields, "resources.type", "AWS::S3::Object")
	count(trails.others(fields, {"eventCategory", "resources.type", "resources.ARN", "readOnly"})) == 0
	count([value |
		some operator in ["equals", "ends_with", "not_ends_with"]
		some value in trails.values(fields, "resources.ARN", operator)
	]) == 0
	starts := all_or(trails.values(fields, "resources.ARN", "starts_with"))
	excluded := array.concat(trails.values(fields, "resources.ARN", "not_starts_with"), trails.values(fields, "resources.ARN", "not_equals"))
]

# Every ARN begins so.
all_or([]) := ["arn:"]

all_or(list) := list if count(list) > 0

reaches(start, bucket) if {
	some objects in arns(bucket)
	startswith(objects, start)
}

# A text behind the bucket's ARN other than a slash is the beginning of some keys.
reaches(start, bucket) if {
	tf.points_to(start, bucket)
	not narrows(object.get(start, "template", "${}/"))
}

narrows(template) if {
	[_, behind] := split(template, "}")
	behind != ""
	behind != "/"
}

narrows(template) if count(split(template, "}")) > 2

spares(value, bucket) if {
	is_string(value)
	not tf.is_unknown(object.get(bucket.values, "bucket", null))
	count([objects | some objects in arns(bucket); meet(value, objects)]) == 0
}

meet(value, objects) if startswith(objects, value)

meet(value, objects) if {
	not endswith(objects, ":::")
	startswith(value, objects)
}

spares(value, bucket) if {
	tf.refers_to_type(value, "aws_s3_bucket")
	not tf.points_to(value, bucket)
}

# What ARNs of the bucket's objects begin with.
arns(bucket) := [concat("", ["arn:", partition, ":s3:::", name]) |
	some partition in ["aws", "aws-cn", "aws-us-gov"]
	name := name_of(object.get(bucket.values, "bucket", null))
]

name_of(name) := concat("", [name, "/"]) if is_string(name)

# A generated or unknown name: all that is known of it is that it is a bucket.
name_of(name) := "" if not is_string(name)
