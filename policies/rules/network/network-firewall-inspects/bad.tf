resource "aws_networkfirewall_firewall_policy" "ingest" {
  name = "ingest"
  firewall_policy {
    stateless_default_actions          = ["aws:pass"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}
