# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_signer_signing_profile" "firmware" {
  name        = "firmware"
  platform_id = "AWSIoTDeviceManagement-SHA256-ECDSA"
  signing_material {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }
  signature_validity_period {
    type  = "YEARS"
    value = length(terraform_data.later.output)
  }
}
