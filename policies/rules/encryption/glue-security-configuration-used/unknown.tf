# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_glue_job" "compact" {
  name                   = "compact"
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  security_configuration = terraform_data.later.output == "" ? null : "jobs"
  command {
    script_location = "s3://scripts/compact.py"
  }
}
