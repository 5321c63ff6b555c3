resource "aws_lb" "app" {
  name                   = "app"
  load_balancer_type     = "application"
  subnets                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  desync_mitigation_mode = "strictest"
}
