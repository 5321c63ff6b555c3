import { Construct } from "constructs";
import { LambdaFunction } from "#aws/lambda-function";
import { LambdaRuntimeManagementConfig } from "#aws/lambda-runtime-management-config";
import { AssetType, TerraformAsset } from "#tf";
import { BASELINE } from "../../model/baseline.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "./alert-topic.js";
import type { InContext } from "./backend-context.js";
import { bundleBackend, placeBundle } from "./bundle.js";
import type { CodeSigning, SignedPackage } from "./code-signing.js";
import type { DataKey } from "./data-key.js";
import { DeadLetterQueue } from "./dead-letter-queue.js";
import { SecureLogGroup } from "./secure-log-group.js";
import { ServiceRole } from "./service-role.js";

export interface NodeFunctionProps extends InContext {
  /** Names the function: `<product>-<purpose>`. @wiring */
  readonly purpose: string;
  /** What it does, for whoever finds it in the account. @wiring */
  readonly description: string;
  /** Handler of `backend/` by path without extension; it exports `handler`. @wiring */
  readonly entry: string;
  /** Files beside the code, by name: settings that are signed with it and cannot be changed without it. @default {} @obligation OBL-SDLC-7 */
  readonly files?: Readonly<Record<string, string>>;
  /** Key of the function's environment and dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Settings the handler reads; no secrets. @obligation OBL-SDLC-13 */
  readonly environment: Readonly<Record<string, string>>;
  /** What signs the code; without it Lambda runs whatever is uploaded. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** What a person does about a failed call. @obligation OBL-INC-2 */
  readonly runbook: string;
  /** A runtime that still gets security patches. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly runtime?: string;
  /** Calls at a time; a bound, so that a flood of devices cannot use up the account. @default 20 @obligation OBL-INC-3 */
  readonly concurrency?: number;
  /** Seconds a call may take. @default 5 @wiring */
  readonly timeoutSeconds?: number;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * A Lambda function with a role of its own, a kept and encrypted log, tracing, a dead letter queue and automatic runtime patches.
 * @obligation OBL-SDLC-6 @obligation OBL-CONS-5 @obligation OBL-INC-3
 * @setting lambda-runtime: the runtime is `nodejs22.x`
 * @setting lambda-runtime-updates: patches of the runtime come by themselves (`Auto`)
 * @setting lambda-code-signed: only signed code runs
 * @setting lambda-concurrency-bounded: at most 20 calls run at a time
 * @setting sqs-dead-letter-retention: an event that could not be handled waits 1209600 seconds, in a queue with alarms
 * @setting lambda-environment-customer-key: settings are encrypted with a key of your own
 * @setting lambda-traced: calls are traced (`Active`)
 * @cost calls, and the time each takes
 */
export class NodeFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: ServiceRole;
  readonly logGroup: SecureLogGroup;
  readonly deadLetters: DeadLetterQueue;
  readonly runtimeManagement: LambdaRuntimeManagementConfig;
  /** Absent where code is not signed. */
  readonly signed?: SignedPackage;
  readonly functionName: string;
  /** Literal, known before apply. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const { context, purpose, key, logKey, alerts, runbook, logRetentionDays } = props;
    this.functionName = context.name(purpose);
    this.arn = context.arn("lambda", `function:${this.functionName}`);
    this.role = new ServiceRole(this, "role", {
      context,
      purpose,
      service: "lambda.amazonaws.com",
      sourceArn: undefined,
      dataClass: key.dataClass,
      description: `What ${this.functionName} may do`,
    });
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/lambda/${this.functionName}`,
      key: logKey,
      retentionDays: logRetentionDays,
    });
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", { context, purpose: `${purpose}-failed`, key, alerts, runbook });
    this.deadLetters.grantSend(this.role);
    this.role.allow("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], [`${this.logGroup.arn}:*`]);
    // X-Ray knows no resources. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
    this.role.allow("Trace", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]);
    key.grantRoleDirect(this.role, ["kms:Decrypt"], { "aws:lambda:FunctionArn": this.arn });
    // Whoever deploys the function encrypts its environment. Source: https://docs.aws.amazon.com/lambda/latest/dg/security-encryption-at-rest.html
    key.grantAccountThrough("lambda", ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"]);
    const bundle = bundleBackend(props.entry, props.files);
    const asset = new TerraformAsset(this, "code", { path: placeBundle(this, bundle), type: AssetType.FILE });
    this.signed = props.codeSigning?.sign(this, this.functionName, { path: asset.path, hash: bundle.hash });
    this.function = this.deploy(props, { path: asset.path, hash: bundle.hash });
    this.runtimeManagement = new LambdaRuntimeManagementConfig(this, "runtime-management", {
      functionName: this.function.functionName,
      updateRuntimeOn: "Auto",
    });
  }

  private deploy(props: NodeFunctionProps, bundle: { readonly path: string; readonly hash: string }): LambdaFunction {
    const { context, key, codeSigning } = props;
    const hardening = context.hardening(this);
    const signing = codeSigning === undefined ? "none" : "enforce";
    hardening.oneOf("lambda-code-signed", "code_signing_config_arn", signing, ["enforce"], "enforce");
    const deployed = new LambdaFunction(this, "function", {
      functionName: this.functionName,
      description: props.description,
      role: this.role.role.arn,
      runtime: hardening.oneOf(
        "lambda-runtime",
        "runtime",
        props.runtime,
        BASELINE.compute.lambdaRuntimes,
        BASELINE.compute.defaultLambdaRuntime,
      ),
      architectures: ["arm64"],
      handler: "index.handler",
      ...(this.signed === undefined
        ? { filename: bundle.path, sourceCodeHash: bundle.hash }
        : { s3Bucket: this.signed.bucket, s3Key: this.signed.key, codeSigningConfigArn: codeSigning?.config.arn }),
      memorySize: 256,
      timeout: props.timeoutSeconds ?? 5,
      reservedConcurrentExecutions: props.concurrency ?? 20,
      kmsKeyArn: key.arn,
      environment: { variables: { ...props.environment } },
      deadLetterConfig: { targetArn: this.deadLetters.queue.arn },
      tracingConfig: { mode: "Active" },
      loggingConfig: { logFormat: "JSON", logGroup: this.logGroup.group.name },
      tags: context.tags(key.dataClass),
      dependsOn: [this.role.policy],
    });
    hardening.bind(deployed);
    return deployed;
  }
}
