resource "aws_elb" "ingest" {
  name    = "ingest"
  subnets = ["subnet-0123456789abcdef0"]
  listener {
    lb_port           = 443
    lb_protocol       = "ssl"
    instance_port     = 8443
    instance_protocol = "ssl"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  }
}
