# METADATA
# title: "Device keys are made on the device"
# description: >-
#   $aws/certificates/create/* makes AWS generate the key pair and send the private key over the network to whoever
#   holds the claim certificate. With $aws/certificates/create-from-csr/* the private key never leaves the device.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html
#     description: "CreateKeysAndCertificate and CreateCertificateFromCsr"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_policy"]
#   obligations: [OBL-IAM-5, OBL-SDLC-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Certificates can be asked for only through $aws/certificates/create-from-csr/.
#   fix:
#     terraform: >-
#       Publish, subscribe and receive on $aws/certificates/create-from-csr/* in place of $aws/certificates/create/*.
#     construct: >-
#       ClaimPolicy uses create-from-csr.
#   since: "0.1.0"
package bulwark.rules.iot_claim_policy_csr_only

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, "key-made-by-aws") if {
	some r in iot.claims
	some grant in iot.grants(r, "iot:Publish", "topic")
	some prefix in ["$aws/certificates/create/", "$aws/certificates/create*"]
	startswith(grant.path, prefix)
}

findings contains result.not_applicable(r, "not-a-claim-policy") if {
	some r in iot.device_policies
	iam.is_readable(iot.document(r))
}
