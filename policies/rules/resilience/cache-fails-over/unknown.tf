# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  node_type            = "cache.t4g.small"
  engine               = "redis"
  num_cache_clusters   = 2
  automatic_failover_enabled = terraform_data.later.output == "yes"
}
