# METADATA
# title: "Devices authenticate with X.509 certificates"
# description: >-
#   authentication_type fixes how clients of an endpoint prove who they are. Left to DEFAULT, the client picks by
#   port and ALPN, custom authorizers and IAM credentials included; CUSTOM_AUTH and AWS_SIGV4 do without a
#   certificate altogether.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateDomainConfiguration.html
#     description: "authenticationType"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_domain_configuration
#     description: "aws_iot_domain_configuration"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iot_domain_configuration"]
#   obligations: [OBL-IAM-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     authentication_type is AWS_X509 or CUSTOM_AUTH_X509.
#   fix:
#     terraform: >-
#       authentication_type = "AWS_X509" together with application_protocol = "SECURE_MQTT".
#     construct: >-
#       DeviceEndpoint sets it.
#   since: "0.1.0"
package bulwark.rules.iot_domain_x509

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_domain_configuration")
	is_for_devices(r)
	some fact in judge.one_of(r, ["authentication_type"], {"AWS_X509", "CUSTOM_AUTH_X509"}, "DEFAULT")
}

findings contains result.not_applicable(r, "not-a-data-endpoint") if {
	some r in tf.resources("aws_iot_domain_configuration")
	not is_for_devices(r)
}

# The data endpoint is what service_type defaults to.
is_for_devices(r) if object.get(r.values, "service_type", "DATA") in {"DATA", null}

is_for_devices(r) if tf.is_unknown(r.values.service_type)
