# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_acl" "lake" {
  bucket = "telemetry-lake"
  acl    = terraform_data.later.output
}
