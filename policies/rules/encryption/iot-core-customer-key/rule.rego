# METADATA
# title: "What AWS IoT stores is encrypted with a key of your own"
# description: >-
#   Shadows, jobs, registry and commands are encrypted with a key that AWS owns until the account says otherwise:
#   nobody can see its use, and nobody can shut it off. With a customer managed key both can be done; the role is
#   what AWS IoT reaches it by.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/encryption-at-rest.html
#     description: "Encryption at rest"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-encryptionconfiguration.html
#     description: "AWS::IoT::EncryptionConfiguration"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["AWS::IoT::EncryptionConfiguration"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     EncryptionType is CUSTOMER_MANAGED_KMS_KEY, with KmsKeyArn and KmsAccessRoleArn.
#   fix:
#     terraform: >-
#       EncryptionType = "CUSTOMER_MANAGED_KMS_KEY", KmsKeyArn = KEY, KmsAccessRoleArn = ROLE
#   since: "0.1.0"
package bulwark.rules.iot_core_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.tf

configurations := tf.resources("AWS::IoT::EncryptionConfiguration")

findings contains fact if {
	some r in configurations
	some fact in judge.one_of(r, ["EncryptionType"], {"CUSTOMER_MANAGED_KMS_KEY"}, null)
}

# With a key of AWS there is none to name.
findings contains fact if {
	some r in configurations
	tf.step(r.values, "EncryptionType") == "CUSTOMER_MANAGED_KMS_KEY"
	some fact in kms.customer_key(r, "KmsKeyArn", tf.step(r.values, "KmsKeyArn"))
}

findings contains fact if {
	some r in configurations
	tf.step(r.values, "EncryptionType") == "CUSTOMER_MANAGED_KMS_KEY"
	some fact in judge.known_written(r, ["KmsAccessRoleArn"])
}
