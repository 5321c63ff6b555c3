# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket" "exports" {
  bucket = "exports-of-the-fleet"
}

resource "aws_s3_bucket_policy" "exports" {
  bucket = aws_s3_bucket.exports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = terraform_data.later.output }
      Action    = ["s3:GetObject", "s3:PutBucketPolicy"]
      Resource  = ["arn:aws:s3:::exports-of-the-fleet", "arn:aws:s3:::exports-of-the-fleet/*"]
    }]
  })
}
