resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "a1b2c3d4e5"
  deployment_id = "d1e2f3"
  stage_name    = "live"
}

resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/api/a1b2c3d4-5678-90ab-cdef-111111111111"
}
