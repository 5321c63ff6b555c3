resource "aws_ebs_volume" "buffer" {
  availability_zone = "eu-central-1a"
  size              = 20
}
