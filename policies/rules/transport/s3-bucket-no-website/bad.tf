resource "aws_s3_bucket" "advisories" {
  bucket = "advisories"
}

resource "aws_s3_bucket_website_configuration" "advisories" {
  bucket = aws_s3_bucket.advisories.bucket
  index_document {
    suffix = "index.html"
  }
}
