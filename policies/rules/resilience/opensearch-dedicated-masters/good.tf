resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_type    = "m6g.large.search"
    dedicated_master_count   = 3
  }
}
