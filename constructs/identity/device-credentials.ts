import { Construct } from "constructs";
import { IotRoleAlias } from "#aws/iot-role-alias";
import { BASELINE } from "../../model/baseline.js";
import type { DataClass, InContext } from "../base/backend-context.js";
import { ServiceRole } from "../base/service-role.js";

export interface DeviceCredentialsProps extends InContext {
  /** Class of the data a device reaches with these credentials. @obligation OBL-DATA-1 */
  readonly dataClass: DataClass;
  /** Seconds a credential lives, 900-43200. @default 3600 @obligation OBL-IAM-4 @accept iot-role-alias-duration */
  readonly durationSeconds?: number;
}

/**
 * Short-lived AWS credentials in exchange for the device certificate, so that no device ever holds a long-lived AWS key.
 * @obligation OBL-IAM-4 @obligation OBL-IAM-7
 * @setting iot-role-alias-duration: credentials live for 3600 seconds
 * @setting iam-role-trust-source-bound: only AWS IoT hands them out, for this alias
 * @cost nothing
 */
export class DeviceCredentials extends Construct {
  readonly alias: IotRoleAlias;
  readonly role: ServiceRole;
  readonly aliasName: string;

  constructor(scope: Construct, id: string, { context, dataClass, durationSeconds }: DeviceCredentialsProps) {
    super(scope, id);
    this.aliasName = context.name("device");
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "device",
      service: "credentials.iot.amazonaws.com",
      sourceArn: context.arn("iot", `rolealias/${this.aliasName}`),
      dataClass,
      description: "What a device may do in AWS with its own certificate",
    });
    const hardening = context.hardening(this);
    this.alias = new IotRoleAlias(this, "alias", {
      alias: this.aliasName,
      roleArn: this.role.role.arn,
      credentialDuration: hardening.atMost(
        "iot-role-alias-duration",
        "credential_duration",
        durationSeconds,
        BASELINE.identity.roleAliasSeconds,
      ),
      tags: context.tags("identity"),
    });
    hardening.bind(this.alias);
  }
}
