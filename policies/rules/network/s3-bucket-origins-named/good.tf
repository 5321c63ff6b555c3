resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = "device-uploads"
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://app.example.com"]
  }
}
