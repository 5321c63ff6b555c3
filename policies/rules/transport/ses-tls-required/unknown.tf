# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ses_configuration_set" "notices" {
  name = "notices"
  delivery_options {
    tls_policy = terraform_data.later.output
  }
}
