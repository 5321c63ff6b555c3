import { Construct } from "constructs";
import { TerraformOutput } from "#tf";
import { AlertTopic } from "./base/alert-topic.js";
import { BackendContext } from "./base/backend-context.js";
import { CodeSigning } from "./base/code-signing.js";
import { DataKey } from "./base/data-key.js";
import { DeviationLog } from "./base/deviation-log.js";
import { policyVar } from "./base/iot-var.js";
import { CoreEncryption } from "./detect/core-encryption.js";
import { DeviceAudit } from "./detect/device-audit.js";
import { SecurityProfile } from "./detect/security-profile.js";
import { TargetLogging } from "./detect/target-logging.js";
import { CertificateProvider } from "./identity/certificate-provider.js";
import { DeviceCa } from "./identity/device-ca.js";
import { DeviceCredentials } from "./identity/device-credentials.js";
import { DeviceEndpoint } from "./identity/device-endpoint.js";
import { DevicePolicy } from "./identity/device-policy.js";
import { DeviceRegistry } from "./identity/device-registry.js";
import { FleetProvisioning } from "./identity/fleet-provisioning.js";
import { ThingGroups } from "./identity/thing-groups.js";
import { ThingTypes } from "./identity/thing-types.js";
import { TelemetryLake } from "./ingest/telemetry-lake.js";
import { TelemetryRule } from "./ingest/telemetry-rule.js";
import type { IotBackendProps } from "./iot-backend-props.js";
import { Operations } from "./operate/operations.js";
import { SecondRegion, type SecondRegionOptions } from "./operate/second-region.js";
import type { KeysByClass } from "./operate/standby-endpoint.js";
import { PrivacyControls } from "./privacy/privacy-controls.js";
import { AccessLogBucket } from "./record/access-log-bucket.js";
import { AuditTrail } from "./record/audit-trail.js";
import { ForeignArchive } from "./record/foreign-archive.js";
import { IotLogging } from "./record/iot-logging.js";
import { FleetDefence } from "./respond/fleet-defence.js";
import { FirmwareStore } from "./update/firmware-store.js";
import { JobEvents } from "./update/job-events.js";
import { SoftwareCatalogue } from "./update/software-catalogue.js";
import { UpdateJobs } from "./update/update-jobs.js";

/**
 * A secure AWS IoT backend with every default of the baseline: identity, ingest, updates, detection, response, records, operations, privacy. Weaker values need an `accept`.
 * @obligation OBL-RISK-3
 * @setting data-class-tagged: every store says what class of data it holds
 * @setting iam-policy-resource-named: every permission that can name a resource does
 * @setting firmware-signed: firmware is signed, by a profile bound to one certificate
 * @setting firmware-access-recorded: every read and write of firmware is on the trail
 * @cost devices and their messages, and what is logged of both: AWS IoT logs a line or more for each connect and publish
 * @throws BulwarkError BW_PROP_INVALID, BW_BASELINE, BW_ACCEPT_INVALID
 */
export class IotBackend extends Construct {
  readonly context: BackendContext;
  readonly keys: KeysByClass;
  readonly alerts: AlertTopic;
  readonly accessLogs: AccessLogBucket;
  /** Absent with `codeSigning: "none"`. */
  readonly codeSigning?: CodeSigning;
  readonly types: ThingTypes;
  readonly groups: ThingGroups;
  readonly registry: DeviceRegistry;
  readonly credentials: DeviceCredentials;
  readonly devicePolicy: DevicePolicy;
  readonly provisioning: FleetProvisioning;
  readonly endpoint: DeviceEndpoint;
  readonly lake: TelemetryLake;
  readonly telemetry: TelemetryRule;
  readonly firmware: FirmwareStore;
  readonly trail: AuditTrail;
  readonly catalogue: SoftwareCatalogue;
  readonly updates: UpdateJobs;
  readonly jobEvents: JobEvents;
  /** Absent with `accountSettings: "assume-existing"`; so are the audit and the levels of groups. */
  readonly iotLogging?: IotLogging;
  readonly targetLogging?: TargetLogging;
  readonly audit?: DeviceAudit;
  readonly deviceCa?: DeviceCa;
  readonly certificateProvider?: CertificateProvider;
  readonly securityProfile?: SecurityProfile;
  readonly coreEncryption?: CoreEncryption;
  /** Absent with `operations: "none"`. */
  readonly operations?: Operations;
  /** Absent with `privacy: "none"`. */
  readonly privacy?: PrivacyControls;

  /** Absent with `defence: "none"`. */
  readonly defence?: FleetDefence;
  readonly secondRegion?: SecondRegion;

