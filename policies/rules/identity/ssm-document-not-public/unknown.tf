# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content = jsonencode({
    schemaVersion = "2.2"
    description   = "Restarts the gateway"
    mainSteps     = []
  })
  permissions = {
    type        = "Share"
    account_ids = terraform_data.later.output
  }
}
