resource "aws_ssm_document" "session" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    description   = "Sessions of operators"
    sessionType   = "Standard_Stream"
    inputs = {
      cloudWatchLogGroupName      = "sessions"
      cloudWatchEncryptionEnabled = true
    }
  })
}
