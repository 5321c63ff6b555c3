resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  software_update_options {
    auto_software_update_enabled = true
  }
}
