import { CERTIFICATE_PROVIDER, ENCRYPTION_CONFIGURATION, RESOURCE_SPECIFIC_LOGGING } from "../../constructs/base/cfn-typed-account.js";
import { ACCOUNT_AUDIT_CONFIGURATION, MITIGATION_ACTION, SCHEDULED_AUDIT } from "../../constructs/base/cfn-typed-audit.js";
import { CUSTOM_METRIC, DIMENSION, FLEET_METRIC, SECURITY_PROFILE } from "../../constructs/base/cfn-typed-detect.js";
import { type CfnType, registrySchema } from "../../constructs/base/cfn-typed-shape.js";
import { COMMAND, JOB_TEMPLATE, SOFTWARE_PACKAGE, SOFTWARE_PACKAGE_VERSION } from "../../constructs/base/cfn-typed-update.js";

/** The AWS IoT types that hashicorp/aws 5.100.0 lacks, with what the CloudFormation registry says of them. */
export const REGISTRY_TYPES: ReadonlyMap<string, CfnType> = new Map(
  [
    ACCOUNT_AUDIT_CONFIGURATION,
    CERTIFICATE_PROVIDER,
    COMMAND,
    CUSTOM_METRIC,
    DIMENSION,
    ENCRYPTION_CONFIGURATION,
    FLEET_METRIC,
    JOB_TEMPLATE,
    MITIGATION_ACTION,
    RESOURCE_SPECIFIC_LOGGING,
    SCHEDULED_AUDIT,
    SECURITY_PROFILE,
    SOFTWARE_PACKAGE,
    SOFTWARE_PACKAGE_VERSION,
  ].map((type): readonly [string, CfnType] => [type.type, type]),
);

/** The registry schema of a type: Cloud Control resources are planned without AWS only by it, and held to it. */
export function schemaText(typeName: string): string {
  const type = REGISTRY_TYPES.get(typeName);
  if (type === undefined) throw new Error(`${typeName} is no AWS IoT type that the provider lacks`);
  return JSON.stringify(registrySchema(type));
}
