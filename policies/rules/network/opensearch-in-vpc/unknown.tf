# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  dynamic "vpc_options" {
    for_each = [terraform_data.later.output]
    content {
      subnet_ids = [vpc_options.value]
    }
  }
}
