# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain_policy" "search" {
  domain_name     = "search"
  access_policies = terraform_data.later.output
}
