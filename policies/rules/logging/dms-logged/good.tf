resource "aws_dms_replication_task" "legacy" {
  replication_task_id      = "legacy"
  migration_type           = "full-load-and-cdc"
  replication_instance_arn = "arn:aws:dms:eu-central-1:123456789012:rep:LEGACY"
  source_endpoint_arn      = "arn:aws:dms:eu-central-1:123456789012:endpoint:LEGACY"
  target_endpoint_arn      = "arn:aws:dms:eu-central-1:123456789012:endpoint:REGISTRY"
  table_mappings = jsonencode({
    rules = [{
      rule-type      = "selection"
      rule-id        = "1"
      rule-name      = "1"
      object-locator = { schema-name = "%", table-name = "%" }
      rule-action    = "include"
    }]
  })
  replication_task_settings = jsonencode({
    Logging = {
      EnableLogging = true
      LogComponents = [
        { Id = "SOURCE_UNLOAD", Severity = "LOGGER_SEVERITY_DEFAULT" },
        { Id = "TARGET_APPLY", Severity = "LOGGER_SEVERITY_DEBUG" },
        { Id = "TASK_MANAGER", Severity = "LOGGER_SEVERITY_ERROR" },
      ]
    }
  })
}
