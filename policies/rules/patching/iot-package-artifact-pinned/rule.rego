# METADATA
# title: "A software version stands for one file that cannot change"
# description: >-
#   A package version is what a rollout, an inventory and an advisory refer to. Without its artifact, or with a
#   key whose object may be overwritten, two devices that report the same version may run different code.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/software-package-catalog.html
#     description: "Software package catalogue"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html
#     description: "AWS::IoT::SoftwarePackageVersion"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["AWS::IoT::SoftwarePackageVersion"]
#   obligations: [OBL-SDLC-8, OBL-CONS-14]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Artifact.S3Location names bucket, key and version of the object.
#   fix:
#     terraform: >-
#       Artifact = { S3Location = { Bucket = BUCKET, Key = "2.4.1/firmware.bin", Version = VERSION_ID } }
#   since: "0.1.0"
package bulwark.rules.iot_package_artifact_pinned

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, key) if {
	some r in tf.resources("AWS::IoT::SoftwarePackageVersion")
	not tf.is_unknown(tf.dig(r.values, ["Artifact", "S3Location"]))
	some key in ["Bucket", "Key", "Version"]
	some fact in judge.known_written(r, ["Artifact", "S3Location", key])
}

findings contains result.unknown(r, "Artifact", location) if {
	some r in tf.resources("AWS::IoT::SoftwarePackageVersion")
	location := tf.dig(r.values, ["Artifact", "S3Location"])
	tf.is_unknown(location)
}
