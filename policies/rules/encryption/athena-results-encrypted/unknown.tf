# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
  configuration {
    result_configuration {
      output_location = "s3://query-results/"
      encryption_configuration {
        encryption_option = terraform_data.later.output
      }
    }
  }
}
