# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_access_point" "readers" {
  bucket = "telemetry-lake"
  name   = "readers"
  public_access_block_configuration {
    block_public_policy = terraform_data.later.output == "blocked"
  }
}
