# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ssm_patch_baseline" "gateway" {
  name             = "gateway"
  operating_system = "AMAZON_LINUX_2023"
  approval_rule {
    approve_after_days = length(terraform_data.later.output)
    patch_filter {
      key    = "CLASSIFICATION"
      values = ["Security"]
    }
  }
}
