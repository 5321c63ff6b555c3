import { Construct } from "constructs";
import { IotPolicy } from "#aws/iot-policy";
import { IotPolicyAttachment } from "#aws/iot-policy-attachment";
import { IotThingGroup } from "#aws/iot-thing-group";
import type { InContext } from "../base/backend-context.js";
import { policyDocument } from "../base/policy-document.js";

/**
 * The groups a device moves through: `fleet` (all), `canary` (updated first) and `quarantine`, whose policy denies everything. An explicit
 * deny wins over whatever the certificate allows, so joining the group cuts a device off without touching its certificate.
 * They have no common parent: a thing can be in only one group of a hierarchy. @obligation OBL-IAM-9 @obligation OBL-INC-2
 * @setting iot-quarantine-group: a group stands ready that denies everything
 * @setting iot-resource-tagged: groups and policy say whose they are
 * @cost nothing
 */
export class ThingGroups extends Construct {
  readonly fleet: IotThingGroup;
  readonly canary: IotThingGroup;
  readonly quarantine: IotThingGroup;
  readonly quarantinePolicy: IotPolicy;
  readonly quarantineAttachment: IotPolicyAttachment;

  constructor(scope: Construct, id: string, { context }: InContext) {
    super(scope, id);
    const group = (purpose: string, description: string): IotThingGroup =>
      new IotThingGroup(this, purpose, { name: context.name(purpose), properties: { description }, tags: context.tags("identity") });
    this.fleet = group("fleet", "Every device in service");
    this.canary = group("canary", "Devices that take a release first");
    this.quarantine = group("quarantine", "Devices cut off by a detector or a person");
    this.quarantinePolicy = new IotPolicy(this, "quarantine-policy", {
      name: context.name("quarantine"),
      policy: policyDocument([{ Sid: "CutOff", Effect: "Deny", Action: "iot:*", Resource: "*" }]),
      tags: context.tags("identity"),
    });
    this.quarantineAttachment = new IotPolicyAttachment(this, "quarantine-attachment", {
      policy: this.quarantinePolicy.name,
      target: this.quarantine.arn,
    });
  }
}
