import { Construct } from "constructs";
import { AccessLogBucket, AlertTopic, BackendContext, BucketReplication, DataKey, OnProvider, SecureBucket } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { Aspects } from "#tf";

export function example(scope: Construct, context: BackendContext): void {
  const there = { context: new BackendContext(scope, { ...context, region: "eu-central-1" }), scope: new Construct(scope, "there") };
  Aspects.of(there.scope).add(new OnProvider(new AwsProvider(scope, "provider", { alias: "reports", region: there.context.region })));
  const [from, to] = [{ context, scope }, there].map((at) => {
    const key = new DataKey(at.scope, "audit-key", { context: at.context, dataClass: "audit" });
    const accessLogs = new AccessLogBucket(at.scope, "access-logs", { context: at.context }).bucket;
    const alertKey = new DataKey(at.scope, "alert-key", { context: at.context, dataClass: "alerts" });
    const alerts = new AlertTopic(at.scope, "alerts", { context: at.context, key: alertKey });
    const reports = { ...at, purpose: "reports", dataClass: "audit", key, accessLogs, expireDays: "evidence", objectLock: {} } as const;
    return { key, alerts, bucket: new SecureBucket(at.scope, "reports", reports) };
  });
  if (from && to)
    new BucketReplication(scope, "replication", {
      context,
      purpose: "reports",
      from,
      to,
      alerts: from.alerts,
      there: { ...there, alerts: to.alerts },
    });
}
