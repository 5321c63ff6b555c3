# A commit of a repository, a tag with a version, a bounded version of a registry, an archive with its checksum.
module "network" {
  source = "git::https://modules.example.com/network.git//vpc?ref=6b1b94d0c9e64ad1b8f1f4f2b1f3a1c5d7e9a0b2"
}

module "queue" {
  source = "git::ssh://git@modules.example.com/queue.git?ref=v1.4.0"
}

module "cluster" {
  source  = "example-corp/cluster/aws"
  version = "~> 5.8.1"
}

module "archive" {
  source = "https://modules.example.com/archive.zip?checksum=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
}
