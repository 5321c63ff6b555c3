resource "aws_cloudcontrolapi_resource" "firmware" {
  type_name = "AWS::IoT::JobTemplate"
  desired_state = jsonencode({
    JobTemplateId = "firmware"
    Description   = "Firmware update"
    Document      = jsonencode({ operation = "update", url = "$${aws:iot:s3-presigned-url:https://s3.eu-central-1.amazonaws.com/firmware/2.4.1.bin}" })
    PresignedUrlConfig = { RoleArn = "arn:aws:iam::123456789012:role/download", ExpiresInSec = 3600 }
  })
}
