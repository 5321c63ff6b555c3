resource "aws_iam_role" "copy" {
  name = "copy"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "s3.amazonaws.com" } }]
  })
}

resource "aws_kms_key" "copies" {
  description         = "Copies of firmware"
  enable_key_rotation = true
}

resource "aws_s3_bucket_replication_configuration" "firmware" {
  bucket = "acme-firmware"
  role   = aws_iam_role.copy.arn
  rule {
    id     = "copies"
    status = "Enabled"
    filter {
      prefix = ""
    }
    delete_marker_replication {
      status = "Disabled"
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
    destination {
      bucket = "arn:aws:s3:::acme-firmware-copies"
      encryption_configuration {
        replica_kms_key_id = aws_kms_key.copies.arn
      }
      metrics {
        status = "Enabled"
      }
    }
  }
}
