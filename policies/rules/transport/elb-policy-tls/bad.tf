resource "aws_load_balancer_policy" "tls" {
  load_balancer_name = "ingest"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Protocol-SSLv3"
    value = "true"
  }
}
