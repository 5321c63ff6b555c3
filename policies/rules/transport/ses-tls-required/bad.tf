resource "aws_ses_configuration_set" "notices" {
  name = "notices"
}
