resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::EncryptionConfiguration"
  desired_state = jsonencode({
    EncryptionType = "AWS_OWNED_KMS_KEY"
  })
}
