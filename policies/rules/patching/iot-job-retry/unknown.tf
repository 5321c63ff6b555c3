# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudcontrolapi_resource" "firmware" {
  type_name     = "AWS::IoT::JobTemplate"
  desired_state = terraform_data.later.output
}
