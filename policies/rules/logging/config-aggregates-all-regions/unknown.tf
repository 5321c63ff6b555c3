# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_config_configuration_aggregator" "fleet" {
  name = "fleet"
  account_aggregation_source {
    account_ids = ["123456789012"]
    all_regions = terraform_data.later.output == "yes"
  }
}
