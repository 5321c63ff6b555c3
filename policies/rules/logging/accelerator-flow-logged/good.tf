resource "aws_globalaccelerator_accelerator" "ingest" {
  name = "ingest"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "accelerator-logs"
    flow_logs_s3_prefix = "ingest/"
  }
}
