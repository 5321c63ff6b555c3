import { Construct } from "constructs";
import { LambdaEventSourceMapping } from "#aws/lambda-event-source-mapping";
import { SqsQueue } from "#aws/sqs-queue";
import { SqsQueuePolicy } from "#aws/sqs-queue-policy";
import { BASELINE } from "../../model/baseline.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";
import { denyPlainText, policyDocument } from "../base/policy-document.js";
import type { ServiceRole } from "../base/service-role.js";
import type { DeviceRegistry } from "../identity/device-registry.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import type { ConsentLedger } from "./consent-ledger.js";

export interface ErasureJobProps extends InContext {
  /** The ledger that consents and salts are removed from. @obligation OBL-DATA-12 */
  readonly ledger: ConsentLedger;
  /** The registry that forgets an owner, or a device. @obligation OBL-DATA-12 */
  readonly registry: DeviceRegistry;
  /** The lake whose uploads are erased. @obligation OBL-DATA-12 */
  readonly lake: TelemetryLake;
  /** Key of the queue, the environment and the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the lake. @obligation OBL-DATA-7 */
  readonly telemetryKey: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/** Seconds; a camera may have thousands of clips, each in versions. */
const TIMEOUT = 600;
const TRIES = 5;

/**
 * The right to be forgotten as a queue: a message `{id, thing, forget: "owner" | "device", dryRun}` erases what the backend holds, once
 * however often it is sent, and leaves a line of evidence that names nobody. @obligation OBL-DATA-12
 * @setting sqs-queue-customer-key: requests are encrypted with a key of your own
 * @setting sqs-queue-tls-only: requests without TLS are refused
 * @setting lambda-concurrency-bounded: at most 2 erasures run at a time
 * @setting sqs-dead-letter-retention: a request that failed 5 times waits 1209600 seconds, in a queue with alarms
 * @cost requests for erasure, which are few
 */
export class ErasureJob extends Construct {
  readonly queue: SqsQueue;
  readonly queuePolicy: SqsQueuePolicy;
  readonly job: NodeFunction;
  readonly mapping: LambdaEventSourceMapping;
  /** Literal, known before apply. */
  readonly queueArn: string;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, props: ErasureJobProps) {
    super(scope, id);
    const { context, key } = props;
    this.key = key;
    this.job = this.makeJob(props);
    const name = context.name("erasures");
    this.queueArn = context.arn("sqs", name);
    this.queue = new SqsQueue(this, "queue", {
      name,
      kmsMasterKeyId: key.arn,
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: BASELINE.queues.deadLetterRetentionSeconds,
      // Six times the function's own timeout. Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeoutSeconds: 6 * TIMEOUT,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: this.job.deadLetters.arn, maxReceiveCount: TRIES }),
      tags: context.tags(key.dataClass),
      dependsOn: [this.job.deadLetters.queue],
    });
    this.queuePolicy = new SqsQueuePolicy(this, "queue-policy", {
      queueUrl: this.queue.url,
      policy: policyDocument([denyPlainText("sqs:*", this.queueArn)]),
    });
    this.job.role.allow("Requests", ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [this.queueArn]);
    this.mapping = new LambdaEventSourceMapping(this, "mapping", {
      eventSourceArn: this.queue.arn,
      functionName: this.job.function.functionName,
      batchSize: 1,
      functionResponseTypes: ["ReportBatchItemFailures"],
      scalingConfig: { maximumConcurrency: 2 },
      dependsOn: [this.job.role.policy],
    });
  }

  /** Lets a role, such as the one of the app's backend, ask for an erasure. */
  grantRequest(role: ServiceRole): void {
    role.allow("Erasures", ["sqs:SendMessage"], [this.queueArn]);
    this.key.grantRole(role, "sqs", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  private makeJob(props: ErasureJobProps): NodeFunction {
    const { context, key, ledger, registry, lake, telemetryKey } = props;
    const job = new NodeFunction(this, "job", {
      context,
      purpose: "erasure",
      description: "Erases what the backend holds about the owner of a thing",
      entry: "privacy/erasure-handler",
      key,
      logKey: props.logKey,
      alerts: props.alerts,
      environment: {
        PRODUCT: context.product,
        CONSENT_TABLE: ledger.tableName,
        REGISTRY_TABLE: registry.tableName,
        LAKE_BUCKET: lake.bucket.bucketName,
        KEEP_DAYS: String(BASELINE.retention.consentDays),
      },
      runbook: "Read the message and the job's log; send it again once mended. A request has to be answered within a month.",
      timeoutSeconds: TIMEOUT,
      concurrency: 2,
      ...(props.codeSigning === undefined ? {} : { codeSigning: props.codeSigning }),
      ...(props.lambdaRuntime === undefined ? {} : { runtime: props.lambdaRuntime }),
      ...(props.logRetentionDays === undefined ? {} : { logRetentionDays: props.logRetentionDays }),
    });
    ledger.grantErase(job.role);
    registry.grantErase(job.role);
    lake.grantErase(job.role);
    telemetryKey.grantRole(job.role, "s3", ["kms:Decrypt"]);
    return job;
  }
}
