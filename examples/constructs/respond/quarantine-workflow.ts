import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlarmBus,
  AlertTopic,
  type BackendContext,
  CodeSigning,
  ConnectionCutter,
  DataKey,
  IncidentRecorder,
  QuarantineWorkflow,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  const bus = new AlarmBus(scope, "bus", { context, key: auditKey, alerts });
  const recorder = new IncidentRecorder(scope, "incidents", { context, key: auditKey, logKey: auditKey, alerts, codeSigning });
  const cutter = new ConnectionCutter(scope, "cutter", { context, key: auditKey, logKey: auditKey, alerts, codeSigning });
  new QuarantineWorkflow(scope, "quarantine", { context, bus, recorder, cutter, key: auditKey, logKey: auditKey, alerts });
}
