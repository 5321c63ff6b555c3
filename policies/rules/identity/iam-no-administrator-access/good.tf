resource "aws_iam_role_policy_attachment" "telemetry" {
  role       = "telemetry"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
