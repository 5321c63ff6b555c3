import { Construct } from "constructs";
import { IotPolicy } from "#aws/iot-policy";
import type { BackendContext, InContext } from "../base/backend-context.js";
import { THING_NAME } from "../base/iot-var.js";
import { policyDocument, type Statement } from "../base/policy-document.js";
import { requirePolicyFits } from "./iot-policy-size.js";

export interface DevicePolicyProps extends InContext {
  /** Alias through which a device gets short-lived AWS credentials; `undefined` for none. @obligation OBL-IAM-4 */
  readonly roleAlias: string | undefined;
}

/**
 * What one device may do, by the thing its certificate is attached to: connect under its own name, tell and be told on its own topics, and
 * nothing of any other device. The name comes from the registry (`iot:Connection.Thing.ThingName`), never from what the client claims.
 * @obligation OBL-IAM-8 @obligation OBL-IAM-10
 * @setting iot-policy-connect-bound: a device connects under its own name only
 * @setting iot-policy-publish-bound: it writes to its own topics only
 * @setting iot-policy-read-bound: it hears its own topics only
 * @setting iot-policy-thing-bound: it has its own shadow and jobs only
 * @setting iot-policy-retain-narrow: it leaves no retained messages
 * @setting iot-policy-no-wildcard-action: every action is named
 * @cost nothing
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export class DevicePolicy extends Construct {
  readonly policy: IotPolicy;

  constructor(scope: Construct, id: string, { context, roleAlias }: DevicePolicyProps) {
    super(scope, id);
    const document = policyDocument([...statements(context), ...(roleAlias === undefined ? [] : [credentials(context, roleAlias)])]);
    requirePolicyFits(this, document);
    this.policy = new IotPolicy(this, "policy", { name: context.name("device"), policy: document, tags: context.tags("identity") });
  }
}

/** The reserved topics of one thing that a device uses: jobs and streams for updates, shadow for state, defender for its metrics. */
const RESERVED = ["jobs/*", "streams/*", "shadow/*", "defender/metrics/json*"].map((topic) => `$aws/things/${THING_NAME}/${topic}`);

function statements(context: BackendContext): readonly Statement[] {
  const topic = (path: string): string => context.arn("iot", `topic/${path}`);
  const filter = (path: string): string => context.arn("iot", `topicfilter/${path}`);
  const telemetry = `dt/${context.product}/${THING_NAME}/*`;
  const commands = `cmd/${context.product}/${THING_NAME}/*`;
  return [
    {
      Sid: "Connect",
      Effect: "Allow",
      Action: "iot:Connect",
      Resource: context.arn("iot", `client/${THING_NAME}`),
      Condition: { Bool: { "iot:Connection.Thing.IsAttached": "true" } },
    },
    // iot:RetainPublish is a permission of its own and not given: a retained message outlives the device that left it.
    { Sid: "Tell", Effect: "Allow", Action: "iot:Publish", Resource: topic(telemetry) },
    { Sid: "Hear", Effect: "Allow", Action: "iot:Receive", Resource: topic(commands) },
    { Sid: "Serve", Effect: "Allow", Action: ["iot:Publish", "iot:Receive"], Resource: RESERVED.map(topic) },
    { Sid: "Listen", Effect: "Allow", Action: "iot:Subscribe", Resource: [commands, ...RESERVED].map(filter) },
  ];
}

const credentials = (context: BackendContext, roleAlias: string): Statement => ({
  Sid: "Credentials",
  Effect: "Allow",
  Action: "iot:AssumeRoleWithCertificate",
  Resource: context.arn("iot", `rolealias/${roleAlias}`),
});
