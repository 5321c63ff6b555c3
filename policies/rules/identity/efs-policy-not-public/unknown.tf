# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_efs_file_system_policy" "assets" {
  file_system_id = "fs-0123456789abcdef0"
  policy         = terraform_data.later.output
}
