# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_networkfirewall_firewall" "edge" {
  name                     = "edge"
  firewall_policy_arn      = "arn:aws:network-firewall:eu-central-1:123456789012:firewall-policy/edge"
  vpc_id                   = "vpc-0123456789abcdef0"
  subnet_change_protection = terraform_data.later.output == "yes"
  subnet_mapping {
    subnet_id = "subnet-0123456789abcdef0"
  }
}
