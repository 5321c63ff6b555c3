resource "aws_efs_file_system_policy" "assets" {
  file_system_id = "fs-0123456789abcdef0"
  policy         = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/web" }
      Action    = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    }]
  })
}
