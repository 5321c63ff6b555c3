# The telemetry path of one site, as a team calls it for every site it serves; bench/make-plan.ts makes as many module instances of its plan as a mix asks for.
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
  site    = "telemetry-site"
  account = "111122223333"
  tags    = { "bulwark:data-class" = "telemetry" }
}

resource "aws_kms_key" "site" {
  description             = "Telemetry of ${local.site}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = local.tags
}

resource "aws_s3_bucket" "archive" {
  bucket = "${local.site}-archive"
  tags   = local.tags
}

resource "aws_s3_bucket_public_access_block" "archive" {
  bucket                  = aws_s3_bucket.archive.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.site.arn
    }
  }
}

resource "aws_sqs_queue" "telemetry" {
  name              = "${local.site}-telemetry"
  kms_master_key_id = aws_kms_key.site.arn
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
  tags = local.tags
}

resource "aws_sqs_queue" "failed" {
  name                      = "${local.site}-failed"
  kms_master_key_id         = aws_kms_key.site.arn
  message_retention_seconds = 1209600
  tags                      = local.tags
}

resource "aws_iam_role" "ingest" {
  name = "${local.site}-ingest"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "iot.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
  tags = local.tags
}

resource "aws_iam_role_policy" "ingest" {
  name = "send"
  role = aws_iam_role.ingest.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = [aws_sqs_queue.telemetry.arn, aws_sqs_queue.failed.arn]
      },
      {
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = aws_kms_key.site.arn
      },
    ]
  })
}

resource "aws_cloudwatch_log_group" "ingest" {
  name              = "/iot/${local.site}"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.site.arn
  tags              = local.tags
}

resource "aws_iot_topic_rule" "telemetry" {
  name        = "telemetry_site_up"
  sql         = "SELECT temperature, humidity, timestamp() AS received FROM 'sites/${local.site}/+/up'"
  sql_version = "2016-03-23"
  enabled     = true
  sqs {
    queue_url  = aws_sqs_queue.telemetry.url
    role_arn   = aws_iam_role.ingest.arn
    use_base64 = false
  }
  error_action {
    sqs {
      queue_url  = aws_sqs_queue.failed.url
      role_arn   = aws_iam_role.ingest.arn
      use_base64 = false
    }
  }
  tags = local.tags
}
