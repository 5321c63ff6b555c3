resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  node_type                  = "cache.t4g.small"
  engine                     = "redis"
  transit_encryption_enabled = true
  user_group_ids             = ["programs"]
}
