resource "aws_iam_user" "mailer" {
  name = "mailer"
}
