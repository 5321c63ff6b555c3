# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_instance" "gateway" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  iam_instance_profile = terraform_data.later.output == "yes" ? "gateway" : null
}
