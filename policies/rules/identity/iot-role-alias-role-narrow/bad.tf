resource "aws_iam_role" "camera" {
  name = "camera"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "credentials.iot.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "camera" {
  name = "camera"
  role = aws_iam_role.camera.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:Publish", Resource = "*" }]
  })
}

resource "aws_iot_role_alias" "camera" {
  alias               = "camera"
  role_arn            = aws_iam_role.camera.arn
  credential_duration = 3600
}
