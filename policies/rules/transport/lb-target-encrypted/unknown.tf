# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lb_target_group" "app" {
  name     = "app"
  port     = 8443
  protocol = terraform_data.later.output
  vpc_id   = "vpc-0123456789abcdef0"
}
