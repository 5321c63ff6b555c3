/** What the states of the workflow refer to; ARNs are literals, so that the synthesized definition can be read as it stands. */
export interface QuarantinePlaces {
  readonly partition: string;
  readonly product: string;
  readonly incidentTable: string;
  readonly recorderArn: string;
  readonly cutterArn: string;
  readonly quarantineGroup: string;
  readonly topicArn: string;
  readonly deadLettersUrl: string;
}

export interface QuarantineChoices {
  /** Decide, record and tell, but leave the device alone. @default false @obligation OBL-INC-2 */
  readonly dryRun: boolean;
  /** Also switch the device's certificates off: it then needs a new one to come back. @default false @obligation OBL-INC-2 @obligation OBL-IAM-9 */
  readonly deactivateCertificates: boolean;
  /**
   * Seconds after which the connection is cut a second time. AWS IoT goes by its copy of the old policies for six to eight minutes, in which a
   * device may come back. @default 600 @obligation OBL-INC-2 Source: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
   */
  readonly settleSeconds: number;
}

/** The mark of an alarm that somebody is answering. */
const MARK = { "S.$": "States.Format('claim#{}', $.detail.key)" };
const REASON =
  "States.Format('{}: {} {}, expected {}', $.detail.alarm.detector, $.detail.alarm.metric, $.detail.alarm.observed, $.detail.alarm.expected)";

/** What the steps themselves may take, in seconds. */
const STEPS_SECONDS = 300;

