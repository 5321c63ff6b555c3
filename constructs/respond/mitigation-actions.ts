import { Construct } from "constructs";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { MITIGATION_ACTION } from "../base/cfn-typed-audit.js";
import { ServiceRole } from "../base/service-role.js";
import type { ThingGroups } from "../identity/thing-groups.js";

export interface MitigationActionsProps extends InContext {
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
}

/**
 * What a person can start on the findings of an audit from AWS's own console: the same quarantine, and switching certificates off.
 * @obligation OBL-INC-2
 * @setting iot-mitigation-effective: each action takes a device's rights away
 * @setting iot-mitigation-own-role: each has a role of its own
 * @cost nothing
 * Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-mitigation-actions.html
 */
export class MitigationActions extends Construct {
  readonly quarantine: CfnTyped<typeof MITIGATION_ACTION>;
  readonly quarantineRole: ServiceRole;
  readonly deactivate: CfnTyped<typeof MITIGATION_ACTION>;
  readonly deactivateRole: ServiceRole;

  constructor(scope: Construct, id: string, { context, groups }: MitigationActionsProps) {
    super(scope, id);
    const iot = (resource: string): string => context.arn("iot", resource);
    // One role an action, so that neither can do the other's work.
    const role = (purpose: string): ServiceRole => {
      const made = new ServiceRole(this, `${purpose}-role`, {
        context,
        purpose,
        service: "iot.amazonaws.com",
        sourceArn: iot("*"),
        dataClass: "identity",
        description: "What one mitigation action may do",
      });
      // The finding names a certificate; whose it is has to be asked.
      made.allow("FindDevice", ["iot:ListPrincipalThings"], ["*"]);
      return made;
    };
    this.quarantineRole = role("quarantine-things");
    this.quarantineRole.allow(
      "Quarantine",
      ["iot:AddThingToThingGroup"],
      [iot(`thinggroup/${context.name("quarantine")}`), iot(`thing/${context.product}-*`)],
    );
    this.deactivateRole = role("deactivate-certificates");
    this.deactivateRole.allow("Certificates", ["iot:UpdateCertificate"], [iot("cert/*")]);
    const action = (purpose: string, by: ServiceRole, params: object): CfnTyped<typeof MITIGATION_ACTION> =>
      new CfnTyped(this, purpose, {
        context,
        type: MITIGATION_ACTION,
        properties: { ActionName: context.name(purpose), RoleArn: by.arn, ActionParams: params },
        dataClass: "identity",
        dependsOn: [by.role, by.policy, groups.quarantine],
      });
    this.quarantine = action("quarantine-things", this.quarantineRole, {
      AddThingsToThingGroupParams: { ThingGroupNames: [context.name("quarantine")], OverrideDynamicGroups: true },
    });
    this.deactivate = action("deactivate-certificates", this.deactivateRole, { UpdateDeviceCertificateParams: { Action: "DEACTIVATE" } });
  }
}
