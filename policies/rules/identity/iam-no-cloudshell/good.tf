resource "aws_iam_group_policy_attachment" "support" {
  group      = "support"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
