# METADATA
# title: "REST methods check requests before the code sees them"
# description: >-
#   A validator refuses a request that lacks a parameter or does not fit the model, at the edge and for free. What
#   it lets through the code still has to check, but the crude half of bad input never arrives. A validator with both
#   switches off, which they are by default, checks nothing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
#     description: "Request validation"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method
#     description: "aws_api_gateway_method"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_request_validator
#     description: "aws_api_gateway_request_validator"
# custom:
#   severity: low
#   domain: data
#   resource_types: ["aws_api_gateway_method"]
#   obligations: [OBL-SDLC-1, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV2_AWS_53"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-APIG2"]
#     security_hub: []
#     regula: []
#   expected: >-
#     request_validator_id of each method but OPTIONS is written, and the validator checks the body or the parameters.
#   fix:
#     terraform: >-
#       request_validator_id = aws_api_gateway_request_validator.NAME.id
#   since: "0.1.0"
package bulwark.rules.apigateway_request_validated

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method")
	not is_preflight(r)
	some fact in judge.known_written(r, ["request_validator_id"])
}

findings contains result.not_applicable(r, "preflight") if {
	some r in tf.resources("aws_api_gateway_method")
	is_preflight(r)
}

# What a browser asks before it asks carries nothing to check.
is_preflight(r) if tf.step(r.values, "http_method") == "OPTIONS"

findings contains object.union(fact, {"related": [address]}) if {
	some r in tf.resources("aws_api_gateway_method")
	not is_preflight(r)
	some name in tf.sole_targets(object.get(r.values, "request_validator_id", null))
	some address in named[name]
	fact := unchecked(r, idle[address])
}

# Validators that check nothing, or may, with what is not known of their switches.
idle := {validator.address: [value | some value in switched; tf.is_unknown(value)] |
	some validator in tf.resources("aws_api_gateway_request_validator")
	switched := [object.get(validator.values, switch, null) | some switch in ["validate_request_body", "validate_request_parameters"]]
	count([value | some value in switched; tf.is_true(value)]) == 0
}

# A complete rule, since looking into a partial one evaluates it again for each key.
named := called

called[name] contains validator.address if {
	some validator in tf.resources("aws_api_gateway_request_validator")
	some name in tf.identifiers(validator)
}

unchecked(r, []) := result.fail(r, "request_validator_id", null, "checks-nothing")

unchecked(r, values) := result.unknown(r, "request_validator_id", values[0]) if count(values) > 0
