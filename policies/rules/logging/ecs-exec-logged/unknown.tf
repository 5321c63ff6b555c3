# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecs_cluster" "workers" {
  name = "workers"
  configuration {
    execute_command_configuration {
      logging = terraform_data.later.output
    }
  }
}
