resource "aws_glue_job" "compact" {
  name     = "compact"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://scripts/compact.py"
  }
}
