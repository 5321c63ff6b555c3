resource "aws_customer_gateway" "plant" {
  bgp_asn    = "65000"
  ip_address = "198.51.100.10"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "plant" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_vpn_connection" "plant" {
  customer_gateway_id                 = aws_customer_gateway.plant.id
  vpn_gateway_id                      = aws_vpn_gateway.plant.id
  type                                = "ipsec.1"
  tunnel1_phase1_dh_group_numbers     = [2, 20]
  tunnel1_phase1_integrity_algorithms = ["SHA2-384"]
  tunnel1_phase2_dh_group_numbers     = [20]
  tunnel1_phase2_integrity_algorithms = ["SHA2-384"]
  tunnel2_phase1_dh_group_numbers     = [20]
  tunnel2_phase1_integrity_algorithms = ["SHA2-384"]
  tunnel2_phase2_dh_group_numbers     = [20]
  tunnel2_phase2_integrity_algorithms = ["SHA1", "SHA2-384"]
}
