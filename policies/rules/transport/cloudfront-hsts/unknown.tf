# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudfront_response_headers_policy" "pages" {
  name = "pages"
  security_headers_config {
    content_type_options {
      override = true
    }
    strict_transport_security {
      access_control_max_age_sec = tonumber(terraform_data.later.output)
      include_subdomains         = true
      override                   = true
    }
  }
}
