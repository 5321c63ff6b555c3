resource "aws_lb_listener" "app" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/app/a1b2c3d4e5f6a7b8"
  port              = 443
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/a1b2c3d4e5f6a7b8"
  }
}
