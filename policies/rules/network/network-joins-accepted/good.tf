resource "aws_vpc_endpoint_service" "ingest" {
  acceptance_required        = true
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/ingest/50dc6c495c0c9188"]
}
