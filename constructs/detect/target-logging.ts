import { Construct } from "constructs";
import type { ITerraformDependable } from "#tf";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { RESOURCE_SPECIFIC_LOGGING } from "../base/cfn-typed-account.js";
import type { ThingGroups } from "../identity/thing-groups.js";

export interface TargetLoggingProps extends InContext {
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
  /** AWS takes levels for targets once the account's own is set. @wiring */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Who deserves a closer look gets one, whatever the account's level is lowered to: everything a quarantined device tries, and how canaries fare
 * with a release. @obligation OBL-CONS-5 @obligation OBL-INC-2
 * @setting iot-target-logging: devices in quarantine are logged at `DEBUG`, canaries at `INFO`
 * @cost lines logged: all of a quarantined device, most of a canary
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html
 */
export class TargetLogging extends Construct {
  readonly quarantine: CfnTyped<typeof RESOURCE_SPECIFIC_LOGGING>;
  readonly canary: CfnTyped<typeof RESOURCE_SPECIFIC_LOGGING>;

  constructor(scope: Construct, id: string, { context, groups, after }: TargetLoggingProps) {
    super(scope, id);
    const level = (purpose: "quarantine" | "canary", LogLevel: "DEBUG" | "INFO"): CfnTyped<typeof RESOURCE_SPECIFIC_LOGGING> =>
      new CfnTyped(this, purpose, {
        context,
        type: RESOURCE_SPECIFIC_LOGGING,
        dataClass: "audit",
        dependsOn: [groups[purpose], ...after],
        properties: { TargetType: "THING_GROUP", TargetName: context.name(purpose), LogLevel },
      });
    this.quarantine = level("quarantine", "DEBUG");
    this.canary = level("canary", "INFO");
  }
}
