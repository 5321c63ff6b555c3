resource "aws_route53_zone" "devices" {
  name = "devices.example.com"
}

resource "aws_route53_query_log" "devices" {
  zone_id                  = aws_route53_zone.devices.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/devices"
}
