# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecr_repository" "backend" {
  name = "backend"
  image_scanning_configuration {
    scan_on_push = terraform_data.later.output == "yes"
  }
}
