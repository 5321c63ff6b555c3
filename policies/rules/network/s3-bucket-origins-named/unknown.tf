# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = "device-uploads"
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = [terraform_data.later.output]
  }
}
