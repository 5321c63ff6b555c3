resource "aws_iam_account_password_policy" "account" {
  require_symbols         = true
  minimum_password_length = 14
}
