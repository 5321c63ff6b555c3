import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiftedInput } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { loadRules } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { ENCODED } from "./encoding-cases.js";
import { stackWith, synth } from "./stack-templates.js";

const PLAN = join(ENCODED, "plan.json");
const settings = { asOf: "2026-11-25", all: true };

const verdictsOf = (input: LiftedInput, address: string): readonly string[] =>
  check([input], [], settings)
    .report.results.filter((result) => result.address === address && result.rule.startsWith("iot-job-"))
    .map(({ rule, verdict, reason }) => `${rule} ${verdict} ${reason ?? ""}`);

/** One template per case, as CloudFormation spells it and as the awscc provider does. */
const JOBS = {
  good: {
    cloudFormation: {
      Description: "update",
      AbortConfig: { CriteriaList: [{ Action: "CANCEL", FailureType: "FAILED", MinNumberOfExecutedThings: 10, ThresholdPercentage: 5 }] },
      JobExecutionsRolloutConfig: { MaximumPerMinute: 100 },
      TimeoutConfig: { InProgressTimeoutInMinutes: 60 },
      JobExecutionsRetryConfig: { RetryCriteriaList: [{ FailureType: "TIMED_OUT", NumberOfRetries: 3 }] },
    },
    awscc: {
      description: "update",
      abort_config: {
        criteria_list: [{ action: "CANCEL", failure_type: "FAILED", min_number_of_executed_things: 10, threshold_percentage: 5 }],
      },
      job_executions_rollout_config: { maximum_per_minute: 100 },
      timeout_config: { in_progress_timeout_in_minutes: 60 },
      job_executions_retry_config: { retry_criteria_list: [{ failure_type: "TIMED_OUT", number_of_retries: 3 }] },
    },
  },
  bad: {
    cloudFormation: { Description: "update", AbortConfig: { CriteriaList: [{ FailureType: "FAILED", ThresholdPercentage: 60 }] } },
    awscc: { description: "update", abort_config: { criteria_list: [{ failure_type: "FAILED", threshold_percentage: 60 }] } },
  },
} as const;

/** Neither document fetches anything. */
const EXPECTED = {
  good: ["abort pass", "download-signed pass", "retry pass", "rollout-rate pass", "timeout pass"].map((verdict) => `iot-job-${verdict}`),
  bad: ["abort fail", "download-signed pass", "retry fail", "rollout-rate fail", "timeout fail"].map((verdict) => `iot-job-${verdict}`),
} as const;

describe("a job template", () => {
  it.each(["good", "bad"] as const)("that is %s gets the same verdicts in every encoding of a real plan", async (kind) => {
    const [plan] = await liftInputs([PLAN]);
    if (plan === undefined) throw new Error("no plan");
    expect(plan.resourcesInInput).toBe(plan.resources.length);
    const [first, ...others] = [
      `aws_cloudcontrolapi_resource.job["${kind}"]`,
      `aws_cloudformation_stack.json["${kind}"]#Job`,
      `aws_cloudformation_stack.yaml["${kind}"]#Job`,
    ].map((address) => verdictsOf(plan, address));
    expect(first?.map((verdict) => verdict.trim()).sort()).toEqual(EXPECTED[kind]);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(["good", "bad"] as const)("that is %s gets the same verdicts in a synthesized stack and from awscc", (kind) => {
    const { cloudFormation, awscc } = JOBS[kind];
    const input = synth({
      resource: {
        aws_cloudcontrolapi_resource: { j: { type_name: "AWS::IoT::JobTemplate", desired_state: JSON.stringify(cloudFormation) } },
        aws_cloudformation_stack: {
          s: {
            name: "s",
            template_body: JSON.stringify({ Resources: { J: { Type: "AWS::IoT::JobTemplate", Properties: cloudFormation } } }),
          },
        },
        awscc_iot_job_template: { j: awscc },
      },
    });
    const first = verdictsOf(input, "aws_cloudcontrolapi_resource.j");
    expect(first.map((verdict) => verdict.trim()).sort()).toEqual(EXPECTED[kind]);
    expect(verdictsOf(input, "aws_cloudformation_stack.s#J")).toEqual(first);
    expect(verdictsOf(input, "awscc_iot_job_template.j")).toEqual(first);
  });

  it("of awscc in a plan is joined with what its configuration says", () => {
    const planned = { ...JOBS.good.awscc, abort_config: { criteria_list: [{ failure_type: "FAILED", threshold_percentage: null }] } };
    const source = { address: "awscc_iot_job_template.j", mode: "managed", type: "awscc_iot_job_template", name: "j", values: planned };
    const unknown = { abort_config: { criteria_list: [{ threshold_percentage: true }] } };
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: [source] } },
      resource_changes: [{ ...source, change: { actions: ["create"], after: planned, after_unknown: unknown } }],
      configuration: {
        root_module: {
          resources: [{ ...source, expressions: { abort_config: { references: ["aws_ssm_parameter.p.value", "aws_ssm_parameter.p"] } } }],
        },
      },
    };
    const input = liftPlan("plan.json", plan as unknown as JsonObject, "");
    expect(input.resources[0]?.type).toBe("AWS::IoT::JobTemplate");
    expect(verdictsOf(input, source.address).map((verdict) => verdict.split(" ").slice(0, 2).join(" "))).toContain("iot-job-abort unknown");
  });
});

