import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { check } from "../../policies/engine/check.js";
import { liftPath } from "../../policies/lift/index.js";
import type { SynthStack } from "../support/synth-stack.js";
import { synthDefence } from "./defence.js";
import { AS_OF } from "./fleet.js";

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Result?: unknown;
}
const machineOf = (stack: SynthStack): { readonly StartAt: string; readonly States: Readonly<Record<string, State>> } =>
  JSON.parse(String(stack.get("aws_sfn_state_machine", "defence/quarantine/machine").values.definition));
interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}
const rightsOf = (stack: SynthStack, path: string): readonly Statement[] =>
  (JSON.parse(String(stack.get("aws_iam_role_policy", path).values.policy)) as { Statement: readonly Statement[] }).Statement;

const capital = (call: string): string => call.charAt(0).toUpperCase() + call.slice(1);

let stack: SynthStack;
beforeAll(() => {
  stack = synthDefence();
});

describe("the sources of detection", () => {
  it("are rules that write to one encrypted stream, each with an error action, and the refusals of the AWS IoT log", () => {
    const rules = stack.ofType("aws_iot_topic_rule");
    expect(rules.map(({ values }) => String(values.sql).replace(/^.* FROM /, "")).sort()).toEqual([
      "'$aws/events/jobExecution/#'",
      "'$aws/events/presence/#' WHERE eventType <> 'connect_failed' AND startswith(clientId, 'acme-')",
      "'$aws/events/subscriptions/#' WHERE startswith(clientId, 'acme-')",
      "'dt/acme/+/#'",
    ]);
    for (const { address, values } of rules) expect(values, address).toMatchObject({ error_action: { sqs: {} }, kinesis: [{}] });
    expect(stack.get("aws_kinesis_stream", "defence/stream/stream").values).toMatchObject({
      encryption_type: "KMS",
      retention_period: 168,
    });
    expect(stack.get("aws_cloudwatch_log_subscription_filter", "defence/stream/refusals").values).toMatchObject({
      log_group_name: "AWSIotLogsV2",
      filter_pattern: expect.stringContaining('$.status = "Failure"'),
    });
  });

  it("take the size of a message and leave its content where it is", () => {
    const volume = stack.get("aws_iot_topic_rule", "defence/stream/volume").values;
    expect(volume.sql).toBe(
      "SELECT 'published' AS eventType, timestamp() AS timestamp, topic(3) AS thing, topic() AS topic, length(encode(*, 'base64')) AS size64 FROM 'dt/acme/+/#'",
    );
  });
});

describe("the detection function", () => {
  it("halves a batch that fails, tries again, and sets aside what cannot be done", () => {
    expect(stack.get("aws_lambda_event_source_mapping", "defence/detection/source").values).toMatchObject({
      bisect_batch_on_function_error: true,
      maximum_retry_attempts: 5,
      maximum_record_age_in_seconds: 86_400,
      function_response_types: ["ReportBatchItemFailures"],
      destination_config: { on_failure: {} },
    });
  });

  it("keeps what it knows of a device in an encrypted table that forgets", () => {
    expect(stack.get("aws_dynamodb_table", "defence/detection/state").values).toMatchObject({
      ttl: { enabled: true, attribute_name: "expires" },
      server_side_encryption: { enabled: true },
      point_in_time_recovery: { enabled: true },
      deletion_protection_enabled: true,
    });
  });
});

