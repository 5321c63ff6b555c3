resource "aws_networkfirewall_rule_group" "known_bad" {
  name     = "known-bad"
  type     = "STATEFUL"
  capacity = 100
  rule_group {
    rules_source {
      rules_source_list {
        generated_rules_type = "DENYLIST"
        target_types         = ["TLS_SNI"]
        targets              = [".bad.example.com"]
      }
    }
  }
}

resource "aws_networkfirewall_firewall_policy" "ingest" {
  name = "ingest"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
    stateful_rule_group_reference {
      resource_arn = aws_networkfirewall_rule_group.known_bad.arn
    }
  }
}
