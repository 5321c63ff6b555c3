# METADATA
# title: "A software version has a name that stays its own"
# description: >-
#   A version called latest means something else tomorrow, and a name that CloudFormation makes up means nothing
#   to whoever reads an inventory or an advisory.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/software-package-catalog.html
#     description: "Software package catalogue"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html
#     description: "AWS::IoT::SoftwarePackageVersion"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["AWS::IoT::SoftwarePackageVersion"]
#   obligations: [OBL-SDLC-12, OBL-CONS-14]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     VersionName is given and is no moving name such as latest, stable, dev or a snapshot.
#   fix:
#     terraform: >-
#       VersionName = "2.4.1"
#   since: "0.1.0"
package bulwark.rules.iot_package_version_named

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("AWS::IoT::SoftwarePackageVersion")
	some fact in judged(r, tf.step(r.values, path))
}

path := "VersionName"

judged(r, null) := [result.absent(r, path)]

judged(r, name) := [result.fail(r, path, name, "moving-name")] if {
	is_string(name)
	moves(name)
}

# A text with something unknown in it, or a reference, may still be one version's own.
judged(r, name) := [result.unknown(r, path, name)] if tf.is_unknown(name)

moves(name) if lower(name) in {"latest", "stable", "current", "newest", "main", "master", "head", "dev", "development", "nightly", "test"}

moves(name) if endswith(lower(name), "-snapshot")
