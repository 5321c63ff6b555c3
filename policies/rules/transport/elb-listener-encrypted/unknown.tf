# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_elb" "ingest" {
  name    = "ingest"
  subnets = ["subnet-0123456789abcdef0"]
  listener {
    lb_port           = 443
    lb_protocol       = terraform_data.later.output == "yes" ? "ssl" : "tcp"
    instance_port     = 8443
    instance_protocol = "tcp"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  }
}
