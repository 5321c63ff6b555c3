# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lb" "app" {
  name               = "app"
  load_balancer_type = "application"
  subnets            = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_wafv2_web_acl_association" "app" {
  resource_arn = terraform_data.later.output
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/app/a1b2c3d4-5678-90ab-cdef-111111111111"
}
