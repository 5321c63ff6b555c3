resource "aws_dynamodb_table" "parcels" {
  name         = "${local.name}-parcels"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "tracker"
  range_key    = "ts"
  attribute {
    name = "tracker"
    type = "S"
  }
  attribute {
    name = "ts"
    type = "N"
  }
  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}

# Diagnostics of trackers and a copy of all positions. What a security review asked for in 2023 is there; what it did not ask for is not.
resource "aws_s3_bucket" "positions" {
  bucket = "${local.name}-positions-${var.account}"
}

resource "aws_s3_bucket_public_access_block" "positions" {
  bucket                  = aws_s3_bucket.positions.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "positions" {
  bucket = aws_s3_bucket.positions.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Firmware is copied here by hand before a job is made in the console.
resource "aws_s3_bucket" "firmware" {
  bucket = "${local.name}-firmware-${var.account}"
}

resource "aws_s3_bucket_public_access_block" "firmware" {
  bucket                  = aws_s3_bucket.firmware.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "firmware" {
  bucket = aws_s3_bucket.firmware.id
  versioning_configuration {
    status = "Enabled"
  }
}
