resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::FleetMetric"
  desired_state = jsonencode({
    MetricName       = "offline"
    IndexName        = "AWS_Things"
    QueryString      = "connectivity.connected:false"
    QueryVersion     = "2017-09-30"
    Period           = 300
    AggregationField = "thingName"
    AggregationType  = { Name = "Statistics", Values = ["count"] }
  })
}

resource "aws_cloudwatch_metric_alarm" "offline" {
  alarm_name          = "offline"
  namespace           = "AWS/IoTFleetMetrics"
  metric_name         = "low-battery"
  dimensions          = { AggregationType = "count" }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 50
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = ["arn:aws:sns:eu-central-1:123456789012:alerts"]
}
