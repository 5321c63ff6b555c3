resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_ebs_volume" "buffer" {
  availability_zone = "eu-central-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = aws_kms_key.data.arn
}
