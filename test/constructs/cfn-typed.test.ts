import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IamRole } from "#aws/iam-role";
import {
  BackendContext,
  type CfnProperties,
  type CfnRenderer,
  CfnTyped,
  JOB_TEMPLATE,
  type SCHEDULED_AUDIT,
  SOFTWARE_PACKAGE,
} from "../../constructs/index.js";
import { BulwarkError } from "../../model/errors.js";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { liftPath } from "../../policies/lift/index.js";
import { type SynthStack, synthStack } from "../support/synth-stack.js";
import { planConfiguration } from "../support/terraform.js";
import { findTerraformForStacks } from "../support/two-stacks.js";
import { SAMPLES } from "./cfn-samples.js";

const RENDERERS = ["cloudcontrol", "cloudformation", "awscc"] as const satisfies readonly CfnRenderer[];
const TAGS = [
  { Key: "bulwark:product", Value: "acme" },
  { Key: "bulwark:data-class", Value: "identity" },
];

const terraform = findTerraformForStacks("the typed constructs are not planned with the real provider");

const contextOf = (stack: ConstructorParameters<typeof BackendContext>[0], cfnRenderer?: CfnRenderer): BackendContext =>
  new BackendContext(stack, { product: "acme", account: "111122223333", region: "eu-west-1", asOf: "2026-11-01", cfnRenderer });

const synthSamples = (cfnRenderer?: CfnRenderer): SynthStack =>
  synthStack((stack) => {
    const context = contextOf(stack, cfnRenderer);
    for (const { type, properties } of SAMPLES)
      new CfnTyped(stack, nameOf(type.type), {
        context,
        type,
        properties: properties as CfnProperties<typeof type>,
        dataClass: "identity",
      });
  });

const nameOf = (type: string): string => type.slice("AWS::IoT::".length);

