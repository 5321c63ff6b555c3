# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_default_vpc" "leftover" {
  force_destroy = terraform_data.later.output == "yes"
}
