resource "aws_s3_bucket" "exports" {
  bucket = "exports-of-the-fleet"
}

resource "aws_s3_bucket_policy" "exports" {
  bucket = aws_s3_bucket.exports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = ["s3:ListBucket", "s3:GetObject"]
      Resource  = ["arn:aws:s3:::exports-of-the-fleet", "arn:aws:s3:::exports-of-the-fleet/*"]
    }]
  })
}