  constructor(scope: Construct, id: string, props: IotBackendProps) {
    super(scope, id);
    const context = new BackendContext(this, props, { runbookUrl: runbookUrlOf(props) });
    this.context = context;
    DeviationLog.of(this);

    this.keys = this.makeKeys(props);
    this.alerts = new AlertTopic(this, "alerts", { context, key: this.keys.alerts, emails: props.alertEmails });
    this.accessLogs = new AccessLogBucket(this, "access-logs", { context, retentionDays: props.logRetentionDays });
    if (props.codeSigning !== "none")
      this.codeSigning = new CodeSigning(this, "code-signing", {
        context,
        accessLogs: this.accessLogs.bucket,
        keyRotationDays: props.keyRotationDays,
        keyDeletionWindowDays: props.keyDeletionWindowDays,
      });
    const shared = {
      context,
      alerts: this.alerts,
      accessLogs: this.accessLogs.bucket,
      codeSigning: this.codeSigning,
      logKey: this.keys.audit,
      logRetentionDays: props.logRetentionDays,
    };

    const foreignArchive = props.archive && new ForeignArchive(this, context, props.archive);

    this.types = new ThingTypes(this, "types", { context, models: props.models });
    this.groups = new ThingGroups(this, "groups", { context });
    this.registry = new DeviceRegistry(this, "registry", { context, key: this.keys.identity });
    this.credentials = new DeviceCredentials(this, "credentials", {
      context,
      dataClass: "telemetry",
      durationSeconds: props.roleAliasSeconds,
    });
    this.devicePolicy = new DevicePolicy(this, "device-policy", { context, roleAlias: this.credentials.aliasName });
    this.provisioning = new FleetProvisioning(this, "provisioning", {
      ...shared,
      models: props.models,
      types: this.types,
      groups: this.groups,
      devicePolicy: this.devicePolicy,
      registry: this.registry,
      key: this.keys.identity,
      enabled: props.provisioningEnabled,
      lambdaRuntime: props.lambdaRuntime,
    });
    this.endpoint = new DeviceEndpoint(this, "endpoint", {
      context,
      domainName: props.domainName,
      serverCertificateArns: props.serverCertificateArns,
      securityPolicy: props.tlsPolicy,
    });

    this.lake = new TelemetryLake(this, "lake", { ...shared, key: this.keys.telemetry, retentionDays: props.telemetryRetentionDays });
    this.telemetry = new TelemetryRule(this, "telemetry", {
      ...shared,
      lake: this.lake,
      key: this.keys.telemetry,
      fields: props.telemetryFields,
      deadLetterRetentionSeconds: props.deadLetterRetentionSeconds,
    });
    this.grantUploads();

    this.firmware = new FirmwareStore(this, "firmware", {
      ...shared,
      key: this.keys.firmware,
      signingCertificateArn: props.signingCertificateArn,
      signatureValidityYears: props.signatureValidityYears,
      objectLock: props.objectLock,
    });
    this.trail = new AuditTrail(this, "trail", {
      ...shared,
      key: this.keys.audit,
      watched: [this.firmware.bucket],
      archiveDays: props.archiveDays,
      objectLock: props.objectLock,
      foreignArchive,
    });
    this.catalogue = new SoftwareCatalogue(this, "catalogue", {
      context,
      models: props.models,
      store: this.firmware,
      releases: props.releases,
    });
    this.updates = new UpdateJobs(this, "updates", { context, store: this.firmware, rollout: props.rollout });
    this.jobEvents = new JobEvents(this, "job-events", { ...shared, key: this.keys.firmware });
    if (props.accountSettings !== "assume-existing") {
      this.iotLogging = new IotLogging(this, "iot-logging", {
        context,
        key: this.keys.audit,
        level: props.iotLogLevel,
        logRetentionDays: props.logRetentionDays,
      });
      this.targetLogging = new TargetLogging(this, "target-logging", { context, groups: this.groups, after: [this.iotLogging.options] });
      this.audit = new DeviceAudit(this, "audit", { context, alerts: this.alerts, certificateAgeDays: props.certificateAgeDays });
    }
    if (props.deviceCa !== undefined)
      this.deviceCa = new DeviceCa(this, "device-ca", {
        context,
        ...props.deviceCa,
        types: this.types,
        groups: this.groups,
        devicePolicy: this.devicePolicy,
      });
    if (props.certificateProviderFunction !== undefined)
      this.certificateProvider = new CertificateProvider(this, "certificate-provider", {
        context,
        functionName: props.certificateProviderFunction,
      });
    if (props.defenderDetectors !== undefined)
      this.securityProfile = new SecurityProfile(this, "security-profile", {
        context,
        alerts: this.alerts,
        groups: this.groups,
        detectors: props.defenderDetectors,
      });
    if (props.coreEncryption === "customer-key")
      this.coreEncryption = new CoreEncryption(this, "core-encryption", {
        context,
        key: this.keys.identity,
        callers: [this.provisioning.role, ...(this.deviceCa === undefined ? [] : [this.deviceCa.role])],
      });
    if (props.privacy !== "none")
      this.privacy = new PrivacyControls(this, "privacy", {
        ...shared,
        ...props.privacy,
        keys: this.keys,
        registry: this.registry,
        lake: this.lake,
        fields: props.telemetryFields,
        multiRegion: props.secondRegion !== undefined,
        logs: [this.provisioning.hook.logGroup, ...(this.iotLogging ? [this.iotLogging.logGroup] : [])],
        lambdaRuntime: props.lambdaRuntime,
      });
    if (props.operations !== "none")
      this.operations = new Operations(this, "operations", {
        ...shared,
        ...props.operations,
        keys: this.keys,
        trail: this.trail,
        functions: [this.provisioning.hook, ...(this.privacy?.functions ?? [])],
        lake: this.lake,
        rule: this.telemetry,
        certificateArns: [props.signingCertificateArn, ...(props.serverCertificateArns ?? [])],
        iotLog: this.iotLogging?.logGroup,
        archiveDays: props.archiveDays,
        objectLock: props.objectLock,
        foreignArchive,
      });
    if (props.defence !== "none")
      this.defence = new FleetDefence(this, "defence", {
        ...shared,
        ...props.defence,
        key: this.keys.audit,
        groups: this.groups,
        logGroup: this.iotLogging?.logGroup.group,
        lambdaRuntime: props.lambdaRuntime,
      });

    if (props.secondRegion) this.secondRegion = this.makeSecondRegion(props, props.secondRegion);

    context.requireAcceptsUsed();
    this.makeOutputs();
  }

