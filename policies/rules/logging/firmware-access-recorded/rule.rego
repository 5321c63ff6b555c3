# METADATA
# title: "Every read and write of firmware is on the trail"
# description: >-
#   Management events show who changed the bucket, not who replaced an image. Data events on the objects do. Buckets
#   tagged bulwark:data-class = firmware need a trail in the same input that records S3 data events on them, by
#   event_selector or advanced_event_selector.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
#     description: "Logging data events"
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
#     security_hub: ["S3.22", "S3.23"]
#   expected: >-
#     A trail records S3 data events on the bucket's objects.
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

findings contains result.fail(bucket, "", null, "no-data-events") if {
	some bucket in s3.buckets
	is_firmware(bucket)
	not recorded(bucket)
	count(unclear) == 0
}

findings contains object.union(result.unknown(bucket, "", {"$unknown": "expression"}), {"related": unclear}) if {
	some bucket in s3.buckets
	is_firmware(bucket)
	not recorded(bucket)
	count(unclear) > 0
}

findings contains result.not_applicable(bucket, "other-data-class") if {
	some bucket in s3.buckets
	not is_firmware(bucket)
}

is_firmware(bucket) if s3.data_class(bucket) == "firmware"

trails := tf.resources("aws_cloudtrail")

recorded(_) if count(recorded_names & {"arn:aws:s3", "arn:aws:s3:::"}) > 0

recorded(bucket) if count(recorded_names & tf.identifiers(bucket)) > 0

# What the trails name, read once however many buckets there are. A selector of all objects names the ARN of every bucket.
recorded_names := {name |
	some value in recorded_values
	some target in tf.targets(value)
	some name in [target, trim_suffix(target, "/")]
}

recorded_values := array.concat(basic_values, advanced_values)

basic_values := [value |
	some trail in trails
	some selector in tf.list(trail.values.event_selector)
	some resource in tf.list(tf.step(selector, "data_resource"))
	tf.step(resource, "type") == "AWS::S3::Object"
	some value in tf.list(tf.step(resource, "values"))
]

advanced_values := [value |
	some trail in trails
	some selector in tf.list(trail.values.advanced_event_selector)
	fields := tf.list(tf.step(selector, "field_selector"))
	holds(fields, "eventCategory", "Data")
	holds(fields, "resources.type", "AWS::S3::Object")
	some value in all_or(arns(fields))
]

all_or(list) := list if count(list) > 0

all_or([]) := ["arn:aws:s3"]

holds(fields, name, value) if {
	some field in fields
	field.field == name
	value in field.equals
}

arns(fields) := [value |
	some field in fields
	field.field == "resources.ARN"
	some value in tf.list(tf.step(field, "starts_with"))
]

# "arn:aws:s3" stands for all buckets of the account.
unclear := [trail.address |
	some trail in trails
	some attribute in ["event_selector", "advanced_event_selector"]
	some value in array.concat([trail.values[attribute]], values_of(trail, attribute))
	tf.is_unknown(value)
]

values_of(trail, attribute) := [value |
	some selector in tf.list(trail.values[attribute])
	some name in ["data_resource", "field_selector"]
	some block in tf.list(tf.step(selector, name))
	some key in ["type", "field", "values", "starts_with", "equals"]
	list := tf.step(block, key)
	some value in array.concat([list], tf.list(list))
]
