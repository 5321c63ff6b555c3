resource "aws_ebs_snapshot_copy" "archive" {
  source_region      = "eu-west-1"
  source_snapshot_id = "snap-0123456789abcdef0"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:eu-central-1:111122223333:key/0f0e0d0c-0b0a-4908-8706-050403020100"
}
