resource "aws_securityhub_account" "account" {
  auto_enable_controls = true
}
