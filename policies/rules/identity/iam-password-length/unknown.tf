# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_account_password_policy" "account" {
  require_symbols         = true
  minimum_password_length = length(terraform_data.later.output)
}
