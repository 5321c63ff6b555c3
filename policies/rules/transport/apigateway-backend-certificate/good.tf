resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "abcdef1234"
  deployment_id = "ghi567"
  stage_name    = "live"
  client_certificate_id = "jkl890"
}
