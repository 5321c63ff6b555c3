# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_sqs_queue" "failed" {
  name              = "failed"
  kms_master_key_id = terraform_data.later.output
}
