terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = { team = "tracking", service = "parcel-tracker" }
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "account" {
  description = "Account the stack runs in"
  type        = string
  default     = "111122223333"
}

variable "environment" {
  type    = string
  default = "prod"
}

variable "carriers" {
  description = "Carriers that get a queue of their own events"
  type        = set(string)
  default     = ["north", "south"]
}

locals {
  name = "parcel-tracker-${var.environment}"
  iot  = "arn:aws:iot:${var.region}:${var.account}"
}
