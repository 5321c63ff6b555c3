import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, CodeSigning } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  new CodeSigning(scope, "code-signing", { context, accessLogs });
}
