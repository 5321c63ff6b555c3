# A plan does not show what a local holds.
locals {
  deploy = { id = "AKIAIOSFODNN7EXAMPLE" }
}

provider "aws" {
  region     = "eu-central-1"
  access_key = local.deploy.id
}
