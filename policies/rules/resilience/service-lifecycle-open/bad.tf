resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  engine                      = "mysql"
  engine_version              = "5.7.44"
  username                    = "registry"
  manage_master_user_password = true
}

resource "aws_timestreamwrite_database" "telemetry" {
  database_name = "telemetry"
}

resource "aws_wafregional_web_acl" "api" {
  name        = "api"
  metric_name = "api"
  default_action {
    type = "ALLOW"
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions of the app"
  node_type            = "cache.t4g.small"
  engine_version       = "5.0.6"
}

resource "aws_glue_job" "compact" {
  name         = "compact"
  role_arn     = "arn:aws:iam::123456789012:role/glue"
  glue_version = "2.0"
  command {
    script_location = "s3://scripts/compact.py"
  }
}