describe("an AWS IoT policy", () => {
  const verdicts = (input: LiftedInput, address: string): readonly string[] =>
    check([input], [], settings)
      .report.results.filter((result) => result.address === address && result.rule.startsWith("iot-policy-"))
      .map(({ rule, verdict, detail, reason }) => [rule, verdict, detail ?? "", reason ?? ""].join(" | "));
  const tagging = (input: LiftedInput, address: string): string | undefined =>
    check([input], [], settings).report.results.find((result) => result.address === address && result.rule === "iot-resource-tagged")
      ?.verdict;

  it.each(["good", "bad"])("that is %s gets the verdicts of the Terraform type in every encoding of a real plan", async (kind) => {
    const [plan] = await liftInputs([join(ENCODED, "../iot-policies/plan.json")]);
    if (plan === undefined) throw new Error("no plan");
    expect(plan.resourcesInInput).toBe(plan.resources.length);
    const direct = verdicts(plan, `aws_iot_policy.direct["${kind}"]`);
    expect(direct.some((verdict) => verdict.includes("| fail |"))).toBe(kind === "bad");
    for (const address of [
      `aws_cloudformation_stack.json["${kind}"]#Policy`,
      `aws_cloudformation_stack.json["${kind}"]#Text`,
      `aws_cloudformation_stack.yaml["${kind}"]#Policy`,
      `aws_cloudcontrolapi_resource.policy["${kind}"]`,
    ])
      expect(verdicts(plan, address), address).toEqual(direct);
    expect(["json", "yaml"].map((name) => tagging(plan, `aws_cloudformation_stack.${name}["${kind}"]#Policy`))).toEqual(["pass", "fail"]);
    expect(tagging(plan, `aws_cloudcontrolapi_resource.policy["${kind}"]`)).toBe("pass");
    expect(plan.notes?.filter((note) => note.includes("AWS::IoT::Policy"))).toEqual([]);
  });

  const document = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "iot:Publish", Resource: "arn:aws:iot:eu-central-1:1:topic/*", Condition: { StringLike: { name: "x" } } },
    ],
  };

  it("of awscc has its name, its tags and its document, whose keys are its own", () => {
    const values = { policy_name: "p", policy_document: JSON.stringify(document), tags: [{ key: "team", value: "locks" }] };
    const input = synth({ resource: { awscc_iot_policy: { p: values } } });
    expect(input.resources).toMatchObject([
      { address: "awscc_iot_policy.p", type: "aws_iot_policy", values: { name: "p", policy: document, tags: { team: "locks" } } },
    ]);
    expect([input.resourcesInInput, input.notes]).toEqual([1, undefined]);
  });

  it("is unknown in what is unknown, and what it has no place for is told", () => {
    const input = synth({
      resource: {
        aws_cloudcontrolapi_resource: {
          whole: { type_name: "AWS::IoT::Policy", desired_state: "${jsonencode(local.policy)}" },
          tags: {
            type_name: "AWS::IoT::Policy",
            desired_state: JSON.stringify({ PolicyDocument: document, Tags: ["${local.tag}"], Colour: "red" }),
          },
        },
        aws_cloudformation_stack: {
          s: {
            template_body: JSON.stringify({
              Resources: {
                Open: { Type: "AWS::IoT::Policy", Properties: { PolicyDocument: { "Fn::If": ["Later", document, {}] } } },
                Sub: {
                  Type: "AWS::IoT::Policy",
                  Properties: { PolicyDocument: { "Fn::Sub": JSON.stringify(document).replace("eu-central-1", "${AWS::Region}") } },
                },
              },
            }).replaceAll("${", () => "$${"),
          },
        },
      },
    });
    const connect = (address: string) => verdicts(input, address).find((verdict) => verdict.startsWith("iot-policy-publish-bound"));
    expect(connect("aws_cloudcontrolapi_resource.whole")).toContain("| unknown |");
    expect(connect("aws_cloudformation_stack.s#Open")).toContain("| unknown |");
    expect(connect("aws_cloudformation_stack.s#Sub")).toContain("| fail |");
    expect(tagging(input, "aws_cloudcontrolapi_resource.whole")).toBe("unknown");
    expect(tagging(input, "aws_cloudcontrolapi_resource.tags")).toBe("unknown");
    expect(input.notes).toEqual(["aws_cloudcontrolapi_resource.tags: Colour of AWS::IoT::Policy is not read, so it is not judged"]);
  });
});

