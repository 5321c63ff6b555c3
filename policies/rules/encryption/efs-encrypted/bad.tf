resource "aws_efs_file_system" "state" {
  creation_token = "state"
}
