# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_launch_template" "gateway" {
  name = "gateway"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = length(terraform_data.later.output)
  }
}
