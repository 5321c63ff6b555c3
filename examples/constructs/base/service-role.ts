import type { Construct } from "constructs";
import { type BackendContext, ServiceRole } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const role = new ServiceRole(scope, "role", {
    context,
    purpose: "import",
    service: "glue.amazonaws.com",
    sourceArn: context.arn("glue", "job/import"),
    dataClass: "telemetry",
    description: "What the import may do",
  });
  role.allow("Imports", ["s3:GetObject"], [`${context.bucketArn(context.bucketName("imports"))}/incoming/*`]);
}
