import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { liftPath } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";

const PLAN = join(import.meta.dirname, "../fixtures/lift/topic-rules/plan.json");

const synth = (resource: object): LiftedInput => {
  const text = JSON.stringify({ resource });
  return liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text);
};
const throughCloudControl = (state: unknown): LiftedInput =>
  synth({
    aws_cloudcontrolapi_resource: {
      r: { type_name: "AWS::IoT::TopicRule", desired_state: typeof state === "string" ? state : JSON.stringify(state) },
    },
  });
const only = (input: LiftedInput): Resource => input.resources[0] as Resource;

/** Resources of the same name as the one that is judged would be joined with it. */
const verdictsOf = (input: LiftedInput, address: string): readonly string[] => {
  const alone = { ...input, resources: input.resources.filter((resource) => resource.address === address) };
  expect(alone.resources).toHaveLength(1);
  return check([alone], [], { asOf: "2026-11-25", all: true })
    .report.results.filter((result) => result.address === address)
    .map(({ rule, verdict, detail, reason }) => [rule, verdict, detail ?? "", reason ?? ""].join(" | "))
    .sort();
};

describe("a topic rule of CloudFormation", () => {
  it.each(["good", "bad"])("that is %s gets the verdicts of the Terraform type in every encoding of a real plan", async (kind) => {
    const [plan] = await liftPath(PLAN);
    if (plan === undefined) throw new Error("no plan");
    expect([plan.resourcesInInput, plan.notes]).toEqual([plan.resources.length, undefined]);
    const direct = verdictsOf(plan, `aws_iot_topic_rule.${kind}`);
    const failing = direct.filter((verdict) => verdict.includes("| fail |")).map((verdict) => verdict.split(" | ")[0]);
    if (kind === "bad")
      for (const rule of ["error-action", "objects-private", "narrow", "sql-version", "live-services"])
        expect(failing).toContain(`iot-topic-rule-${rule}`);
    for (const address of [
      `aws_cloudformation_stack.json["${kind}"]#Rule`,
      `aws_cloudformation_stack.yaml["${kind}"]#Rule`,
      `aws_cloudcontrolapi_resource.rule["${kind}"]`,
    ])
      expect(verdictsOf(plan, address), address).toEqual(direct);
  });

  it("of awscc has the provider's names as well", () => {
    const input = synth({
      awscc_iot_topic_rule: {
        r: {
          rule_name: "r",
          topic_rule_payload: {
            sql: "SELECT a FROM 'b'",
            rule_disabled: true,
            actions: [
              { dynamo_d_bv_2: { role_arn: "x", put_item: { table_name: "t" } } },
              { dynamo_db: { role_arn: "x", hash_key_field: "h", hash_key_value: "v", table_name: "t" } },
              { kafka: { destination_arn: "d", topic: "t", client_properties: { "sasl.mechanism": "PLAIN", acks: "1" } } },
              { dynamo_db: { role_arn: "y", hash_key_field: "h", hash_key_value: "v", table_name: "u" } },
            ],
            error_action: { sqs: { role_arn: "x", queue_url: "q", use_base_64: true } },
          },
          tags: [{ key: "team", value: "locks" }],
        },
      },
    });
    expect(only(input)).toMatchObject({ address: "awscc_iot_topic_rule.r", type: "aws_iot_topic_rule" });
    expect(only(input).values).toEqual({
      name: "r",
      sql: "SELECT a FROM 'b'",
      enabled: false,
      tags: { team: "locks" },
      dynamodbv2: [{ role_arn: "x", put_item: [{ table_name: "t" }] }],
      dynamodb: ["t", "u"].map((table_name, at) => ({
        role_arn: ["x", "y"][at],
        hash_key_field: "h",
        hash_key_value: "v",
        table_name,
      })),
      kafka: [{ destination_arn: "d", topic: "t", client_properties: { "sasl.mechanism": "PLAIN", acks: "1" } }],
      error_action: [{ sqs: [{ role_arn: "x", queue_url: "q", use_base64: true }] }],
    });
    expect(input.notes).toBeUndefined();
  });

  it("names what the provider has no argument for, and does not miss an error action it cannot name", () => {
    const input = throughCloudControl({
      TopicRulePayload: {
        Sql: "SELECT a FROM 'b'",
        Colour: "red",
        Actions: [{ OpenSearch: { Endpoint: "https://e" } }, { Http: { Url: "https://e", Auth: { Sigv4: {} } } }, "${local.action}"],
        ErrorAction: { Location: { RoleArn: "x" } },
      },
    });
    const told = (path: string) =>
      `aws_cloudcontrolapi_resource.r: TopicRulePayload.${path} of AWS::IoT::TopicRule is not read, so it is not judged`;
    expect([...(input.notes ?? [])].sort()).toEqual(
      ["Actions[0].OpenSearch", "Actions[1].Http.Auth", "Actions[2]", "Colour", "ErrorAction.Location"].map(told).sort(),
    );
    const verdicts = verdictsOf(input, "aws_cloudcontrolapi_resource.r").join("\n");
    expect(verdicts).toContain("iot-topic-rule-error-action | unknown");
    expect(verdicts).toContain("iot-topic-rule-sql-version | fail");
  });

  it("is unknown in what is unknown", () => {
    const whole = throughCloudControl("${jsonencode(local.rule)}");
    const payload = throughCloudControl({ TopicRulePayload: "${local.payload}" });
    const part = throughCloudControl({
      TopicRulePayload: {
        Sql: "SELECT a FROM 'b'",
        RuleDisabled: "${local.off}",
        Actions: [{ S3: "${local.s3}" }],
        ErrorAction: "${local.error}",
      },
    });
    const unknownIn = (input: LiftedInput): readonly (string | undefined)[] =>
      verdictsOf(input, "aws_cloudcontrolapi_resource.r")
        .filter((verdict) => verdict.includes("| unknown |"))
        .map((verdict) => verdict.split(" | ")[0]);
    for (const input of [whole, payload]) {
      expect(unknownIn(input)).toEqual(
        expect.arrayContaining(["iot-topic-rule-error-action", "iot-topic-rule-narrow", "iot-topic-rule-sql-version"]),
      );
      expect(input.notes).toEqual([
        "aws_cloudcontrolapi_resource.r: TopicRulePayload.Actions of AWS::IoT::TopicRule is not read, so it is not judged",
      ]);
    }
    expect(unknownIn(part)).toEqual(expect.arrayContaining(["iot-topic-rule-error-action", "iot-topic-rule-objects-private"]));
    expect(only(part).values.enabled).toMatchObject({ $unknown: "reference" });
  });
});
