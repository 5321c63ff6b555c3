# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudcontrolapi_resource" "this" {
  type_name     = "AWS::IoT::MitigationAction"
  desired_state = terraform_data.later.output
}
