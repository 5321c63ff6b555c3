resource "aws_globalaccelerator_accelerator" "ingest" {
  name = "ingest"
}
