# Known only after apply.
resource "terraform_data" "later" {
  input = 8883
}

resource "aws_lb_listener" "mqtt" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/mqtt/a1b2c3d4e5f6a7b8"
  port              = terraform_data.later.output
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/broker/a1b2c3d4e5f6a7b8"
  }
}
