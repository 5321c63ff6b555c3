# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket" "advisories" {
  bucket = "advisories"
}

resource "aws_s3_bucket_website_configuration" "advisories" {
  bucket = terraform_data.later.output
  index_document {
    suffix = "index.html"
  }
}
