import type { Resource } from "../../model/resource.js";
import { isObject, isUnknown, put, type Value, type ValueObject } from "./normal.js";

/**
 * Types of the awscc provider that stand for a CloudFormation type which hashicorp/aws lacks, so that only that type has rules. The provider
 * derives its names from the CloudFormation schema. Source: registry.terraform.io/providers/hashicorp/awscc/latest/docs
 */
const TYPES: Readonly<Record<string, string>> = {
  awscc_iot_account_audit_configuration: "AWS::IoT::AccountAuditConfiguration",
  awscc_iot_certificate_provider: "AWS::IoT::CertificateProvider",
  awscc_iot_command: "AWS::IoT::Command",
  awscc_iot_custom_metric: "AWS::IoT::CustomMetric",
  awscc_iot_dimension: "AWS::IoT::Dimension",
  awscc_iot_encryption_configuration: "AWS::IoT::EncryptionConfiguration",
  awscc_iot_fleet_metric: "AWS::IoT::FleetMetric",
  awscc_iot_job_template: "AWS::IoT::JobTemplate",
  awscc_iot_mitigation_action: "AWS::IoT::MitigationAction",
  awscc_iot_resource_specific_logging: "AWS::IoT::ResourceSpecificLogging",
  awscc_iot_scheduled_audit: "AWS::IoT::ScheduledAudit",
  awscc_iot_security_profile: "AWS::IoT::SecurityProfile",
  awscc_iot_software_package: "AWS::IoT::SoftwarePackage",
  awscc_iot_software_package_version: "AWS::IoT::SoftwarePackageVersion",
};

const JUDGED: ReadonlySet<string> = new Set(Object.values(TYPES));

/** Whether a CloudFormation type is judged as such; the others have rules only as Terraform types. */
export const isCloudFormationOnly = (type: string): boolean => JUDGED.has(type);

/** Property names of these types that are not the plain reading of the provider's name. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  bin: "BIN",
  ul: "UL",
  update_ca_certificate_params: "UpdateCACertificateParams",
};

/** Maps whose keys are the author's own, not properties. */
const FREE_KEYS: ReadonlySet<string> = new Set(["attributes", "alert_targets", "presigned_url_arguments"]);

/** An awscc resource as its CloudFormation type with CloudFormation's property names; undefined for any other resource. */
export function fromAwscc(resource: Resource): Resource | undefined {
  const type = Object.hasOwn(TYPES, resource.type) ? TYPES[resource.type] : undefined;
  return type === undefined ? undefined : { ...resource, type, values: rename(resource.values as ValueObject) as Resource["values"] };
}

function rename(object: ValueObject): ValueObject {
  const out: ValueObject = {};
  for (const key of Object.keys(object)) put(out, propertyOf(key), renamed(object[key] as Value, FREE_KEYS.has(key)));
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
