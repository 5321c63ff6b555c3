# METADATA
# title: "Updates are fetched through links that are signed and expire"
# description: >-
#   A plain link to S3 in a job document works only if anyone may read the object, and a link without TLS lets the
#   network choose the firmware. AWS IoT replaces the placeholder by a link of its own for each device, signed
#   with the role of PresignedUrlConfig and valid for an hour at most.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/create-manage-jobs.html
#     description: "Presigned URLs in job documents"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["AWS::IoT::JobTemplate"]
#   obligations: [OBL-SDLC-8, OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Links to S3 in the job document stand inside the presigned-URL placeholder, PresignedUrlConfig names a role,
#     and nothing is fetched over http.
#   fix:
#     terraform: >-
#       url = "$${aws:iot:s3-presigned-url:https://s3.REGION.amazonaws.com/BUCKET/KEY}" in the document, and
#       PresignedUrlConfig = { RoleArn = ROLE, ExpiresInSec = 3600 }.
#   since: "0.1.0"
package bulwark.rules.iot_job_download_signed

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

templates := tf.resources("AWS::IoT::JobTemplate")

findings contains result.unknown(r, "Document", document) if {
	some r in templates
	document := tf.step(r.values, "Document")
	tf.is_unknown(document)
	not says_something(document)
}

# A text that is nothing but one reference says nothing yet.
says_something(document) if not regex.match(`^\$\{[^{}]*\}$`, tf.text(document))

# The document lies in S3: what it fetches cannot be seen from here.
findings contains {"address": r.address, "verdict": "unknown", "path": "DocumentSource", "reason": "document-elsewhere"} if {
	some r in templates
	is_null(tf.step(r.values, "Document"))
	not is_null(tf.step(r.values, "DocumentSource"))
}

findings contains result.with_detail(result.fail(r, "Document", link, "plain-http"), link) if {
	some {"r": r, "text": text} in documents
	contains(lower(text), "http://")
	some link in regex.find_all_string_submatch_n(`(?i)http://[^\s"}]*`, text, -1)[_]
}

findings contains result.with_detail(result.fail(r, "Document", link, "unsigned-link"), link) if {
	some {"r": r, "text": text} in documents
	some part in outside(text)
	may_link(lower(part))
	some link in regex.find_all_string_submatch_n(`(?i)(?:https://[^\s"/]*\bs3[.-][^\s"/]*amazonaws\.com(?:\.cn)?|s3:/)/[^\s"]*`, part, -1)[_]
}

findings contains fact if {
	some {"r": r, "text": text} in documents
	some i, piece in split(text, placeholder)
	i > 0
	contains(split(piece, "}")[0], "s3-presigned-url")
	some fact in judge.known_written(r, ["PresignedUrlConfig", "RoleArn"])
}

# Templates whose document can be read, with its text.
documents := [{"r": r, "text": text} |
	some r in templates
	text := text_of(tf.step(r.values, "Document"))
]

# As text, or read as JSON already.
text_of(document) := tf.text(document) if tf.has_text(document)

text_of(document) := json.marshal(document) if {
	not is_null(document)
	not is_string(document)
	not tf.is_unknown(document)
}

# What every link that the expression finds contains; looking for that first costs far less.
may_link(text) if contains(text, "amazonaws.com")

may_link(text) if contains(text, "s3://")

placeholder := "${aws:iot:"

# What stands outside the placeholders.
outside(document) := [part |
	some i, piece in split(document, placeholder)
	part := after(i, piece)
]

after(0, piece) := piece

after(i, piece) := concat("}", array.slice(rest, 1, count(rest))) if {
	i > 0
	rest := split(piece, "}")
}
