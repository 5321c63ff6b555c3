data "aws_iam_policy_document" "ingest_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["iot.amazonaws.com", "lambda.amazonaws.com"]
    }
  }
}

# One role for rules, function and log: it grew.
resource "aws_iam_role" "ingest" {
  name               = "${local.name}-ingest"
  assume_role_policy = data.aws_iam_policy_document.ingest_trust.json
}

resource "aws_iam_role_policy" "ingest" {
  name = "ingest"
  role = aws_iam_role.ingest.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["kinesis:PutRecord", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"], Resource = "arn:aws:kinesis:${var.region}:${var.account}:stream/${local.name}-*" },
      { Effect = "Allow", Action = ["sqs:SendMessage"], Resource = "arn:aws:sqs:${var.region}:${var.account}:${local.name}-*" },
      { Effect = "Allow", Action = ["dynamodb:*"], Resource = "arn:aws:dynamodb:${var.region}:${var.account}:table/${local.name}-*" },
      { Effect = "Allow", Action = ["logs:*"], Resource = "*" },
    ]
  })
}

resource "aws_kinesis_stream" "positions" {
  name             = "${local.name}-positions"
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_sqs_queue" "carrier" {
  for_each                  = var.carriers
  name                      = "${local.name}-${each.key}"
  message_retention_seconds = 345600
}

resource "aws_lambda_function" "locate" {
  function_name    = "${local.name}-locate"
  role             = aws_iam_role.ingest.arn
  runtime          = "nodejs18.x"
  handler          = "locate.handler"
  timeout          = 30
  s3_bucket        = "parcel-tracker-artifacts-${var.account}"
  s3_key           = "locate/1.14.0.zip"
  source_code_hash = "mbLkQZ0r5u2Q2nYVbX8o8Xw3mJ1l7h9d0p4s6t8v0A0="
  environment {
    variables = { TABLE = aws_dynamodb_table.parcels.name }
  }
}

resource "aws_lambda_event_source_mapping" "positions" {
  event_source_arn  = aws_kinesis_stream.positions.arn
  function_name     = aws_lambda_function.locate.arn
  starting_position = "LATEST"
  batch_size        = 200
}

resource "aws_cloudwatch_log_group" "locate" {
  name              = "/aws/lambda/${local.name}-locate"
  retention_in_days = 30
}
