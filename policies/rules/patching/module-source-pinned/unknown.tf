# The name says a version, and nothing holds what lies there to it.
module "archive" {
  source = "https://modules.example.com/archive-1.4.0.zip"
}
