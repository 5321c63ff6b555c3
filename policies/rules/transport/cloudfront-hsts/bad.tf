resource "aws_cloudfront_response_headers_policy" "pages" {
  name = "pages"
  security_headers_config {
    content_type_options {
      override = true
    }
  }
}
