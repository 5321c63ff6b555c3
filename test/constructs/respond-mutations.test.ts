import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { type Block, drop, type Mutation, type Stack, set } from "../policies/mutations.js";
import { AS_OF, synthFleet } from "./fleet.js";

const STREAM = { type: "aws_kinesis_stream", path: "defence/stream/stream" };
const STATE = { type: "aws_dynamodb_table", path: "defence/detection/state" };
const INCIDENTS = { type: "aws_dynamodb_table", path: "defence/incidents/table" };
const MACHINE = { type: "aws_sfn_state_machine", path: "defence/quarantine/machine" };
const DETECTION = { type: "aws_lambda_function", path: "defence/detection/function/function" };

const MUTATIONS: readonly Mutation[] = [
  { off: "the stream's own key", ...STREAM, change: drop("kms_key_id"), rule: "kinesis-stream-customer-key" },
  { off: "a week of the stream", ...STREAM, change: set("retention_period", 24), rule: "kinesis-retention" },
  {
    off: "the error action of a source",
    type: "aws_iot_topic_rule",
    path: "defence/stream/presence",
    change: drop("error_action"),
    rule: "iot-topic-rule-error-action",
  },
  {
    off: "named fields of a source",
    type: "aws_iot_topic_rule",
    path: "defence/stream/presence",
    change: set("sql", "SELECT * FROM '$aws/events/presence/#'"),
    rule: "iot-topic-rule-narrow",
  },
  {
    off: "recovery of detection's memory",
    ...STATE,
    change: set("point_in_time_recovery.enabled", false),
    rule: "dynamodb-table-recoverable",
  },
  { off: "recovery of incidents", ...INCIDENTS, change: set("point_in_time_recovery.enabled", false), rule: "dynamodb-table-recoverable" },
  {
    off: "deletion protection of incidents",
    ...INCIDENTS,
    change: set("deletion_protection_enabled", false),
    rule: "dynamodb-table-deletion-protected",
  },
  { off: "the own key of incidents", ...INCIDENTS, change: drop("server_side_encryption"), rule: "dynamodb-table-customer-key" },
  { off: "the log of the quarantine", ...MACHINE, change: set("logging_configuration.level", "OFF"), rule: "sfn-logged" },
  { off: "the trace of the quarantine", ...MACHINE, change: set("tracing_configuration.enabled", false), rule: "sfn-traced" },
  { off: "the bound of detection", ...DETECTION, change: drop("reserved_concurrent_executions"), rule: "lambda-concurrency-bounded" },
  {
    off: "the action of an alarm",
    type: "aws_cloudwatch_metric_alarm",
    path: "defence/quarantine/failed-alarm",
    change: drop("alarm_actions"),
    rule: "alarm-has-action",
  },
];

const scratch = mkdtempSync(join(tmpdir(), "bulwark-respond-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let base: Stack;
beforeAll(() => {
  base = JSON.parse(synthFleet({ operations: "none", privacy: "none" }).text) as Stack;
}, 30_000);

async function judge(stack: Stack): Promise<readonly string[]> {
  const file = join(scratch, "cdk.tf.json");
  writeFileSync(file, JSON.stringify(stack));
  const { report } = await checkPaths([file], { asOf: AS_OF });
  return [...new Set(report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}

function find(stack: Stack, { type, path }: Pick<Mutation, "type" | "path">): { readonly address: string; readonly resource: Block } {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) =>
    String((resource["//"] as { metadata?: { path?: string } } | undefined)?.metadata?.path).endsWith(`/${path}`),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type} at ${path}`);
  return { address: `${type}.${first[0]}`, resource: first[1] };
}

describe("detection and response", () => {
  it.each(MUTATIONS)("$off, switched off, turns $rule red and nothing else", async (mutation) => {
    const before = await judge(base);
    const stack = structuredClone(base);
    mutation.change(find(stack, mutation).resource, stack);
    const added = (await judge(stack)).filter((line) => !before.includes(line));
    expect(added).toEqual([`fail ${mutation.rule} ${find(base, mutation).address}`]);
  });
});
