# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_launch_template" "gateway" {
  name      = "gateway"
  user_data = terraform_data.later.output
}
