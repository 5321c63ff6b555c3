resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

resource "aws_s3_bucket_policy" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyPlainText"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:DeleteObject"
      Resource  = ["arn:aws:s3:::example-telemetry", "arn:aws:s3:::example-telemetry/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
