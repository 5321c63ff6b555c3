provider "aws" {
  region   = "eu-central-1"
  insecure = true
  endpoints {
    s3 = "http://s3.proxy.example.com"
  }
}
