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
export { CoreEncryption, type CoreEncryptionProps } from "./detect/core-encryption.js";
export { DeviceAudit, type DeviceAuditProps } from "./detect/device-audit.js";
export { SecurityProfile, type SecurityProfileProps } from "./detect/security-profile.js";
export { TargetLogging, type TargetLoggingProps } from "./detect/target-logging.js";
export { CertificateProvider, type CertificateProviderProps } from "./identity/certificate-provider.js";
export { ClaimPolicy, type ClaimPolicyProps } from "./identity/claim-policy.js";
export { DeviceCa, type DeviceCaOptions, type DeviceCaProps } from "./identity/device-ca.js";
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
export { AccessAnalyzer, type AccessAnalyzerProps } from "./operate/access-analyzer.js";
export { AccountAlarms, type AccountAlarmsProps } from "./operate/account-alarms.js";
export { AccountGuard, type AccountGuardProps, type AccountService, type AccountServices } from "./operate/account-guard.js";
export { Backup, type BackupProps } from "./operate/backup.js";
export { ConfigurationHistory, type ConfigurationHistoryProps } from "./operate/configuration-history.js";
export { EventAlert, type EventAlertProps, type EventPattern } from "./operate/event-alert.js";
export { FindingsRoute, type FindingsRouteProps } from "./operate/findings-route.js";
export { GatewayPatching, type GatewayPatchingProps, type GatewaySystem, type Gateways } from "./operate/gateway-patching.js";
export { GatewayRole, type GatewayRoleProps } from "./operate/gateway-role.js";
export { ImageRepository, type ImageRepositoryProps } from "./operate/image-repository.js";
export { Operations, type OperationsOptions, type OperationsProps } from "./operate/operations.js";
export { OperatorAlarm, type OperatorAlarmProps, type RunbookProps } from "./operate/operator-alarm.js";
export { OperatorPool, type OperatorPoolProps } from "./operate/operator-pool.js";
export { SecurityHub, type SecurityHubProps, type SecurityStandard } from "./operate/security-hub.js";
export { ServiceAlarms, type ServiceAlarmsProps } from "./operate/service-alarms.js";
export { ThreatDetection, type ThreatDetectionProps, type ThreatSource } from "./operate/threat-detection.js";
export { type ScanTarget, VulnerabilityScan, type VulnerabilityScanProps } from "./operate/vulnerability-scan.js";
export { ConsentLedger, type ConsentLedgerProps } from "./privacy/consent-ledger.js";
export { ErasureJob, type ErasureJobProps } from "./privacy/erasure-job.js";
export { PrivacyControls, type PrivacyControlsProps, type PrivacyOptions } from "./privacy/privacy-controls.js";
export { PseudonymKey, type PseudonymKeyProps } from "./privacy/pseudonym-key.js";
export { TelemetryFilter, type TelemetryFilterProps } from "./privacy/telemetry-filter.js";
export { AccessLogBucket, type AccessLogBucketProps } from "./record/access-log-bucket.js";
export { AuditTrail, type AuditTrailProps } from "./record/audit-trail.js";
export { IotLogging, type IotLoggingProps } from "./record/iot-logging.js";
export { LogArchive, type LogArchiveProps } from "./record/log-archive.js";
export { LogPrivacy, type LogPrivacyProps } from "./record/log-privacy.js";
export { FirmwareStore, type FirmwareStoreProps } from "./update/firmware-store.js";
export { JobEvents, type JobEventsProps } from "./update/job-events.js";
export { DEFAULT_ROLLOUT } from "./update/rollout-config.js";
export { type PinnedObject, SoftwareCatalogue, type SoftwareCatalogueProps, type SoftwareRelease } from "./update/software-catalogue.js";
export { UpdateJobs, type UpdateJobsProps } from "./update/update-jobs.js";
