resource "aws_iot_event_configurations" "this" {
  event_configurations = {
    CA_CERTIFICATE = true
    CERTIFICATE    = true
    JOB_EXECUTION  = false
    POLICY         = true
  }
}
