# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_efs_file_system" "state" {
  creation_token = "state"
  encrypted      = terraform_data.later.output == "yes"
}
