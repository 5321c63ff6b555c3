# METADATA
# title: "Each software version carries its list of components"
# description: >-
#   When a library turns out to be vulnerable, the question is which devices run it. With the SBOM attached to the
#   package version, the software catalogue answers it for the whole fleet; pinned to a version of the object,
#   nobody can change it later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/software-package-catalog-sbom.html
#     description: "SBOM in the software package catalogue"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html
#     description: "AWS::IoT::SoftwarePackageVersion"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["AWS::IoT::SoftwarePackageVersion"]
#   obligations: [OBL-SDLC-12, OBL-SUP-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Sbom.S3Location names bucket, key and version.
#   fix:
#     terraform: >-
#       Sbom = { S3Location = { Bucket = BUCKET, Key = "2.4.1/sbom.zip", Version = VERSION_ID } }
#   since: "0.1.0"
package bulwark.rules.iot_package_sbom

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, key) if {
	some r in tf.resources("AWS::IoT::SoftwarePackageVersion")
	not tf.is_unknown(tf.dig(r.values, ["Sbom", "S3Location"]))
	some key in ["Bucket", "Key", "Version"]
	some fact in judge.known_written(r, ["Sbom", "S3Location", key])
}

findings contains result.unknown(r, "Sbom", location) if {
	some r in tf.resources("AWS::IoT::SoftwarePackageVersion")
	location := tf.dig(r.values, ["Sbom", "S3Location"])
	tf.is_unknown(location)
}
