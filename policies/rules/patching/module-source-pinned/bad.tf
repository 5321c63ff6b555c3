module "network" {
  source = "git::https://modules.example.com/network.git//vpc"
}

module "queue" {
  source = "git::https://modules.example.com/queue.git?ref=main"
}

module "cluster" {
  source  = "example-corp/cluster/aws"
  version = ">= 5.0"
}

module "newest" {
  source = "example-corp/cluster/aws"
}

module "archive" {
  source = "https://modules.example.com/archive.zip"
}
