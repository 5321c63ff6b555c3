# Trackers on roll containers: GPS, temperature, shock. They were shipped with one policy, which nobody dared to touch since.

resource "aws_iot_thing_type" "tracker" {
  name = "${local.name}-tracker"
}

resource "aws_iot_thing_group" "fleet" {
  name = "${local.name}-fleet"
}

data "aws_iam_policy_document" "tracker" {
  statement {
    actions   = ["iot:Connect"]
    resources = ["${local.iot}:client/$${iot:Connection.Thing.ThingName}"]
  }
  # Meant for its own topic; the wildcard reaches all of them.
  statement {
    actions   = ["iot:Publish", "iot:Receive"]
    resources = ["${local.iot}:topic/trackers/*"]
  }
  statement {
    actions   = ["iot:Subscribe"]
    resources = ["${local.iot}:topicfilter/trackers/*"]
  }
}

resource "aws_iot_policy" "tracker" {
  name   = "${local.name}-tracker"
  policy = data.aws_iam_policy_document.tracker.json
}

resource "aws_iot_role_alias" "tracker" {
  alias               = "${local.name}-tracker"
  role_arn            = aws_iam_role.tracker.arn
  credential_duration = 3600
}

data "aws_iam_policy_document" "tracker_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["credentials.iot.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "tracker" {
  name               = "${local.name}-tracker"
  assume_role_policy = data.aws_iam_policy_document.tracker_trust.json
}

data "aws_iam_policy_document" "tracker_upload" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.positions.arn}/diagnostics/*"]
  }
}

resource "aws_iam_role_policy" "tracker" {
  name   = "upload"
  role   = aws_iam_role.tracker.id
  policy = data.aws_iam_policy_document.tracker_upload.json
}

# Positions go to the stream, shocks to the carrier's queue. Neither has an error action.
resource "aws_iot_topic_rule" "positions" {
  name        = replace("${local.name}_positions", "-", "_")
  enabled     = true
  sql         = "SELECT *, topic(2) AS tracker FROM 'trackers/+/position'"
  sql_version = "2016-03-23"
  kinesis {
    partition_key = "$${topic(2)}"
    role_arn      = aws_iam_role.ingest.arn
    stream_name   = aws_kinesis_stream.positions.name
  }
}

resource "aws_iot_topic_rule" "shocks" {
  for_each    = var.carriers
  name        = replace("${local.name}_shocks_${each.key}", "-", "_")
  enabled     = true
  sql         = "SELECT * FROM 'trackers/+/shock' WHERE carrier = '${each.key}'"
  sql_version = "2016-03-23"
  sqs {
    queue_url  = aws_sqs_queue.carrier[each.key].url
    role_arn   = aws_iam_role.ingest.arn
    use_base64 = false
  }
}

resource "aws_iot_logging_options" "this" {
  default_log_level = "ERROR"
  role_arn          = aws_iam_role.ingest.arn
}
