# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_customer_gateway" "plant" {
  bgp_asn    = "65000"
  ip_address = "198.51.100.10"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "plant" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_vpn_connection" "plant" {
  customer_gateway_id = aws_customer_gateway.plant.id
  vpn_gateway_id      = aws_vpn_gateway.plant.id
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:vpn"
    }
  }
  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled   = terraform_data.later.output == "yes"
      log_group_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:vpn"
    }
  }
}
