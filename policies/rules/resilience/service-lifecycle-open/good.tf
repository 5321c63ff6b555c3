resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  engine                      = "postgres"
  engine_version              = "17.5"
  username                    = "registry"
  manage_master_user_password = true
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions of the app"
  node_type            = "cache.t4g.small"
  engine_version       = "7.1"
}
