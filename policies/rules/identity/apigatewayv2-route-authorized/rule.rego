# METADATA
# title: "Each HTTP route and each WebSocket connection asks who calls"
# description: >-
#   A route without authorization_type is open to anyone. On a WebSocket only $connect is asked, since the others
#   follow it. A preflight (OPTIONS) is asked by browsers without credentials and may stay open. An interface made in one
#   step (target) brings a route for everything that has no authorizer.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
#     description: "Access to HTTP APIs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-8
#     description: "APIGateway.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_route
#     description: "aws_apigatewayv2_route"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_api
#     description: "aws_apigatewayv2_api"
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
#     description: "An OPTIONS route without authorization for preflight requests"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_apigatewayv2_route", "aws_apigatewayv2_api"]
#   obligations: [OBL-IAM-1]
#   equivalents:
#     checkov: ["CKV_AWS_309"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-APIG4"]
#     security_hub: ["APIGateway.8"]
#     regula: []
#   expected: >-
#     authorization_type is AWS_IAM, JWT or CUSTOM, and no interface is made with target.
#   fix:
#     terraform: >-
#       authorization_type = "JWT" with authorizer_id. Instead of target of an interface write integration, route and stage.
#   since: "0.1.0"
package bulwark.rules.apigatewayv2_route_authorized

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_apigatewayv2_route")
	not follows_connect(r)
	not is_preflight(r)
	some fact in judge.one_of(r, ["authorization_type"], {"AWS_IAM", "JWT", "CUSTOM"}, "NONE")
}

findings contains result.not_applicable(r, "authorized-at-connect") if {
	some r in tf.resources("aws_apigatewayv2_route")
	follows_connect(r)
}

findings contains result.not_applicable(r, "preflight") if {
	some r in tf.resources("aws_apigatewayv2_route")
	is_preflight(r)
}

is_preflight(r) if startswith(tf.text(r.values.route_key), "OPTIONS ")

# "Part of quick create": the default route is made by AWS and stands in no resource.
# https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
findings contains result.fail(r, "target", target, "open-route") if {
	some r in tf.resources("aws_apigatewayv2_api")
	target := tf.step(r.values, "target")
	judge.is_something(target)
}

findings contains result.unknown(r, "target", target) if {
	some r in tf.resources("aws_apigatewayv2_api")
	target := tf.step(r.values, "target")
	judge.may_be_nothing(target)
}

# Routes of a WebSocket other than $connect cannot have an authorizer: who is connected was asked at $connect.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access-iam.html
follows_connect(r) if {
	key := r.values.route_key
	is_string(key)
	not key in {"$connect", "$default"}
	not contains(key, " ")
}

follows_connect(r) if {
	r.values.route_key == "$default"
	some api in tf.resources("aws_apigatewayv2_api")
	api.values.protocol_type == "WEBSOCKET"
	tf.points_to(r.values.api_id, api)
}
