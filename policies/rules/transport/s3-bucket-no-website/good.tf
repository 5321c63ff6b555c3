resource "aws_s3_bucket" "advisories" {
  bucket = "advisories"
}
