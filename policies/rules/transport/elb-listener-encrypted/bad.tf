resource "aws_elb" "ingest" {
  name    = "ingest"
  subnets = ["subnet-0123456789abcdef0"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8443
    instance_protocol = "tcp"
  }
}
