import type { Resource } from "../../../model/resource.js";
import { isObject, isUnknown, put, type Value, type ValueObject } from "../normal.js";

/**
 * CloudFormation types that hashicorp/aws lacks, so that only they have rules: what AWS IoT has beside the Terraform types, and services that have
 * ended; the logging of AWS IoT, which an account has once, whoever sets it; and those that are read by their Terraform name (by-terraform-name.ts). By
 * service, as CloudFormation names both.
 */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  Greengrass: [
    "ConnectorDefinition",
    "ConnectorDefinitionVersion",
    "CoreDefinition",
    "CoreDefinitionVersion",
    "DeviceDefinition",
    "DeviceDefinitionVersion",
    "FunctionDefinition",
    "FunctionDefinitionVersion",
    "Group",
    "GroupVersion",
    "LoggerDefinition",
    "LoggerDefinitionVersion",
    "ResourceDefinition",
    "ResourceDefinitionVersion",
    "SubscriptionDefinition",
    "SubscriptionDefinitionVersion",
  ],
  IoT: [
    "AccountAuditConfiguration",
    "CertificateProvider",
    "Command",
    "CustomMetric",
    "Dimension",
    "EncryptionConfiguration",
    "FleetMetric",
    "JobTemplate",
    "Logging",
    "MitigationAction",
    "Policy",
    "ResourceSpecificLogging",
    "ScheduledAudit",
    "SecurityProfile",
    "SoftwarePackage",
    "SoftwarePackageVersion",
    "TopicRule",
  ],
  IoT1Click: ["Device", "Placement", "Project"],
  IoTAnalytics: ["Channel", "Dataset", "Datastore", "Pipeline"],
  IoTEvents: ["AlarmModel", "DetectorModel", "Input"],
  IoTFleetHub: ["Application"],
  IoTFleetWise: ["Campaign", "DecoderManifest", "Fleet", "ModelManifest", "SignalCatalog", "StateTemplate", "Vehicle"],
  IoTSiteWise: ["AccessPolicy", "Dashboard", "Portal", "Project"],
  LookoutEquipment: ["InferenceScheduler"],
  Pinpoint: ["Campaign", "Segment"],
  RoboMaker: ["Fleet", "Robot", "RobotApplication", "RobotApplicationVersion", "SimulationApplication", "SimulationApplicationVersion"],
};

/** `IoTEvents` and `DetectorModel`: `awscc_iotevents_detector_model`. Source: registry.terraform.io/providers/hashicorp/awscc/latest/docs */
const awsccName = (service: string, name: string): string =>
  `awscc_${service.toLowerCase()}_${name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase()}`;

/** CloudFormation types by what the awscc provider calls them, which it derives from their names. */
const BY_AWSCC_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(TYPES).flatMap(([service, names]) => names.map((name) => [awsccName(service, name), `AWS::${service}::${name}`])),
);

const JUDGED: ReadonlySet<string> = new Set(BY_AWSCC_NAME.values());

/** Whether a type is one of CloudFormation that has rules, if any, only as a Terraform resource. */
export const isJudgedElsewhere = (type: string): boolean => type.includes("::") && !JUDGED.has(type);

/** Property names of these types that are not the plain reading of the provider's name. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  bin: "BIN",
  ul: "UL",
  update_ca_certificate_params: "UpdateCACertificateParams",
};

/** Maps whose keys are the author's own, not properties. */
const FREE_KEYS: ReadonlySet<string> = new Set(["attributes", "alert_targets", "client_properties", "presigned_url_arguments"]);

/** An awscc resource as its CloudFormation type with CloudFormation's property names; undefined for any other resource. */
export function fromAwscc(resource: Resource): Resource | undefined {
  const type = BY_AWSCC_NAME.get(resource.type);
  return type === undefined ? undefined : { ...resource, type, values: rename(resource.values as ValueObject) as Resource["values"] };
}

/** What has keys of its own all the way down. */
const DOCUMENTS: ReadonlySet<string> = new Set(["policy_document"]);

function rename(object: ValueObject): ValueObject {
  const out: ValueObject = {};
  for (const key of Object.keys(object)) {
    const value = object[key] as Value;
    put(out, propertyOf(key), DOCUMENTS.has(key) ? value : renamed(value, FREE_KEYS.has(key)));
  }
  return out;
}

function renamed(value: Value, free: boolean): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map((item) => renamed(item, free));
  if (!isObject(value) || isUnknown(value)) return value;
  if (!free) return rename(value as ValueObject);
  const out: ValueObject = {};
  for (const key of Object.keys(value)) put(out, key, renamed((value as ValueObject)[key] as Value, false));
  return out;
}

/** `in_progress_timeout_in_minutes` -> `InProgressTimeoutInMinutes`; `enable_io_t_logging_params` -> `EnableIoTLoggingParams`. */
function propertyOf(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) return name;
  return Object.hasOwn(EXCEPTIONS, name)
    ? (EXCEPTIONS[name] as string)
    : name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
