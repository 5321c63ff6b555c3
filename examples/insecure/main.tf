# A backend as it is often found: it works, and most of it is open. `bulwark check examples/insecure` reads plan.json, the real plan of this file;
# expected-results.json holds what it must find. Every mistake is marked with a comment. Never apply this.

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
  account = "111122223333"
  iot     = "arn:aws:iot:eu-west-1:111122223333"
}

# --- Identity --------------------------------------------------------------------------------------------------------------------------

# Every device may do everything, as any other device.
resource "aws_iot_policy" "device" {
  name = "sensor-device"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }]
  })
}

# Names the actions but not the device: any sensor reads and writes all topics, and may leave retained messages.
resource "aws_iot_policy" "gateway" {
  name   = "sensor-gateway"
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": ["iot:Connect"], "Resource": "${local.iot}:client/*" },
        { "Effect": "Allow", "Action": ["iot:Publish", "iot:RetainPublish", "iot:Receive"], "Resource": "${local.iot}:topic/*" },
        { "Effect": "Allow", "Action": ["iot:Subscribe"], "Resource": "${local.iot}:topicfilter/*" }
      ]
    }
  JSON
}

# The claim lets AWS make the key pair, so a private key travels, and it may connect as any client.
resource "aws_iot_policy" "claim" {
  name = "sensor-claim"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iot:Connect", Resource = "*" },
      { Effect = "Allow", Action = ["iot:Publish", "iot:Receive"], Resource = ["${local.iot}:topic/$aws/certificates/create/*", "${local.iot}:topic/$aws/provisioning-templates/*"] },
      { Effect = "Allow", Action = "iot:Subscribe", Resource = ["${local.iot}:topicfilter/$aws/certificates/create/*", "${local.iot}:topicfilter/$aws/provisioning-templates/*"] },
    ]
  })
}

# One certificate for the whole fleet, its private key in the Terraform state.
resource "aws_iot_certificate" "shared" {
  active = true
}

resource "aws_iot_policy_attachment" "shared" {
  policy = aws_iot_policy.device.name
  target = aws_iot_certificate.shared.arn
}

# Trusts AWS IoT for any account, and may do anything.
resource "aws_iam_role" "iot" {
  name = "sensor-iot"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "iot.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "iot" {
  role = aws_iam_role.iot.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "iot_admin" {
  role       = aws_iam_role.iot.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# Credentials of a stolen device live for twelve hours.
resource "aws_iot_role_alias" "device" {
  alias               = "sensor-device"
  role_arn            = aws_iam_role.iot.arn
  credential_duration = 43200
}

# Nobody checks who asks for an identity.
resource "aws_iot_provisioning_template" "fleet" {
  name                  = "sensor-fleet"
  provisioning_role_arn = aws_iam_role.iot.arn
  enabled               = true
  template_body = jsonencode({
    Parameters = { SerialNumber = { Type = "String" }, "AWS::IoT::Certificate::Id" = { Type = "String" } }
    Resources = {
      certificate = { Type = "AWS::IoT::Certificate", Properties = { CertificateId = { Ref = "AWS::IoT::Certificate::Id" }, Status = "Active" } }
      policy      = { Type = "AWS::IoT::Policy", Properties = { PolicyName = aws_iot_policy.device.name } }
      thing       = { Type = "AWS::IoT::Thing", Properties = { ThingName = { Ref = "SerialNumber" } } }
    }
  })
}

# Still takes TLS 1.0.
resource "aws_iot_domain_configuration" "devices" {
  name         = "sensors"
  service_type = "DATA"
  tls_config {
    security_policy = "IoTSecurityPolicy_TLS12_1_0_2016_01"
  }
}

# Any CA certificate registers devices by itself.
resource "aws_iot_ca_certificate" "factory" {
  active                  = true
  allow_auto_registration = true
  certificate_mode        = "SNI_ONLY"
  ca_certificate_pem      = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
}

# --- Ingest ----------------------------------------------------------------------------------------------------------------------------

# Takes every topic and every field, with an old SQL dialect; what cannot be stored is lost; the device picks the object's name.
resource "aws_iot_topic_rule" "everything" {
  name        = "everything"
  enabled     = true
  sql         = "SELECT * FROM '#'"
  sql_version = "2015-10-08"
  s3 {
    bucket_name = aws_s3_bucket.telemetry.bucket
    key         = "$${topic()}/$${timestamp()}"
    role_arn    = aws_iam_role.iot.arn
  }
}

# Anyone may read and write the queue, in plain text; a message is gone after a day.
resource "aws_sqs_queue" "jobs" {
  name                      = "sensor-jobs"
  sqs_managed_sse_enabled   = false
  message_retention_seconds = 86400
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.url
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "arn:aws:sqs:eu-west-1:${local.account}:sensor-jobs" }]
  })
}

# Alarms in plain text.
resource "aws_sns_topic" "alarms" {
  name = "sensor-alarms"
}

# Not encrypted in the stream, failures not logged.
resource "aws_kinesis_firehose_delivery_stream" "raw" {
  name        = "sensor-raw"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = aws_iam_role.iot.arn
    bucket_arn = aws_s3_bucket.telemetry.arn
  }
}

# --- Storage ---------------------------------------------------------------------------------------------------------------------------

# Personal telemetry in a bucket anyone may list: no key, no versions, no log, no end to retention.
resource "aws_s3_bucket" "telemetry" {
  bucket = "sensor-telemetry-${local.account}"
}

resource "aws_s3_bucket_public_access_block" "telemetry" {
  bucket                  = aws_s3_bucket.telemetry.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_ownership_controls" "telemetry" {
  bucket = aws_s3_bucket.telemetry.id
  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_acl" "telemetry" {
  bucket = aws_s3_bucket.telemetry.id
  acl    = "public-read"
}

# Firmware anyone may fetch and a mistake may overwrite.
resource "aws_s3_bucket" "firmware" {
  bucket        = "sensor-firmware-${local.account}"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "firmware" {
  bucket = aws_s3_bucket.firmware.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_policy" "firmware" {
  bucket = aws_s3_bucket.firmware.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::sensor-firmware-${local.account}/*" }]
  })
}

# No key of our own, no way back in time, deleted by one command.
resource "aws_dynamodb_table" "devices" {
  name         = "sensor-devices"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# Never rotated, gone a week after a slip, usable by every AWS account.
resource "aws_kms_key" "data" {
  description             = "sensor data"
  deletion_window_in_days = 7
  enable_key_rotation     = false
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:*", Resource = "*" }]
  })
}

# --- Compute and patching ----------------------------------------------------------------------------------------------------------------

# A runtime without security patches, a password in clear text, no dead letters, no bound, no trace.
resource "aws_lambda_function" "ingest" {
  function_name = "sensor-ingest"
  role          = aws_iam_role.iot.arn
  runtime       = "nodejs16.x"
  handler       = "index.handler"
  s3_bucket     = aws_s3_bucket.firmware.bucket
  s3_key        = "lambda/ingest.zip"
  environment {
    variables = {
      DATABASE_PASSWORD = "correct-horse-battery-staple"
    }
  }
}

# Any rule of any account may call it.
resource "aws_lambda_permission" "iot" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.ingest.function_name
  principal     = "iot.amazonaws.com"
}

# Critical patches wait two months.
resource "aws_ssm_patch_baseline" "gateways" {
  name             = "sensor-gateways"
  operating_system = "AMAZON_LINUX_2023"
  approval_rule {
    approve_after_days = 60
    patch_filter {
      key    = "CLASSIFICATION"
      values = ["Security"]
    }
  }
}

# --- Records ---------------------------------------------------------------------------------------------------------------------------

# Kept for ever or not at all, as nobody decided; no key.
resource "aws_cloudwatch_log_group" "ingest" {
  name = "/aws/lambda/sensor-ingest"
}

# Refused connections leave no trace.
resource "aws_iot_logging_options" "this" {
  default_log_level = "DISABLED"
  role_arn          = aws_iam_role.iot.arn
}

# One region, not validated, no key, into a bucket anyone may write to.
resource "aws_cloudtrail" "audit" {
  name                          = "sensor-audit"
  s3_bucket_name                = aws_s3_bucket.firmware.bucket
  is_multi_region_trail         = false
  include_global_service_events = false
  enable_log_file_validation    = false
}
