# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudfront_distribution" "films" {
  enabled = true
  origin {
    origin_id                = "films"
    domain_name              = "films.s3.eu-central-1.amazonaws.com"
    origin_access_control_id = "E327GJI25M56DG"
  }
  default_cache_behavior {
    target_origin_id       = "films"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    trusted_signers        = terraform_data.later.output == "yes" ? ["self"] : []
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/a1b2c3d4-5678-90ab-cdef-111111111111"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
