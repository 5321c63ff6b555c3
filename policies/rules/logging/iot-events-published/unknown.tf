# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_event_configurations" "this" {
  event_configurations = {
    CA_CERTIFICATE = true
    CERTIFICATE    = true
    JOB_EXECUTION  = terraform_data.later.output == "yes"
    POLICY         = true
  }
}
