import type { Construct } from "constructs";
import { type BackendContext, ServiceRole } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const role = new ServiceRole(scope, "role", {
    context,
    purpose: "import",
    service: "firehose.amazonaws.com",
    sourceArn: context.arn("firehose", `deliverystream/${context.name("import")}`),
    dataClass: "telemetry",
    description: "What the import may do",
  });
  role.allow("Imports", ["s3:PutObject"], [`${context.bucketArn(context.bucketName("imports"))}/incoming/*`]);
}