/** Refusals that pass. Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const RETRY = [
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 20, JitterStrategy: "FULL" },
] as const;

/**
 * The answer to an alarm that asks for quarantine, as an Amazon States Language definition. Its input is the event of the bus. It may be started
 * twice for one alarm: the first execution marks the alarm as its own, a second finds the mark and ends. One that fails takes its mark back, so
 * that a new execution with the same input goes through. Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export function quarantineDefinition(places: QuarantinePlaces, choices: QuarantineChoices): object {
  const { dryRun, deactivateCertificates, settleSeconds } = choices;
  const service = (action: string): string => `arn:${places.partition}:states:::${action}`;
  const failed = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "Take mark back" }];
  const task = (action: string, Parameters: object, rest: object): object => ({
    Type: "Task",
    Resource: service(action),
    Parameters,
    Retry: RETRY,
    Catch: failed,
    ...rest,
  });
  const outcome = (result: string, Next: string): object => ({ Type: "Pass", Result: result, ResultPath: "$.outcome", Next });
  const record = (result: object, reason: string, rest: object): object =>
    task(
      "lambda:invoke",
      {
        FunctionName: places.recorderArn,
        Payload: {
          action: "respond",
          "incident.$": "$.record.incident",
          "alarm.$": "$.detail",
          actions: [{ action: "quarantine", "target.$": "$.detail.alarm.thing", "alarm.$": "$.detail.key", ...result, "reason.$": reason }],
        },
      },
      { ResultPath: null, ...rest },
    );
  const cut = (rest: object): object =>
    task("lambda:invoke", { FunctionName: places.cutterArn, Payload: { "thing.$": "$.detail.alarm.thing" } }, rest);
  return {
    Comment: "Takes a device's rights away, cuts its connection, and says so",
    TimeoutSeconds: STEPS_SECONDS + settleSeconds,
    StartAt: "Claim alarm",
    States: {
      "Claim alarm": task(
        "dynamodb:putItem",
        {
          TableName: places.incidentTable,
          Item: {
            id: MARK,
            seq: { N: "0" },
            claimedBy: { "S.$": "$$.Execution.Id" },
            claimedAt: { "S.$": "$$.State.EnteredTime" },
          },
          ConditionExpression: "attribute_not_exists(id) OR claimedBy = :self",
          ExpressionAttributeValues: { ":self": { "S.$": "$$.Execution.Id" } },
        },
        {
          ResultPath: null,
          Retry: [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], MaxAttempts: 0 }, ...RETRY],
          Catch: [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], ResultPath: null, Next: "Answered already" }, ...failed],
          Next: "Record alarm",
        },
      ),
      "Answered already": { Type: "Succeed" },
      "Record alarm": task(
        "lambda:invoke",
        { FunctionName: places.recorderArn, Payload: { action: "open", "alarm.$": "$.detail" } },
        { ResultSelector: { "incident.$": "$.Payload.incident" }, ResultPath: "$.record", Next: "Look up device" },
      ),
      "Look up device": task(
        "aws-sdk:iot:describeThing",
        { "ThingName.$": "$.detail.alarm.thing" },
        {
          ResultPath: null,
          Retry: [{ ErrorEquals: ["Iot.ResourceNotFoundException"], MaxAttempts: 0 }, ...RETRY],
          Catch: [{ ErrorEquals: ["Iot.ResourceNotFoundException"], ResultPath: null, Next: "No such device" }, ...failed],
          Next: "Mode",
        },
      ),
      "No such device": outcome("no-target", "Record answer"),
      Mode: { Type: "Pass", Result: { dryRun, deactivateCertificates }, ResultPath: "$.mode", Next: "Dry run?" },
      "Dry run?": {
        Type: "Choice",
        Choices: [{ Variable: "$.mode.dryRun", BooleanEquals: true, Next: "Only said" }],
        Default: "Quarantine",
      },
      "Only said": outcome("dry-run", "Record answer"),
      Quarantine: task(
        "aws-sdk:iot:addThingToThingGroup",
        // In dynamic groups a device may be in as many as it likes; the one that denies must not be the one left out.
        { ThingGroupName: places.quarantineGroup, "ThingName.$": "$.detail.alarm.thing", OverrideDynamicGroups: true },
        { ResultPath: null, Next: "Certificates too?" },
      ),
      "Certificates too?": {
        Type: "Choice",
        Choices: [{ Variable: "$.mode.deactivateCertificates", BooleanEquals: true, Next: "List certificates" }],
        Default: "Cut connection",
      },
      "List certificates": task(
        "aws-sdk:iot:listThingPrincipals",
        { "ThingName.$": "$.detail.alarm.thing" },
        { ResultSelector: { "principals.$": "$.Principals" }, ResultPath: "$.certificates", Next: "Deactivate certificates" },
      ),
      "Deactivate certificates": {
        Type: "Map",
        ItemsPath: "$.certificates.principals",
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Deactivate",
          States: {
            Deactivate: {
              Type: "Task",
              Resource: service("aws-sdk:iot:updateCertificate"),
              Parameters: { "CertificateId.$": "States.ArrayGetItem(States.StringSplit($, '/'), 1)", NewStatus: "INACTIVE" },
              Retry: RETRY,
              End: true,
            },
          },
        },
        ResultPath: null,
        Catch: failed,
        Next: "Cut connection",
      },
      // Only now: a device that comes back at once should find its rights gone, if AWS IoT has seen the change already.
      "Cut connection": cut({ ResultPath: null, Next: "Done" }),
      Done: outcome("done", "Record answer"),
      "Record answer": record({ "outcome.$": "$.outcome" }, REASON, { Catch: failed, Next: "Tell people" }),
      "Tell people": task(
        "sns:publish",
        {
          TopicArn: places.topicArn,
          "Message.$": `States.Format('${places.product}: quarantine of {}: {}. Incident {}. {}', $.detail.alarm.thing, $.outcome, $.record.incident, $.detail.runbook)`,
        },
        { ResultPath: null, Next: "Was it cut off?" },
      ),
      "Was it cut off?": {
        Type: "Choice",
        Choices: [{ Variable: "$.outcome", StringEquals: "done", Next: "Let policies take effect" }],
        Default: "Answered",
      },
      "Let policies take effect": { Type: "Wait", Seconds: settleSeconds, Next: "Cut again" },
      "Cut again": cut({ ResultPath: null, Next: "Answered" }),
      Answered: { Type: "Succeed" },
      "Take mark back": {
        Type: "Task",
        Resource: service("dynamodb:deleteItem"),
        Parameters: {
          TableName: places.incidentTable,
          Key: { id: MARK, seq: { N: "0" } },
          ConditionExpression: "claimedBy = :self",
          ExpressionAttributeValues: { ":self": { "S.$": "$$.Execution.Id" } },
        },
        Retry: [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], MaxAttempts: 0 }, ...RETRY],
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.lost", Next: "On record?" }],
        ResultPath: null,
        Next: "On record?",
      },
      "On record?": {
        Type: "Choice",
        Choices: [{ Variable: "$.record.incident", IsPresent: true, Next: "Record failure" }],
        Default: "Set aside",
      },
      "Record failure": record({ outcome: "failed" }, "$.error.Error", {
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.lost", Next: "Set aside" }],
        Next: "Set aside",
      }),
      "Set aside": {
        Type: "Task",
        Resource: service("sqs:sendMessage"),
        Parameters: { QueueUrl: places.deadLettersUrl, MessageBody: { "execution.$": "$$.Execution.Id", "input.$": "$$.Execution.Input" } },
        Retry: RETRY,
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.lost", Next: "Tell failure" }],
        ResultPath: null,
        Next: "Tell failure",
      },
      "Tell failure": {
        Type: "Task",
        Resource: service("sns:publish"),
        Parameters: {
          TopicArn: places.topicArn,
          "Message.$": `States.Format('${places.product}: the quarantine of {} did NOT come about in full ({}). Act by hand: add it to ${places.quarantineGroup} and end its connection. {}', $.detail.alarm.thing, $.error.Error, $$.Execution.Id)`,
        },
        Retry: RETRY,
        ResultPath: null,
        Next: "Not answered",
      },
      "Not answered": { Type: "Fail", Error: "NotAnswered", Cause: "See the dead letters" },
    },
  };
}
