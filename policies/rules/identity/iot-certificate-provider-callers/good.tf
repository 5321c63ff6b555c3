resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::CertificateProvider"
  desired_state = jsonencode({
    CertificateProviderName    = "own-ca"
    LambdaFunctionArn          = "arn:aws:lambda:eu-central-1:123456789012:function:issue-certificates"
    AccountDefaultForOperations = ["CreateCertificateFromCsr"]
  })
}

resource "aws_lambda_permission" "iot" {
  function_name = "issue-certificates"
  action        = "lambda:InvokeFunction"
  principal     = "iot.amazonaws.com"
  source_arn    = "arn:aws:iot:eu-central-1:123456789012:certificateprovider:own-ca"
}
