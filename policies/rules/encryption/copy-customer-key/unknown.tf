# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ebs_snapshot_copy" "archive" {
  source_region      = "eu-west-1"
  source_snapshot_id = "snap-0123456789abcdef0"
  encrypted          = true
  kms_key_id         = terraform_data.later.output
}
