resource "aws_config_configuration_aggregator" "fleet" {
  name = "fleet"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = true
  }
}