describe("the quarantine", () => {
  it("is started by alarms that ask for it and name a device", () => {
    const rule = stack.get("aws_cloudwatch_event_rule", "defence/quarantine/rule").values;
    expect(JSON.parse(String(rule.event_pattern))).toMatchObject({
      detail: { response: ["quarantine"], alarm: { thing: [{ exists: true }] } },
    });
  });

  it("leads every state somewhere, and every failure of a call to a person", () => {
    const { StartAt, States } = machineOf(stack);
    const reached = new Set<string>();
    const visit = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      const state = States[name];
      expect(state, name).toBeDefined();
      for (const next of [
        state?.Next,
        state?.Default,
        ...(state?.Choices ?? []).map(({ Next }) => Next),
        ...(state?.Catch ?? []).map(({ Next }) => Next),
      ])
        if (next !== undefined) visit(next);
    };
    visit(StartAt);
    expect([...reached].sort()).toEqual(Object.keys(States).sort());
    const afterwards: Readonly<Record<string, string>> = {
      "Take mark back": "On record?",
      "Record failure": "Set aside",
      "Set aside": "Tell failure",
    };
    for (const [name, { Type, Catch }] of Object.entries(States))
      if (Type === "Task" && name !== "Tell failure")
        expect(Catch?.at(-1), name).toMatchObject({ ErrorEquals: ["States.ALL"], Next: afterwards[name] ?? "Take mark back" });
  });

  it("can be rehearsed, and switches certificates off only where that was chosen; only then may it", () => {
    expect(machineOf(stack).States.Mode?.Result).toEqual({ dryRun: false, deactivateCertificates: false });
    const actions = (of: SynthStack): readonly string[] => rightsOf(of, "defence/quarantine/role/policy").flatMap(({ Action }) => Action);
    expect(actions(stack)).not.toContain("iot:UpdateCertificate");
    const hard = synthDefence({ dryRun: true, deactivateCertificates: true });
    expect(machineOf(hard).States.Mode?.Result).toEqual({ dryRun: true, deactivateCertificates: true });
    expect(actions(hard)).toContain("iot:UpdateCertificate");
  });

  it("may touch devices of its own product and its one group, and write its marks only", () => {
    const rights = rightsOf(stack, "defence/quarantine/role/policy");
    expect(rights.find(({ Sid }) => Sid === "Quarantine")?.Resource).toEqual([
      "arn:aws:iot:eu-west-1:111122223333:thinggroup/acme-quarantine",
      "arn:aws:iot:eu-west-1:111122223333:thing/acme-*",
    ]);
    expect(rights.find(({ Sid }) => Sid === "Claim")).toMatchObject({
      Action: ["dynamodb:PutItem", "dynamodb:DeleteItem"],
      Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": "claim#*" } },
    });
  });

  it("may do what its steps do, and nothing else", () => {
    const hard = synthDefence({ deactivateCertificates: true });
    const called = JSON.stringify(machineOf(hard)).matchAll(/:states:::(?:aws-sdk:)?(\w+):(\w+)/g);
    // The names of the actions differ from those of the calls for Lambda only.
    const needed = [...called].map(([, service, call = ""]) => `${service}:${call === "invoke" ? "InvokeFunction" : capital(call)}`);
    const allowed = rightsOf(hard, "defence/quarantine/role/policy")
      .flatMap(({ Action }) => Action)
      .filter((action) => !/^(logs|xray|kms):/.test(action));
    expect([...new Set(allowed)].sort()).toEqual([...new Set(needed)].sort());
  });

  it("cuts again when AWS IoT has seen the change, and not when it is too late to matter", () => {
    expect(machineOf(stack).States["Let policies take effect"]).toMatchObject({ Type: "Wait", Seconds: 600 });
    for (const settleSeconds of [0, 3601, 1.5, Number.NaN])
      expect(() => synthDefence({ settleSeconds }), String(settleSeconds)).toThrow("needs whole seconds from 1 to 3600");
  });

  it("cuts connections of its own product by a function that can do nothing else", () => {
    const rights = rightsOf(stack, "defence/cutter/function/role/policy").filter(({ Action }) =>
      Action.some((action) => action.startsWith("iot:")),
    );
    expect(rights.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [["iot:DeleteConnection"], ["arn:aws:iot:eu-west-1:111122223333:client/acme-*"]],
      [["iot:DescribeEndpoint"], ["*"]],
    ]);
  });

  it("raises an alarm when an execution fails, and when it runs out of time", () => {
    const alarms = stack
      .ofType("aws_cloudwatch_metric_alarm")
      .filter(({ path }) => path.startsWith("defence/quarantine/") && !path.includes("dead-letters"));
    expect(alarms.map(({ values }) => [values.namespace, values.metric_name, values.dimensions])).toEqual(
      ["ExecutionsFailed", "ExecutionsTimedOut"].map((metric) => [
        "AWS/States",
        metric,
        { StateMachineArn: "arn:aws:states:eu-west-1:111122223333:stateMachine:acme-quarantine" },
      ]),
    );
  });

  it("logs every step without the data, and traces", () => {
    expect(stack.get("aws_sfn_state_machine", "defence/quarantine/machine").values).toMatchObject({
      logging_configuration: { level: "ALL", include_execution_data: false },
      tracing_configuration: { enabled: true },
    });
  });
});

describe("incidents", () => {
  it("stand in a table that cannot be lost or rewritten by whoever writes to it", () => {
    expect(stack.get("aws_dynamodb_table", "defence/incidents/table").values).toMatchObject({
      point_in_time_recovery: { enabled: true },
      deletion_protection_enabled: true,
      lifecycle: { prevent_destroy: true },
    });
    const rights = rightsOf(stack, "defence/incidents/function/role/policy");
    expect(rights.find(({ Sid }) => Sid === "Incidents")?.Action).toEqual(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]);
    expect(rights.find(({ Sid }) => Sid === "PassReminderRole")?.Condition).toEqual({
      StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
    });
  });

  it("are reported under laws that set a deadline, and no others", () => {
    expect(() => synthDefence({ regimes: ["uk-psti"] })).toThrow("the laws with a deadline");
    expect(() => synthDefence({ regimes: [] })).toThrow("the laws with a deadline");
  });
});

it("passes the library's own rules, with nothing unknown", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-respond-"));
  try {
    const path = join(folder, "cdk.tf.json");
    writeFileSync(path, stack.text);
    const { report } = check(await liftPath(path), [], { asOf: AS_OF, all: true });
    const bad = report.results
      .filter(({ verdict }) => verdict === "fail" || verdict === "unknown")
      // The account's log and audit are for the whole backend to make.
      .filter(({ rule }) => rule !== "iot-account-logged" && rule !== "iot-account-audited")
      .map(({ rule, address, detail }) => [rule, address, detail]);
    expect(bad).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
