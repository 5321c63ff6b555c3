resource "aws_launch_template" "gateway" {
  name = "gateway"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}
