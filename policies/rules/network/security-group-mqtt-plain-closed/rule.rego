# METADATA
# title: "MQTT and CoAP in the clear are not open to the internet"
# description: >-
#   Port 1883 is MQTT in the clear, 5683 is CoAP, which LwM2M runs on, and 5672 AMQP: passwords, commands and telemetry
#   can be read and changed on the way. Devices belong on 8883 or 443, on 5684 (DTLS) and on 5671. These are ports the
#   scanners of the field do not know.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html
#     description: "Ports of AWS IoT"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
#   obligations: [OBL-DATA-6, OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["4728cd65-a20c-49da-8b31-9c08b423e4db"]
#     cdk_nag: ["AwsSolutions-EC23"]
#     security_hub: []
#     regula: []
#   expected: >-
#     No ingress rule takes port 1883, 5672 or 5683 from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       from_port = 8883, to_port = 8883
#   since: "0.1.0"
package bulwark.rules.security_group_mqtt_plain_closed

import data.bulwark.lib.net

findings := net.exposed(net.plain_device_ports)
