import { type AwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";
import { type AwsFront, startAwsFront } from "../support/aws-front.js";
import type { SynthStack } from "../support/synth-stack.js";
import { startDeployed } from "./deployed-function.js";
import { PROPS } from "./fleet.js";

const { product, account, region } = PROPS;
const JSON_1_0 = "application/x-amz-json-1.0";
const JSON_1_1 = "application/x-amz-json-1.1";
/** Milliseconds between two looks at an execution. */
const LOOK_MS = 50;

export interface Execution {
  readonly status: "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";
  /** Names of the states it went through, in order. */
  readonly states: readonly string[];
}

/** The synthesized response, running: its definition in an interpreter, its functions from their packages, its tables and queues in the emulator. */
export class QuarantineCloud {
  private runs = 0;

  private constructor(
    readonly front: AwsFront,
    readonly aws: AwsEmulator,
    private readonly queues: Readonly<Record<"people" | "deadLetters" | "started", string>>,
  ) {}

  static async start(stack: SynthStack): Promise<QuarantineCloud> {
    let behind = "";
    const front = await startAwsFront(() => behind);
    const port = new URL(front.url).port;
    const aws = await startAwsEmulator({ MOTO_ACCOUNT_ID: account, MOTO_PORT: port });
    behind = aws.url;
    await fetch(`${aws.url}/moto-api/config`, { method: "POST", body: JSON.stringify({ stepfunctions: { execute_state_machine: true } }) });
    for (const entry of ["record/handler", "response/handler", "detection/handler"] as const) {
      front.functions.set(...startDeployed(stack, entry, front.url));
    }
    const queue = async (name: string): Promise<string> => {
      const made = await aws.client({ service: "sqs", target: "AmazonSQS.CreateQueue", contentType: JSON_1_0, body: { QueueName: name } });
      return (made as { QueueUrl: string }).QueueUrl;
    };
    const queues = {
      people: await queue("people"),
      deadLetters: await queue(`${product}-quarantine-failed`),
      started: await queue("started"),
    };
    const cloud = new QuarantineCloud(front, aws, queues);
    await cloud.make(stack);
    return cloud;
  }

  async addDevice(thing: string): Promise<void> {
    await this.aws.client({ service: "iot", path: `/things/${thing}`, body: {} });
    this.front.connected.add(thing);
  }

  /** Attaches a certificate to a device. @returns its id */
  async addCertificate(thing: string): Promise<string> {
    const made = await this.aws.client({ service: "iot", path: "/keys-and-certificate?setAsActive=true" });
    const { certificateArn, certificateId } = made as { certificateArn: string; certificateId: string };
    const response = await fetch(`${this.aws.url}/things/${thing}/principals`, {
      method: "PUT",
      headers: { "x-amzn-principal": certificateArn, authorization: credential("iot") },
    });
    if (!response.ok) throw new Error(`the certificate was not attached: ${await response.text()}`);
    return certificateId;
  }

  async certificateStatus(id: string): Promise<string> {
    const found = await this.aws.client({ service: "iot", method: "GET", path: `/certificates/${id}` });
    return (found as { certificateDescription: { status: string } }).certificateDescription.status;
  }

  async quarantined(): Promise<readonly string[]> {
    const found = await this.aws.client({ service: "iot", method: "GET", path: `/thing-groups/${product}-quarantine/things` });
    return (found as { things: readonly string[] }).things;
  }

  /** Runs the state machine to its end. */
  async run(input: unknown, stack?: SynthStack): Promise<Execution> {
    const name = `${product}-quarantine${stack === undefined ? "" : `-${this.runs}`}`;
    if (stack !== undefined) await this.makeMachine(name, stack);
    const started = await this.states("StartExecution", {
      stateMachineArn: machineArn(name),
      name: `run-${this.runs++}`,
      input: JSON.stringify(input),
    });
    const { executionArn } = started as { executionArn: string };
    for (;;) {
      const { status } = (await this.states("DescribeExecution", { executionArn })) as { status: string };
      if (status !== "RUNNING") {
        const { events } = (await this.states("GetExecutionHistory", { executionArn })) as { events: readonly HistoryEvent[] };
        return { status: status as Execution["status"], states: events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []) };
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** What the rule of the quarantine let through to its target since the last look. */
  async started(): Promise<readonly unknown[]> {
    return (await this.drain(this.queues.started)).map((body) => JSON.parse(body) as unknown);
  }

  /** Messages of the alert topic since the last look. */
  async told(): Promise<readonly string[]> {
    return (await this.drain(this.queues.people)).map((body) => (JSON.parse(body) as { Message: string }).Message);
  }

  async deadLetters(): Promise<readonly { readonly execution: string; readonly input: unknown }[]> {
    return (await this.drain(this.queues.deadLetters)).map((body) => JSON.parse(body));
  }

  async incidents(): Promise<readonly Readonly<Record<string, { readonly S?: string }>>[]> {
    const found = await this.aws.client({
      service: "dynamodb",
      target: "DynamoDB_20120810.Scan",
      contentType: JSON_1_0,
      body: { TableName: `${product}-incidents` },
    });
    return (found as { Items: readonly Readonly<Record<string, { readonly S?: string }>>[] }).Items;
  }

  async stop(): Promise<void> {
    this.aws.stop();
    await this.front.stop();
  }

  private async make(stack: SynthStack): Promise<void> {
    const { client } = this.aws;
    await this.subscribe(`${product}-alerts`, this.queues.people);
    await client({ service: "iot", path: `/thing-groups/${product}-quarantine`, body: {} });
    await client({ service: "scheduler", path: `/schedule-groups/${product}-reporting`, body: {} });
    for (const { values } of stack.ofType("aws_dynamodb_table")) await this.makeTable(values);
    const rule = stack.get("aws_cloudwatch_event_rule", "defence/quarantine/rule").values;
    const events = (operation: string, body: object) =>
      client({ service: "events", target: `AWSEvents.${operation}`, contentType: JSON_1_1, body });
    await events("CreateEventBus", { Name: `${product}-alarms` });
    await events("PutRule", { Name: rule.name, EventBusName: `${product}-alarms`, EventPattern: rule.event_pattern });
    const Targets = [{ Id: "queue", Arn: arn("sqs", "started") }];
    await events("PutTargets", { Rule: rule.name, EventBusName: `${product}-alarms`, Targets });
    await this.makeMachine(`${product}-quarantine`, stack);
  }

  private async makeTable(values: Readonly<Record<string, unknown>>): Promise<void> {
    const key = (of: Readonly<Record<string, unknown>>) => [
      { AttributeName: of.hash_key, KeyType: "HASH" },
      ...(of.range_key === undefined ? [] : [{ AttributeName: of.range_key, KeyType: "RANGE" }]),
    ];
    const indexes = (values.global_secondary_index ?? []) as readonly Readonly<Record<string, unknown>>[];
    await this.aws.client({
      service: "dynamodb",
      target: "DynamoDB_20120810.CreateTable",
      contentType: JSON_1_0,
      body: {
        TableName: values.name,
        BillingMode: values.billing_mode,
        KeySchema: key(values),
        AttributeDefinitions: (values.attribute as readonly { name: string; type: string }[]).map(({ name, type }) => ({
          AttributeName: name,
          AttributeType: type,
        })),
        ...(indexes.length === 0
          ? {}
          : {
              GlobalSecondaryIndexes: indexes.map((index) => ({
                IndexName: index.name,
                KeySchema: key(index),
                Projection: { ProjectionType: index.projection_type },
              })),
            }),
      },
    });
  }

  private makeMachine(name: string, stack: SynthStack): Promise<unknown> {
    return this.states("CreateStateMachine", {
      name,
      definition: definitionFor(stack, this.queues.deadLetters),
      roleArn: `arn:aws:iam::${account}:role/${product}-quarantine-${region}`,
    });
  }

  private states(operation: string, body: object): Promise<unknown> {
    return this.aws.client({ service: "states", target: `AWSStepFunctions.${operation}`, contentType: JSON_1_0, body });
  }

  /** SNS speaks forms, which our own client does not. */
  private async subscribe(topic: string, queueUrl: string): Promise<void> {
    const forms: readonly Readonly<Record<string, string>>[] = [
      { Action: "CreateTopic", Name: topic },
      { Action: "Subscribe", TopicArn: arn("sns", topic), Protocol: "sqs", Endpoint: arn("sqs", queueUrl.split("/").at(-1) ?? "") },
    ];
    for (const form of forms) {
      const response = await fetch(this.aws.url, {
        method: "POST",
        headers: { authorization: credential("sns") },
        body: new URLSearchParams({ ...form, Version: "2010-03-31" }),
      });
      if (!response.ok) throw new Error(`SNS ${form.Action}: ${await response.text()}`);
    }
  }

  private async drain(QueueUrl: string): Promise<readonly string[]> {
    const sqs = (operation: string, body: object) =>
      this.aws.client({ service: "sqs", target: `AmazonSQS.${operation}`, contentType: JSON_1_0, body });
    const bodies: string[] = [];
    for (;;) {
      const answer = (await sqs("ReceiveMessage", { QueueUrl, MaxNumberOfMessages: 10 })) as { Messages?: readonly Message[] };
      if (answer.Messages === undefined || answer.Messages.length === 0) return bodies;
      for (const { Body, ReceiptHandle } of answer.Messages) {
        bodies.push(Body);
        await sqs("DeleteMessage", { QueueUrl, ReceiptHandle });
      }
    }
  }
}

interface Message {
  readonly Body: string;
  readonly ReceiptHandle: string;
}
interface HistoryEvent {
  readonly stateEnteredEventDetails?: { readonly name: string };
}

const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
const machineArn = (name: string): string => arn("states", `stateMachine:${name}`);
/** All the emulator looks at in a signature. */
const credential = (service: string): string => `AWS4-HMAC-SHA256 Credential=testing/20261125/${region}/${service}/aws4_request`;

/**
 * The definition as it was synthesized, but for the address of the queue, which an apply would fill in, and the first letter of names in calls of AWS
 * IoT: a capital in AWS (parameters, answers, error prefix), as the API has it in the emulator.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
function definitionFor(stack: SynthStack, deadLettersUrl: string): string {
  const definition = String(stack.get("aws_sfn_state_machine", "defence/quarantine/machine").values.definition);
  return JSON.stringify(
    JSON.parse(definition.replace(/\$\{aws_sqs_queue\.[^}]+\}/, deadLettersUrl), (_key, value: unknown) => {
      const task = value as { readonly Resource?: unknown; readonly Parameters?: object } | null;
      if (typeof task?.Resource !== "string" || !task.Resource.includes(":aws-sdk:iot:")) return value;
      const Parameters = Object.fromEntries(Object.entries(task.Parameters ?? {}).map(([name, given]) => [uncapital(name), given]));
      return { ...task, Parameters };
    }),
  )
    .replaceAll('"Iot.', '"iot.')
    .replaceAll("$.Principals", "$.principals");
}

const uncapital = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
