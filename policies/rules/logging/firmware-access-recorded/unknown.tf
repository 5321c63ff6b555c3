# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket" "firmware" {
  bucket = "example-firmware"
  tags = {
    "bulwark:data-class" = "firmware"
  }
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-audit"
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = [terraform_data.later.output]
    }
  }
}
