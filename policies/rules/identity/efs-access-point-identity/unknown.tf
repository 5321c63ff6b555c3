# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_efs_access_point" "worker" {
  file_system_id = "fs-0123456789abcdef0"
  posix_user {
    gid = 1000
    uid = length(terraform_data.later.output)
  }
}
