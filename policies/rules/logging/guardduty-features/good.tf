resource "aws_guardduty_detector" "account" {
  enable = true
}

resource "aws_guardduty_detector_feature" "buckets" {
  detector_id = aws_guardduty_detector.account.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-of-the-fleet"
}

resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.account.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"

  additional_configuration {
    name   = "EC2_AGENT_MANAGEMENT"
    status = "ENABLED"
  }
}

resource "aws_instance" "broker" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}
