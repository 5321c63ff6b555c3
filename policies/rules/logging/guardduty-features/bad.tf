resource "aws_guardduty_detector" "account" {
  enable = true
}

resource "aws_guardduty_detector_feature" "buckets" {
  detector_id = aws_guardduty_detector.account.id
  name        = "S3_DATA_EVENTS"
  status      = "DISABLED"
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-of-the-fleet"
}
