# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ec2_image_block_public_access" "region" {
  state = terraform_data.later.output
}
