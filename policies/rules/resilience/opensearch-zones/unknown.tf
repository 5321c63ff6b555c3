# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = terraform_data.later.output == "yes"
  }
}
