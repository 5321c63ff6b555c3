resource "aws_iam_account_password_policy" "account" {
  require_symbols           = true
  password_reuse_prevention = 24
}
