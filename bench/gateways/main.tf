# One gateway as a team registers thousands under for_each; bench/make-plan.ts makes as many of its plan as a mix asks for.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

locals {
  gateways = { "gateway-00001" = { site = "site-1", csr = file("gateway.csr") } }
  tags     = { "bulwark:product" = "smart-home" }
}

resource "aws_iot_thing_type" "gateway" {
  name = "smart-home-gateway"
  properties {
    description           = "Gateway in a building"
    searchable_attributes = ["site"]
  }
  tags = merge(local.tags, { "bulwark:support-until" = "2032-06-30" })
}

resource "aws_iot_thing_group" "site" {
  for_each = toset(["site-1", "site-2", "site-3", "site-4"])
  name     = "smart-home-gateways-${each.key}"
  tags     = local.tags
}

resource "aws_iot_policy" "gateway" {
  name = "smart-home-gateway"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iot:Connect"
        Resource  = "arn:aws:iot:eu-west-1:111122223333:client/$${iot:Connection.Thing.ThingName}"
        Condition = { Bool = { "iot:Connection.Thing.IsAttached" = "true" } }
      },
      {
        Effect   = "Allow"
        Action   = "iot:Publish"
        Resource = "arn:aws:iot:eu-west-1:111122223333:topic/gateways/$${iot:Connection.Thing.ThingName}/up"
      },
      {
        Effect   = "Allow"
        Action   = "iot:Subscribe"
        Resource = "arn:aws:iot:eu-west-1:111122223333:topicfilter/gateways/$${iot:Connection.Thing.ThingName}/down"
      },
      {
        Effect   = "Allow"
        Action   = "iot:Receive"
        Resource = "arn:aws:iot:eu-west-1:111122223333:topic/gateways/$${iot:Connection.Thing.ThingName}/down"
      },
    ]
  })
  tags = local.tags
}

resource "aws_iot_thing" "gateway" {
  for_each        = local.gateways
  name            = "smart-home-${each.key}"
  thing_type_name = aws_iot_thing_type.gateway.name
  attributes      = { site = each.value.site }
}

resource "aws_iot_certificate" "gateway" {
  for_each = local.gateways
  csr      = each.value.csr
  active   = true
}

resource "aws_iot_policy_attachment" "gateway" {
  for_each = local.gateways
  policy   = aws_iot_policy.gateway.name
  target   = aws_iot_certificate.gateway[each.key].arn
}

resource "aws_iot_thing_principal_attachment" "gateway" {
  for_each  = local.gateways
  thing     = aws_iot_thing.gateway[each.key].name
  principal = aws_iot_certificate.gateway[each.key].arn
}

resource "aws_iot_thing_group_membership" "gateway" {
  for_each         = local.gateways
  thing_name       = aws_iot_thing.gateway[each.key].name
  thing_group_name = aws_iot_thing_group.site[each.value.site].name
}
