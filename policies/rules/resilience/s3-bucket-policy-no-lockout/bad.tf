resource "aws_s3_bucket" "lake" {
  bucket = "telemetry-lake"
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::telemetry-lake", "arn:aws:s3:::telemetry-lake/*"]
    }]
  })
}
