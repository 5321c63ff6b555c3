import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { liftInputs } from "../../policies/lift/index.js";
import { insecureResults } from "../../tools/generators/insecure-results.js";

interface Expected {
  readonly results: readonly { readonly rule: string; readonly verdict: string; readonly address: string }[];
}

const committed = readFileSync("examples/insecure/expected-results.json", "utf8");
const expected = JSON.parse(committed) as Expected;

/** Resources of the example that carry a mistake; the others are there to be referred to. */
const INNOCENT = new Set(["aws_iot_thing_type.sensor"]);

describe("the insecure example", () => {
  it("is found to be what its committed results say", async () => {
    const [output] = await insecureResults();
    expect(output?.content).toBe(committed);
  });

  it("has a failure on every resource of a kind the rules judge", () => {
    const source = readFileSync("examples/insecure/main.tf", "utf8");
    const judged =
      /^(aws_iot_(policy$|certificate|domain|provisioning|role_alias|topic_rule|authorizer|ca_)|aws_(s3_bucket|kms_key|sqs_queue|sns_topic|dynamodb_table|lambda_function|kinesis_stream|cloudwatch_log_group|cloudtrail)$)/;
    const addresses = [...source.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(([, type, name]) => ({
      type: type ?? "",
      address: `${type}.${name}`,
    }));
    const failing = new Set(
      expected.results.filter((result) => result.verdict === "fail").map((result) => result.address.replace(/\[.*/, "")),
    );
    const missed = addresses.filter(({ type, address }) => judged.test(type) && !failing.has(address) && !INNOCENT.has(address));
    expect(addresses.length).toBeGreaterThan(20);
    expect(missed).toEqual([]);
  });

  it("has a line of its own for each resource, so that a finding points at something", async () => {
    const [plan] = await liftInputs(["examples/insecure/plan.json"]);
    const lines = (plan?.resources ?? []).map(({ location }) => location.line);
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("leaves nothing undecided: the plan knows all it needs", () => {
    expect(expected.results.filter((result) => result.verdict === "unknown")).toEqual([]);
  });
});
