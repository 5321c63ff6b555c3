# METADATA
# title: "Functions run on a runtime that still gets patches"
# description: >-
#   AWS patches a runtime until its deprecation date; afterwards known holes stay open in every invocation. Functions
#   from images bring their own runtime and are not judged here.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
#     description: "Supported runtimes and deprecation dates"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-SDLC-6, OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_AWS_363"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-L1"]
#     security_hub: ["Lambda.2"]
#     regula: []
#   expected: >-
#     runtime is one the baseline lists as patched, and is not deprecated by the day of the check.
#   fix:
#     terraform: >-
#       runtime = "nodejs22.x"
#     construct: >-
#       NodeFunction, or lambdaRuntime of IotBackend.
#   since: "0.1.0"
package bulwark.rules.lambda_runtime

import data.bulwark.lib.date
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function")
	is_zip(r)
	some fact in judge.one_of(r, ["runtime"], patched, null)
}

# Listed as patched, until the day has come.
findings contains result.fail(r, "runtime", seen, "standard-support-ended") if {
	some r in tf.resources("aws_lambda_function")
	runtime := tf.step(r.values, "runtime")
	patched[runtime]
	ended := data.lifecycle.runtimes[runtime]
	date.is_reached(ended)
	seen := concat("", [runtime, " (", ended, ")"])
}

findings contains result.unknown(r, "package_type", r.values.package_type) if {
	some r in tf.resources("aws_lambda_function")
	tf.is_unknown(r.values.package_type)
	is_null(tf.step(r.values, "runtime"))
}

findings contains result.not_applicable(r, "container-image") if {
	some r in tf.resources("aws_lambda_function")
	r.values.package_type == "Image"
}

# Zip is the default. Where a runtime is written the function is no image, whatever package_type will be.
is_zip(r) if object.get(r.values, "package_type", null) in {"Zip", null}

is_zip(r) if not is_null(tf.step(r.values, "runtime"))

patched := {runtime | some runtime in data.baseline.compute.lambdaRuntimes}
