# The run itself has a role; this provider takes that of the account it deploys to.
provider "aws" {
  region = "eu-central-1"
  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/deploy"
  }
}
