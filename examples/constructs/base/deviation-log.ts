import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, DataKey, DeviationLog, override, SecureBucket } from "iot-bulwark/constructs";
import { TerraformOutput } from "#tf";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const bucket = new SecureBucket(scope, "scratch", {
    context,
    purpose: "scratch",
    dataClass: "telemetry",
    key: telemetryKey,
    accessLogs,
    expireDays: 30,
  });
  override(bucket.bucket, "force_destroy", true, {
    control: "s3-bucket-no-force-destroy",
    reason: "A load test makes and removes this bucket",
    until: "2027-03-31",
    asOf: context.asOf,
  });
  const { deviations } = DeviationLog.of(scope);
  new TerraformOutput(scope, "accepted", { value: deviations.map(({ address }) => address).join(", ") });
}
