# A plan does not show what a local holds.
locals {
  behind_proxy = false
}

provider "aws" {
  region   = "eu-central-1"
  insecure = local.behind_proxy
}
