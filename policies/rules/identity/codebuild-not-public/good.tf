resource "aws_codebuild_project" "firmware" {
  name               = "firmware"
  service_role       = "arn:aws:iam::111122223333:role/firmware-build"
  project_visibility = "PRIVATE"
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}
