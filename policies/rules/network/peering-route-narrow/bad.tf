resource "aws_route" "partner" {
  route_table_id            = "rtb-0123456789abcdef0"
  vpc_peering_connection_id = "pcx-0123456789abcdef0"
  destination_cidr_block    = "0.0.0.0/0"
}
