# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecr_repository" "backend" {
  name                 = "backend"
  image_tag_mutability = terraform_data.later.output
}
