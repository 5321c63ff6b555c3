# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

# Written, though not known yet: the trail does go somewhere. This passes.
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "example-audit"
  cloud_watch_logs_group_arn = terraform_data.later.output
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/audit"
}
