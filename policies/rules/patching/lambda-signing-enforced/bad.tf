resource "aws_lambda_code_signing_config" "functions" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-central-1:123456789012:/signing-profiles/functions/a1b2c3d4e5"]
  }
  policies {
    untrusted_artifact_on_deployment = "Warn"
  }
}
