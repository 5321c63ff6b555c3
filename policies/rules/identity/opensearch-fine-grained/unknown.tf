# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  advanced_security_options {
    enabled = terraform_data.later.output == "yes"
    master_user_options {
      master_user_arn = "arn:aws:iam::123456789012:role/search"
    }
  }
}
