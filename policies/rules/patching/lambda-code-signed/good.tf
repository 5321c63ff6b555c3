resource "aws_signer_signing_profile" "functions" {
  name        = "functions"
  platform_id = "AWSLambda-SHA384-ECDSA"
}

resource "aws_lambda_code_signing_config" "functions" {
  allowed_publishers {
    signing_profile_version_arns = [aws_signer_signing_profile.functions.version_arn]
  }
  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}

resource "aws_lambda_function" "worker" {
  function_name           = "worker"
  role                    = "arn:aws:iam::123456789012:role/worker"
  s3_bucket               = "code"
  s3_key                  = "signed/worker.zip"
  handler                 = "index.handler"
  runtime                 = "nodejs22.x"
  code_signing_config_arn = aws_lambda_code_signing_config.functions.arn
}