  private makeSecondRegion(props: IotBackendProps, options: SecondRegionOptions): SecondRegion {
    const { privacy } = props;
    return new SecondRegion(this, "second-region", {
      ...props,
      ...options,
      context: new BackendContext(this, { ...props, region: options.region }, { runbookUrl: runbookUrlOf(props) }),
      first: this.context,
      keys: this.keys,
      alerts: this.alerts,
      registry: this.registry,
      firmware: this.firmware,
      trail: this.trail,
      logArchive: this.operations?.logArchive,
      incidents: this.defence?.recorder,
      privacy: this.privacy,
      consentFields: privacy === "none" ? undefined : privacy?.consentFields,
      runbookUrl: runbookUrlOf(props),
      // The names of the first region's endpoint are not those of the second.
      domainName: options.domainName,
      serverCertificateArns: options.serverCertificateArns,
      provisioningEnabled: options.provisioningEnabled,
    });
  }

  private makeKeys({ keyRotationDays, keyDeletionWindowDays, secondRegion }: IotBackendProps): KeysByClass {
    const key = (dataClass: keyof KeysByClass): DataKey =>
      new DataKey(this, `${dataClass}-key`, {
        context: this.context,
        dataClass,
        rotationPeriodDays: keyRotationDays,
        deletionWindowDays: keyDeletionWindowDays,
        multiRegion: secondRegion !== undefined,
      });
    const keys = {
      telemetry: key("telemetry"),
      identity: key("identity"),
      firmware: key("firmware"),
      audit: key("audit"),
      alerts: key("alerts"),
    };
    keys.audit.grantLogs();
    return keys;
  }

  /** A device may leave files under its own name, as a camera does with a clip; it can read none, not even its own. */
  private grantUploads(): void {
    const { role } = this.credentials;
    role.allow("Uploads", ["s3:PutObject"], [`${this.lake.bucket.arn}/uploads/${policyVar("credentials-iot:ThingName")}/*`]);
    this.keys.telemetry.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  private makeOutputs(): void {
    const output = (id: string, description: string, value: string): TerraformOutput =>
      new TerraformOutput(this, id, { description, value });
    output("device-policy-name", "AWS IoT policy of every device", this.devicePolicy.policy.name);
    output("claim-policy-name", "AWS IoT policy of the claim certificates", this.provisioning.claimPolicy.policy.name);
    output("provisioning-template-name", "Template a claim asks for", this.provisioning.template.name);
    output("quarantine-group-name", "Group that cuts a device off", this.groups.quarantine.name);
    output("firmware-bucket-name", "Where signed firmware goes, under signed/", this.firmware.bucket.bucket.bucket);
    output("signing-profile-name", "AWS Signer profile of the firmware", this.firmware.signingProfile.name);
    output("alert-topic-arn", "SNS topic of every alarm", this.alerts.topic.arn);
  }
}

const runbookUrlOf = ({ operations }: IotBackendProps): string | undefined => (operations === "none" ? undefined : operations?.runbookUrl);
