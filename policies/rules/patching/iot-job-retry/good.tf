resource "aws_cloudcontrolapi_resource" "firmware" {
  type_name = "AWS::IoT::JobTemplate"
  desired_state = jsonencode({
    JobTemplateId = "firmware"
    Description   = "Firmware update"
    Document      = jsonencode({ operation = "update" })
    JobExecutionsRetryConfig = { RetryCriteriaList = [{ FailureType = "TIMED_OUT", NumberOfRetries = 3 }] }
  })
}
