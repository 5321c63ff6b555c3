# A proxy that opens TLS: its authority is named, and everything else is verified as before.
provider "aws" {
  region           = "eu-central-1"
  custom_ca_bundle = "/etc/ssl/certs/proxy.pem"
  endpoints {
    s3 = "https://s3.proxy.example.com"
  }
}
