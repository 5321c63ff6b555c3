# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lb_listener" "app" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/app/a1b2c3d4e5f6a7b8"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = terraform_data.later.output
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/a"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/a1b2c3d4e5f6a7b8"
  }
}
