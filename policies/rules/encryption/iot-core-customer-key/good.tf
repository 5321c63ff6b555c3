resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::EncryptionConfiguration"
  desired_state = jsonencode({
    EncryptionType   = "CUSTOMER_MANAGED_KMS_KEY"
    KmsKeyArn        = "arn:aws:kms:eu-central-1:123456789012:key/0c5bdf0e-6c5c-4b8c-9d6f-1f2f6c9d7a11"
    KmsAccessRoleArn = "arn:aws:iam::123456789012:role/iot-key"
  })
}
