# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  software_update_options {
    auto_software_update_enabled = terraform_data.later.output == "yes"
  }
}
