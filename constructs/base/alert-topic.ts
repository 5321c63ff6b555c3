import { Construct } from "constructs";
import { SnsTopic } from "#aws/sns-topic";
import { SnsTopicPolicy } from "#aws/sns-topic-policy";
import { SnsTopicSubscription } from "#aws/sns-topic-subscription";
import type { InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";
import { denyPlainText, policyDocument } from "./policy-document.js";

export interface AlertTopicProps extends InContext {
  readonly key: DataKey;
  /** Addresses that get every alarm; each confirms by mail. @default [] @obligation OBL-CONS-4 */
  readonly emails?: readonly string[];
}

/** Where every alarm goes: encrypted, TLS only, writable by this account's alarms and nobody else. */
export class AlertTopic extends Construct {
  readonly topic: SnsTopic;
  readonly policy: SnsTopicPolicy;
  readonly subscriptions: readonly SnsTopicSubscription[];

  constructor(scope: Construct, id: string, { context, key, emails = [] }: AlertTopicProps) {
    super(scope, id);
    const name = context.name("alerts");
    const arn = context.arn("sns", name);
    const alarms = context.arn("cloudwatch", `alarm:${context.product}-*`);
    key.grantService("cloudwatch.amazonaws.com", alarms, ["kms:Decrypt", "kms:GenerateDataKey*"]);
    this.topic = new SnsTopic(this, "topic", { name, kmsMasterKeyId: key.arn, signatureVersion: 2, tags: context.tags("alerts") });
    this.policy = new SnsTopicPolicy(this, "policy", {
      arn: this.topic.arn,
      policy: policyDocument([
        {
          Sid: "Alarms",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: "sns:Publish",
          Resource: arn,
          Condition: context.sourceConditions(alarms),
        },
        denyPlainText("sns:Publish", arn),
      ]),
    });
    this.subscriptions = emails.map(
      (endpoint, index) => new SnsTopicSubscription(this, `email-${index}`, { topicArn: this.topic.arn, protocol: "email", endpoint }),
    );
  }
}
