# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  cluster_config {
    dedicated_master_enabled = terraform_data.later.output == "yes"
    dedicated_master_count   = 3
  }
}
