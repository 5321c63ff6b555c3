resource "aws_ecr_repository" "worker" {
  name = "worker"
}
