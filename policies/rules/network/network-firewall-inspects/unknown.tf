# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_networkfirewall_firewall_policy" "ingest" {
  name = "ingest"
  firewall_policy {
    stateless_default_actions          = [terraform_data.later.id]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}
