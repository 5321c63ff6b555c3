import { Construct } from "constructs";
import { IotProvisioningTemplate } from "#aws/iot-provisioning-template";
import { LambdaPermission } from "#aws/lambda-permission";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { BackendContext, InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";
import type { ServiceRole } from "../base/service-role.js";
import { ClaimPolicy } from "./claim-policy.js";
import type { DevicePolicy } from "./device-policy.js";
import type { DeviceRegistry } from "./device-registry.js";
import { provisioningRole } from "./provisioning-role.js";
import type { ThingGroups } from "./thing-groups.js";
import type { DeviceModel, ThingTypes } from "./thing-types.js";

export interface FleetProvisioningProps extends InContext {
  /** Device models of the fleet. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
  /** Thing types of the fleet. @wiring */
  readonly types: ThingTypes;
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
  /** Policy every device gets. @obligation OBL-IAM-8 */
  readonly devicePolicy: DevicePolicy;
  /** List of the devices that were made. @obligation OBL-IAM-5 */
  readonly registry: DeviceRegistry;
  /** Key of the hook's environment and dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** The kill switch: `false` stops new identities. @default true @obligation OBL-IAM-5 */
  readonly enabled?: boolean;
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the hook. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * How a device made at the factory gets its own identity: it shows a claim certificate, hands in a signing request, and a hook checks its
 * serial number against the registry before AWS IoT makes the thing. Nothing here ever holds a private key. @obligation OBL-IAM-2 @obligation OBL-IAM-5
 * @setting iot-provisioning-hook: a hook decides who gets an identity
 * @setting lambda-permission-bound: only AWS IoT calls the hook, for this template
 * @setting iot-claim-policy-csr-only: keys are made on the device
 * @cost a call of the hook for each device that asks for an identity
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
 */
export class FleetProvisioning extends Construct {
  readonly template: IotProvisioningTemplate;
  readonly claimPolicy: ClaimPolicy;
  readonly role: ServiceRole;
  readonly hook: NodeFunction;
  readonly hookPermission: LambdaPermission;
  readonly templateName: string;

  constructor(scope: Construct, id: string, props: FleetProvisioningProps) {
    super(scope, id);
    const { context } = props;
    this.templateName = context.name("by-claim");
    this.claimPolicy = new ClaimPolicy(this, "claim", { context, templateName: this.templateName });
    this.role = provisioningRole(this, context, "provisioning");
    this.hook = this.makeHook(props);
    this.hookPermission = new LambdaPermission(this, "hook-permission", {
      statementId: "ProvisioningTemplate",
      action: "lambda:InvokeFunction",
      functionName: this.hook.function.functionName,
      principal: "iot.amazonaws.com",
      sourceAccount: context.account,
      sourceArn: context.arn("iot", `provisioningtemplate/${this.templateName}`),
    });
    this.template = new IotProvisioningTemplate(this, "template", {
      name: this.templateName,
      description: "Identity for a device that shows a claim certificate and is in the registry",
      type: "FLEET_PROVISIONING",
      enabled: props.enabled ?? true,
      provisioningRoleArn: this.role.role.arn,
      preProvisioningHook: { payloadVersion: "2020-04-01", targetArn: this.hook.function.arn },
      templateBody: JSON.stringify(templateBody(context)),
      tags: context.tags("identity"),
      dependsOn: [this.hookPermission, this.role.policy, props.devicePolicy.policy, props.groups.fleet, ...props.types.types.values()],
    });
  }

  private makeHook(props: FleetProvisioningProps): NodeFunction {
    const { context, registry, key, logKey, alerts } = props;
    const hook = new NodeFunction(this, "hook", {
      context,
      purpose: "provisioning-hook",
      description: "Lets only devices of the registry have an identity",
      entry: "provisioning/handler",
      key,
      logKey,
      alerts,
      environment: {
        REGISTRY_TABLE: registry.tableName,
        PRODUCT: context.product,
        MODELS: props.models.map((model) => model.name).join(","),
      },
      runbook: "Look up the serial number in the device registry; a run of unknown ones may be a leaked claim certificate.",
      ...(props.codeSigning === undefined ? {} : { codeSigning: props.codeSigning }),
      ...(props.lambdaRuntime === undefined ? {} : { runtime: props.lambdaRuntime }),
      ...(props.logRetentionDays === undefined ? {} : { logRetentionDays: props.logRetentionDays }),
    });
    registry.grantClaim(hook.role);
    return hook;
  }
}

/** Source: https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html */
function templateBody(context: BackendContext): object {
  const prefixed = (parameter: string): object => ({ "Fn::Join": ["", [`${context.product}-`, { Ref: parameter }]] });
  return {
    Parameters: {
      SerialNumber: { Type: "String" },
      Model: { Type: "String" },
      Hardware: { Type: "String" },
      "AWS::IoT::Certificate::Id": { Type: "String" },
    },
    Resources: {
      thing: {
        Type: "AWS::IoT::Thing",
        Properties: {
          ThingName: prefixed("SerialNumber"),
          ThingTypeName: prefixed("Model"),
          ThingGroups: [context.name("fleet")],
          AttributePayload: { serial: { Ref: "SerialNumber" }, hardware: { Ref: "Hardware" } },
        },
        // A serial number that is already a thing must not be taken over by a second device.
        OverrideSettings: { AttributePayload: "FAIL", ThingTypeName: "FAIL", ThingGroups: "FAIL" },
      },
      certificate: { Type: "AWS::IoT::Certificate", Properties: { CertificateId: { Ref: "AWS::IoT::Certificate::Id" }, Status: "Active" } },
      policy: { Type: "AWS::IoT::Policy", Properties: { PolicyName: context.name("device") } },
    },
  };
}