async function lift(text: string, file = "cdk.tf.json"): Promise<LiftedInput> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-typed-"));
  try {
    writeFileSync(join(folder, file), text);
    const [input] = await liftPath(join(folder, file));
    if (input === undefined) throw new Error("nothing was lifted");
    return input;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the rules see it: AWS has `${`, Terraform's text `$${`. */
const expectedValues = ({ type, properties }: (typeof SAMPLES)[number]): object => ({
  ...(JSON.parse(JSON.stringify(properties).replaceAll("$${", "${")) as object),
  ...(type.properties.Tags === undefined ? {} : { Tags: TAGS }),
});

const lifted = (input: LiftedInput): Record<string, Resource["values"]> =>
  Object.fromEntries(
    input.resources.filter(({ type }) => type.startsWith("AWS::IoT::")).map(({ type, values }) => [type, parsedDocument(values)]),
  );

/** The lift reads some texts as the JSON they hold; one form is compared. */
function parsedDocument(values: Resource["values"]): Resource["values"] {
  const document = values.Document;
  return typeof document === "string" ? { ...values, Document: JSON.parse(document) as Resource["values"][string] } : values;
}

const expected = Object.fromEntries(
  SAMPLES.map((sample) => [sample.type.type, parsedDocument(expectedValues(sample) as Resource["values"])]),
);

describe("a resource of a type that hashicorp/aws lacks", () => {
  it.each(RENDERERS)("is the same for the rules when it goes through %s", async (renderer) => {
    const input = await lift(synthSamples(renderer).text);
    expect(input.notes ?? []).toEqual([]);
    expect(lifted(input)).toEqual(expected);
  });

  it.runIf(terraform)("plans offline through Cloud Control, and is the same in the plan", { timeout: 120_000 }, async () => {
    const { json, summary } = plan(synthSamples().text);
    expect(summary).toBe(`Plan: ${SAMPLES.length} to add, 0 to change, 0 to destroy.`);
    expect(lifted(await lift(json, "plan.json"))).toEqual(expected);
  });

  it.runIf(terraform)("plans offline as stacks of CloudFormation", { timeout: 120_000 }, async () => {
    const { json, summary } = plan(synthSamples("cloudformation").text);
    expect(summary).toBe(`Plan: ${SAMPLES.length} to add, 0 to change, 0 to destroy.`);
    expect(lifted(await lift(json, "plan.json"))).toEqual(expected);
  });

  it.runIf(terraform)("is held against its registry facts by the provider while planning", { timeout: 120_000 }, () => {
    const wrong = synthSamples().text.replaceAll('\\"Frequency\\":\\"WEEKLY\\"', '\\"Frequency\\":\\"HOURLY\\"');
    expect(() => plan(wrong)).toThrow(/Frequency/);
  });

  it.runIf(terraform)("may hold text that is known only after apply", { timeout: 120_000 }, () => {
    const stack = synthStack((scope) => {
      const role = new IamRole(scope, "role", { assumeRolePolicy: "{}" });
      new CfnTyped(scope, "job", {
        context: contextOf(scope),
        type: JOB_TEMPLATE,
        properties: { JobTemplateId: "j", Description: "d", PresignedUrlConfig: { RoleArn: role.arn } },
        dataClass: "firmware",
      });
    });
    expect(stack.get("aws_cloudcontrolapi_resource", "job/resource").values.desired_state).toContain(
      '"RoleArn":"${aws_iam_role.role.arn}"',
    );
    expect(plan(stack.text).summary).toBe("Plan: 2 to add, 0 to change, 0 to destroy.");
  });
});

function plan(text: string): { readonly json: string; readonly summary: string } {
  if (!terraform) throw new Error("terraform is absent");
  const folder = mkdtempSync(join(tmpdir(), "bulwark-typed-"));
  try {
    writeFileSync(join(folder, "cdk.tf.json"), text);
    return planConfiguration(terraform, join(folder, "cdk.tf.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("each way to AWS", () => {
  it("makes one resource of its kind for each, and by default Cloud Control", () => {
    expect(synthSamples().ofType("aws_cloudcontrolapi_resource")).toHaveLength(SAMPLES.length);
    expect(synthSamples("cloudformation").ofType("aws_cloudformation_stack")).toHaveLength(SAMPLES.length);
    expect(synthSamples("awscc").resources.filter(({ type }) => type.startsWith("awscc_iot_"))).toHaveLength(SAMPLES.length);
  });

  it("asks for awscc only when it is used, once, in the region of the backend", () => {
    const { json } = synthSamples("awscc");
    expect(json.provider).toMatchObject({ awscc: [{ region: "eu-west-1" }] });
    expect(json.terraform).toMatchObject({ required_providers: { awscc: { source: "hashicorp/awscc", version: "~> 1.0" } } });
    expect(synthSamples().json.provider).not.toHaveProperty("awscc");
  });

  it("spells awscc attributes as that provider does and leaves the author's own keys alone", () => {
    const stack = synthSamples("awscc");
    expect(stack.get("awscc_iot_mitigation_action", "MitigationAction/resource").values.action_params).toEqual({
      add_things_to_thing_group_params: { thing_group_names: ["acme-quarantine"], override_dynamic_groups: true },
      update_ca_certificate_params: { action: "DEACTIVATE" },
      enable_io_t_logging_params: { log_level: "INFO", role_arn_for_logging: expect.any(String) },
    });
    const version = stack.get("awscc_iot_software_package_version", "SoftwarePackageVersion/resource").values;
    expect(version.attributes).toEqual({ "security-floor": "1.2.0", BuiltBy: "release" });
    expect(version.sbom).toEqual({ s3_location: { bucket: "acme-firmware", key: "signed/1.2.3.bin", version: "v1" } });
  });

  it("waits for what it is told to wait for", () => {
    for (const renderer of RENDERERS) {
      const stack = synthStack((scope) => {
        const role = new IamRole(scope, "role", { assumeRolePolicy: "{}" });
        const context = contextOf(scope, renderer);
        const properties = { PackageName: "p" };
        new CfnTyped(scope, "package", { context, type: SOFTWARE_PACKAGE, properties, dataClass: "firmware", dependsOn: [role] });
      });
      expect(stack.resources.find(({ path }) => path === "package/resource")?.values.depends_on).toEqual(["aws_iam_role.role"]);
    }
  });
});

describe("a value the registry does not take", () => {
  const job = (change: object): BulwarkError => {
    try {
      synthStack((stack) => {
        const properties = { JobTemplateId: "j", Description: "d", ...change } as CfnProperties<typeof JOB_TEMPLATE>;
        new CfnTyped(stack, "job", { context: contextOf(stack), type: JOB_TEMPLATE, properties, dataClass: "firmware" });
      });
    } catch (error) {
      if (error instanceof BulwarkError) return error;
      throw error;
    }
    throw new Error("it was constructed");
  };

  it.each([
    [{ JobTemplateId: "x".repeat(65) }, "JobTemplateId", "AWS takes 64 characters"],
    [{ TimeoutConfig: { InProgressTimeoutInMinutes: 20_000 } }, "TimeoutConfig.InProgressTimeoutInMinutes", "AWS takes 10080 at most"],
    [{ TimeoutConfig: { InProgressTimeoutInMinutes: 1.5 } }, "TimeoutConfig.InProgressTimeoutInMinutes", "needs a whole number"],
    [{ TimeoutConfig: {} }, "TimeoutConfig.InProgressTimeoutInMinutes", "is required"],
    [
      { JobExecutionsRetryConfig: { RetryCriteriaList: [{ FailureType: "REJECTED" }] } },
      "RetryCriteriaList[0].FailureType",
      "needs one of",
    ],
    [{ Arn: "arn:aws:iot:eu-west-1:111122223333:jobtemplate/j" }, "Arn", "is no property of this type"],
    [{ constructor: "x" }, "constructor", "is no property of this type"],
    [{ MaintenanceWindows: {} }, "MaintenanceWindows", "needs a list"],
    [{ Description: 5 }, "Description", "needs text"],
  ])("is refused at construction: %j", (change, property, problem) => {
    const error = job(change);
    expect(error.code).toBe("BW_PROP_INVALID");
    expect(error.message).toContain(property);
    expect(error.message).toContain(problem);
  });

  it("is refused as a number token, which would hide the document until apply", () => {
    expect(() =>
      synthStack((stack) => {
        const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
        const properties = {
          JobTemplateId: "j",
          Description: "d",
          TimeoutConfig: { InProgressTimeoutInMinutes: role.maxSessionDuration },
        };
        new CfnTyped(stack, "job", { context: contextOf(stack), type: JOB_TEMPLATE, properties, dataClass: "firmware" });
      }),
    ).toThrow("number that is known now");
  });

  it("does not compile", () => {
    const wrong: readonly unknown[] = [
      // @ts-expect-error HOURLY is no frequency
      { ScheduledAuditName: "a", Frequency: "HOURLY", TargetCheckNames: [] } satisfies CfnProperties<typeof SCHEDULED_AUDIT>,
      // @ts-expect-error the name is missing
      { Frequency: "DAILY", TargetCheckNames: [] } satisfies CfnProperties<typeof SCHEDULED_AUDIT>,
      // @ts-expect-error AWS sets the ARN
      { ScheduledAuditName: "a", Frequency: "DAILY", TargetCheckNames: [], ScheduledAuditArn: "x" } satisfies CfnProperties<
        typeof SCHEDULED_AUDIT
      >,
      // @ts-expect-error a number is wanted
      { JobTemplateId: "j", Description: "d", TimeoutConfig: { InProgressTimeoutInMinutes: "60" } } satisfies CfnProperties<
        typeof JOB_TEMPLATE
      >,
    ];
    expect(wrong).toHaveLength(4);
  });
});
