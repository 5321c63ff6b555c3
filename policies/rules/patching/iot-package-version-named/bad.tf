resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::SoftwarePackageVersion"
  desired_state = jsonencode({
    PackageName = "firmware"
    VersionName = "latest"
    Sbom = { S3Location = { Bucket = "firmware", Key = "2.4.1/sbom.zip", Version = "3sL4kqtJlcpXroDTDmJ" } }
    Artifact = { S3Location = { Bucket = "firmware", Key = "2.4.1/firmware.bin", Version = "3sL4kqtJlcpXroDTDmJ" } }
  })
}
