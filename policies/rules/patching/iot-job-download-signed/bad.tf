resource "aws_cloudcontrolapi_resource" "firmware" {
  type_name = "AWS::IoT::JobTemplate"
  desired_state = jsonencode({
    JobTemplateId = "firmware"
    Description   = "Firmware update"
    Document      = jsonencode({ operation = "update", url = "https://firmware.s3.eu-central-1.amazonaws.com/2.4.1.bin" })
  })
}
