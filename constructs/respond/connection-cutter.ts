import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";

export interface ConnectionCutterProps extends InContext {
  /** Key of the function's environment and dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Signs the code of the function. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Ends the live connection of a device of this product, and can do nothing else: policies alone leave it open.
 * @obligation OBL-INC-2 @obligation OBL-IAM-9 Source: https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html
 * @cost a Lambda call or two for each quarantined device
 */
export class ConnectionCutter extends Construct {
  readonly function: NodeFunction;

  constructor(scope: Construct, id: string, { context, lambdaRuntime, ...props }: ConnectionCutterProps) {
    super(scope, id);
    this.function = new NodeFunction(this, "function", {
      context,
      ...props,
      purpose: "connection-cutter",
      description: "Ends the connection of a quarantined device",
      entry: "response/handler",
      environment: { PRODUCT: context.product },
      timeoutSeconds: 10,
      runbook: "A quarantined device may still be connected: end its connection by hand (aws iot-data delete-connection).",
      ...(lambdaRuntime === undefined ? {} : { runtime: lambdaRuntime }),
    });
    const { role } = this.function;
    // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
    role.allow("Cut", ["iot:DeleteConnection"], [context.arn("iot", `client/${context.product}-*`)]);
    // The address of the account's data plane belongs to no resource.
    role.allow("Endpoint", ["iot:DescribeEndpoint"], ["*"]);
  }
}
