# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_globalaccelerator_accelerator" "ingest" {
  name = "ingest"
  attributes {
    flow_logs_enabled   = terraform_data.later.output == "yes"
    flow_logs_s3_bucket = "accelerator-logs"
    flow_logs_s3_prefix = "ingest/"
  }
}
