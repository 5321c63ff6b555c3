export type { Accept } from "./base/accept.js";
export { AlertTopic, type AlertTopicProps } from "./base/alert-topic.js";
export {
  BackendContext,
  type BackendContextProps,
  type CfnRenderer,
  DATA_CLASSES,
  type DataClass,
  type InContext,
} from "./base/backend-context.js";
export { CfnTyped, type CfnTypedProps } from "./base/cfn-typed.js";
export { CERTIFICATE_PROVIDER, ENCRYPTION_CONFIGURATION, RESOURCE_SPECIFIC_LOGGING } from "./base/cfn-typed-account.js";
export { ACCOUNT_AUDIT_CONFIGURATION, MITIGATION_ACTION, SCHEDULED_AUDIT } from "./base/cfn-typed-audit.js";
export { CUSTOM_METRIC, DIMENSION, FLEET_METRIC, SECURITY_PROFILE } from "./base/cfn-typed-detect.js";
export type { CfnProperties, CfnType } from "./base/cfn-typed-shape.js";
export { COMMAND, JOB_TEMPLATE, SOFTWARE_PACKAGE, SOFTWARE_PACKAGE_VERSION } from "./base/cfn-typed-update.js";
export { CONTROLS, type ControlId } from "./base/controls.js";
export { DataKey, type DataKeyProps, type KeyUse } from "./base/data-key.js";
export { DeadLetterQueue, type DeadLetterQueueProps } from "./base/dead-letter-queue.js";
export { DeviationLog } from "./base/deviation-log.js";
export { iotVar, policyVar, THING_NAME } from "./base/iot-var.js";
export { NodeFunction, type NodeFunctionProps } from "./base/node-function.js";
export { type ObjectLock, SecureBucket, type SecureBucketProps } from "./base/secure-bucket.js";
export { SecureLogGroup, type SecureLogGroupProps } from "./base/secure-log-group.js";
export { ServiceRole, type ServiceRoleProps } from "./base/service-role.js";
export { ClaimPolicy, type ClaimPolicyProps } from "./identity/claim-policy.js";
export { DeviceCredentials, type DeviceCredentialsProps } from "./identity/device-credentials.js";
export { DeviceEndpoint, type DeviceEndpointProps } from "./identity/device-endpoint.js";
export { DevicePolicy, type DevicePolicyProps } from "./identity/device-policy.js";
export { DeviceRegistry, type DeviceRegistryProps } from "./identity/device-registry.js";
export { FleetProvisioning, type FleetProvisioningProps } from "./identity/fleet-provisioning.js";
export { ThingGroups } from "./identity/thing-groups.js";
export { type DeviceModel, ThingTypes, type ThingTypesProps } from "./identity/thing-types.js";
export { TelemetryLake, type TelemetryLakeProps } from "./ingest/telemetry-lake.js";
export { TelemetryRule, type TelemetryRuleProps } from "./ingest/telemetry-rule.js";
export { IotBackend, type IotBackendProps } from "./iot-backend.js";
export { AccessLogBucket, type AccessLogBucketProps } from "./record/access-log-bucket.js";
export { AuditTrail, type AuditTrailProps } from "./record/audit-trail.js";
export { IotLogging, type IotLoggingProps } from "./record/iot-logging.js";
export { FirmwareStore, type FirmwareStoreProps } from "./update/firmware-store.js";
