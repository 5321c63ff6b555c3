# Read at apply, so that it can be planned without AWS.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

data "aws_ami" "gateway" {
  most_recent = true
  owners      = [for owner in split(",", "${terraform_data.later.output},${terraform_data.later.id}") : owner]
  filter {
    name   = "name"
    values = ["gateway-*"]
  }
  depends_on = [terraform_data.later]
}
