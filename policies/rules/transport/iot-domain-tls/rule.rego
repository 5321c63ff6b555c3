# METADATA
# title: "Device endpoints take TLS 1.2 or newer only"
# description: >-
#   The security policy of a domain configuration decides which TLS versions and ciphers a device may use. The
#   policies named TLS12_1_0 are for devices of the time before AWS IoT ended TLS 1.0 and 1.1, with ciphers from 2015
#   and 2016. Without tls_config AWS uses IoTSecurityPolicy_TLS13_1_2_2022_10, which is good enough.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/transport-security.html
#     description: "Security policies and the default"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_domain_configuration
#     description: "aws_iot_domain_configuration"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_iot_domain_configuration"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     tls_config.security_policy is one of the baseline's policies, or left to AWS's default.
#   fix:
#     terraform: >-
#       tls_config { security_policy = "IoTSecurityPolicy_TLS13_1_2_2022_10" }
#     construct: >-
#       DeviceEndpoint, or tlsPolicy of IotBackend.
#   since: "0.1.0"
package bulwark.rules.iot_domain_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_domain_configuration")
	some fact in judge.one_of(r, ["tls_config", "security_policy"], accepted, default_policy)
}

accepted := {policy | some policy in data.baseline.transport.iotSecurityPolicies}

default_policy := "IoTSecurityPolicy_TLS13_1_2_2022_10"
