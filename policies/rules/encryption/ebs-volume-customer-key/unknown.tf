# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ebs_volume" "buffer" {
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = terraform_data.later.output
}
