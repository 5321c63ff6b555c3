# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_mq_broker" "partners" {
  broker_name        = "partners"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = terraform_data.later.output
  user {
    username = "operator"
    password = "not-a-real-one-0123"
  }
}