/** What a rule judges by its CloudFormation name has to reach it wherever it stands. */
describe("every CloudFormation type that a rule names", () => {
  const TYPES = [...new Set(loadRules().flatMap(({ resourceTypes }) => resourceTypes))].filter((type) => type.startsWith("AWS::")).sort();

  it("is all that a template or Cloud Control holds without a word that nothing judges it", () => {
    const cloudControl = Object.fromEntries(TYPES.map((type, at) => [`c${at}`, { type_name: type, desired_state: "{}" }]));
    const lifted = synth({ resource: { aws_cloudcontrolapi_resource: cloudControl } });
    expect(lifted.resources.map(({ type }) => type).sort()).toEqual(TYPES);
    expect(lifted.notes).toBeUndefined();
    const template = JSON.stringify({ Resources: Object.fromEntries(TYPES.map((Type, at) => [`R${at}`, { Type }])) });
    expect(stackWith(template).notes).toBeUndefined();
  });

  it.each([
    ["awscc_iotevents_detector_model", "AWS::IoTEvents::DetectorModel", "iot-events"],
    ["awscc_iotanalytics_datastore", "AWS::IoTAnalytics::Datastore", "iot-analytics"],
    ["awscc_iotfleetwise_signal_catalog", "AWS::IoTFleetWise::SignalCatalog", "iot-fleetwise"],
    ["awscc_iotsitewise_access_policy", "AWS::IoTSiteWise::AccessPolicy", "iot-sitewise-monitor"],
    ["awscc_robomaker_simulation_application_version", "AWS::RoboMaker::SimulationApplicationVersion", "robomaker"],
    ["awscc_lookoutequipment_inference_scheduler", "AWS::LookoutEquipment::InferenceScheduler", "lookout-for-equipment"],
  ])("as %s is %s, and its service has ended or closed", (name, type, service) => {
    const input = synth({ resource: { [name]: { one: {} } } });
    expect(input.resources.map((resource) => resource.type)).toEqual([type]);
    const found = check([input], [], settings).report.results.filter(({ verdict }) => verdict === "fail");
    expect(found.map(({ rule, detail }) => [rule, detail])).toContainEqual(["service-lifecycle-open", service]);
  });
});
