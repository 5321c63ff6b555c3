resource "aws_transfer_connector" "partner" {
  access_role = "arn:aws:iam::123456789012:role/partner-files"
  url         = "sftp://files.example.com"
  sftp_config {
    trusted_host_keys = ["ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ"]
    user_secret_id    = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:partner-a1b2c3"
  }
}

resource "aws_transfer_server" "partners" {
  endpoint_type = "PUBLIC"
}
