resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::SoftwarePackage"
  desired_state = jsonencode({
    PackageName = "firmware"
  })
}
