# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_codebuild_project" "firmware" {
  name         = "firmware"
  service_role = "arn:aws:iam::111122223333:role/firmware-build"
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type         = "GITHUB_ENTERPRISE"
    location     = "https://git.example.com/team/firmware.git"
    insecure_ssl = terraform_data.later.output == "yes"
  }
}
