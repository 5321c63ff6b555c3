# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_guardduty_detector" "account" {
  enable = true
}

resource "aws_guardduty_detector_feature" "buckets" {
  detector_id = aws_guardduty_detector.account.id
  name        = "S3_DATA_EVENTS"
  status      = terraform_data.later.output
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-of-the-fleet"
}
