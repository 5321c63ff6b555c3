import { Construct } from "constructs";
import { SnsTopic } from "#aws/sns-topic";
import { SnsTopicPolicy } from "#aws/sns-topic-policy";
import { SnsTopicSubscription } from "#aws/sns-topic-subscription";
import { Lazy } from "#tf";
import type { BackendContext, InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";
import { denyPlainText, policyDocument, type Statement } from "./policy-document.js";
import type { ServiceRole } from "./service-role.js";

export interface AlertTopicProps extends InContext {
  /** Key of the messages. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Addresses that get every alarm; each confirms by mail. @default [] @obligation OBL-CONS-4 */
  readonly emails?: readonly string[];
}

/**
 * Where every alarm goes: encrypted, TLS only, writable by this account's alarms, by rules of this product where one asks for it, and by nobody else.
 * @obligation OBL-CONS-4
 * @setting sns-topic-customer-key: messages are encrypted with a key of your own
 * @setting sns-topic-tls-only: nothing is published without TLS
 * @setting sns-topic-policy-not-public: alarms and rules of this account and product publish, nobody else
 * @cost messages published, and each of their deliveries
 */
export class AlertTopic extends Construct {
  readonly topic: SnsTopic;
  readonly policy: SnsTopicPolicy;
  readonly subscriptions: readonly SnsTopicSubscription[];
  /** Literal, known before apply. */
  readonly arn: string;
  private readonly context: BackendContext;
  private readonly key: DataKey;
  private readonly statements: Statement[] = [];
  private takesEvents = false;

  constructor(scope: Construct, id: string, { context, key, emails = [] }: AlertTopicProps) {
    super(scope, id);
    const name = context.name("alerts");
    this.arn = context.arn("sns", name);
    this.context = context;
    this.key = key;
    this.topic = new SnsTopic(this, "topic", { name, kmsMasterKeyId: key.arn, signatureVersion: 2, tags: context.tags("alerts") });
    this.allow("Alarms", "cloudwatch.amazonaws.com", context.arn("cloudwatch", `alarm:${context.product}-*`));
    this.policy = new SnsTopicPolicy(this, "policy", {
      arn: this.topic.arn,
      policy: Lazy.stringValue({ produce: () => policyDocument([...this.statements, denyPlainText("sns:Publish", this.arn)]) }),
    });
    this.subscriptions = emails.map(
      (endpoint, index) => new SnsTopicSubscription(this, `email-${index}`, { topicArn: this.topic.arn, protocol: "email", endpoint }),
    );
  }

  /**
   * Lets EventBridge rules named `<product>-...` publish here. A target of SNS takes a resource policy, never a role.
   * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
   */
  allowEvents(): void {
    if (this.takesEvents) return;
    this.takesEvents = true;
    this.allow("Events", "events.amazonaws.com", this.context.arn("events", `rule/${this.context.product}-*`));
  }

  /** Lets a role of this account publish here, and encrypt what it publishes. */
  grantPublish(role: ServiceRole): void {
    role.allow("Alert", ["sns:Publish"], [this.arn]);
    this.key.grantRole(role, "sns", ["kms:Decrypt", "kms:GenerateDataKey*"]);
  }

  private allow(sid: string, service: string, source: string): void {
    this.key.grantService(service, source, ["kms:Decrypt", "kms:GenerateDataKey*"]);
    this.statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sns:Publish",
      Resource: this.arn,
      Condition: this.context.sourceConditions(source),
    });
  }
}
