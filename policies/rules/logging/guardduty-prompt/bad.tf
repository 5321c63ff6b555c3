resource "aws_guardduty_detector" "account" {
  finding_publishing_frequency = "SIX_HOURS"
}
