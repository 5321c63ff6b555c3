import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { toBehavior } from "../../constructs/detect/security-profile.js";
import { DEFAULT_ROLLOUT, type IotBackendProps, type SoftwareRelease } from "../../constructs/index.js";
import { jobConfigOf } from "../../constructs/update/rollout-config.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Detector } from "../../model/detectors/types.js";
import { checkPaths } from "../../policies/index.js";
import type { SynthStack } from "../support/synth-stack.js";
import { AS_OF, accepted, synthFleet } from "./fleet.js";
import { IOT_MUTATIONS, mutated } from "./iot-mutations.js";

const ACCOUNT = "111122223333";

const RELEASE: SoftwareRelease = {
  model: "sensor",
  version: "1.4.2",
  image: { key: "signed/sensor/1.4.2.bin", versionId: "v1" },
  sbom: { key: "sbom/sensor/1.4.2.zip", versionId: "v2" },
  attributes: { floor: "1.4.0" },
};

const ALL: Partial<IotBackendProps> = { releases: [RELEASE], coreEncryption: "customer-key" };

const propertiesOf = (stack: SynthStack, path: string): Record<string, unknown> =>
  JSON.parse(String(stack.get("aws_cloudcontrolapi_resource", `fleet/${path}/resource`).values.desired_state)) as Record<string, unknown>;

async function failing(text: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-iot-"));
  try {
    writeFileSync(join(folder, "cdk.tf.json"), text);
    const { report } = await checkPaths([join(folder, "cdk.tf.json")], { asOf: AS_OF });
    return [...new Set(report.results.filter(({ verdict }) => verdict === "fail" || verdict === "unknown").map(({ rule }) => rule))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let stack: SynthStack;
beforeAll(() => {
  stack = synthFleet(ALL);
});

describe("the AWS IoT settings of the backend", () => {
  it("pass every rule, with nothing unknown", async () => {
    expect(await failing(stack.text)).toEqual([]);
  });

  for (const mutation of IOT_MUTATIONS)
    it(`without ${mutation.off} (${mutation.path}) turn ${mutation.rule} red, and nothing else`, async () => {
      expect(await failing(mutated(stack.text, mutation))).toEqual([mutation.rule]);
    });
});

describe("the jobs of a release", () => {
  it("carry the rollout plan: ramp, abort, timeout, retries", () => {
    expect(propertiesOf(stack, "updates/fleet")).toMatchObject({
      JobTemplateId: "acme-update-fleet",
      JobExecutionsRolloutConfig: {
        MaximumPerMinute: 1000,
        ExponentialRolloutRate: { BaseRatePerMinute: 50, IncrementFactor: 2, RateIncreaseCriteria: { NumberOfSucceededThings: 1000 } },
      },
      AbortConfig: { CriteriaList: [{ Action: "CANCEL", FailureType: "ALL", MinNumberOfExecutedThings: 20, ThresholdPercentage: 10 }] },
      TimeoutConfig: { InProgressTimeoutInMinutes: 60 },
      JobExecutionsRetryConfig: {
        RetryCriteriaList: [
          { FailureType: "FAILED", NumberOfRetries: 2 },
          { FailureType: "TIMED_OUT", NumberOfRetries: 1 },
        ],
      },
      PresignedUrlConfig: { RoleArn: `arn:aws:iam::${ACCOUNT}:role/acme-firmware-download-eu-west-1`, ExpiresInSec: 900 },
    });
  });

  it("serve canaries at the rate the plan starts with, and say when the fleet may follow", () => {
    expect(propertiesOf(stack, "updates/canary").JobExecutionsRolloutConfig).toEqual({ MaximumPerMinute: 50 });
    expect(propertiesOf(stack, "updates/fleet").Description).toContain("95 % of the canaries have succeeded and run it for 24 hours");
  });

  it("leave AWS's placeholders to AWS", () => {
    expect(String(propertiesOf(stack, "updates/fleet").Document)).toContain("$${aws:iot:package::version::artifact:s3-presigned-url}");
  });

  it("follow another plan: constant rate, no retries, timeout rounded up", () => {
    const plan = {
      ...DEFAULT_ROLLOUT,
      rate: { kind: "constant", perMinute: 7 } as const,
      retries: { failed: 0, timedOut: 0 },
      inProgressTimeoutMs: 90_001,
    };
    expect(jobConfigOf(plan, "fleet")).toMatchObject({
      JobExecutionsRolloutConfig: { MaximumPerMinute: 7 },
      TimeoutConfig: { InProgressTimeoutInMinutes: 2 },
    });
    expect(jobConfigOf(plan, "fleet")).not.toHaveProperty("JobExecutionsRetryConfig");
    expect(jobConfigOf({ ...plan, abort: [] }, "fleet")).not.toHaveProperty("AbortConfig");
  });

  it("get their download links by a role that only this account's AWS IoT may take", () => {
    const trust = JSON.parse(String(stack.get("aws_iam_role", "fleet/firmware/download/role").values.assume_role_policy)) as {
      Statement: readonly [{ Condition: unknown }];
    };
    expect(trust.Statement[0].Condition).toEqual({
      StringEquals: { "aws:SourceAccount": ACCOUNT },
      ArnLike: { "aws:SourceArn": `arn:aws:iot:eu-west-1:${ACCOUNT}:*` },
    });
  });

  it("are logged, device by device, and a cancelled one is told to a person", () => {
    const sql = (rule: string): unknown => stack.get("aws_iot_topic_rule", `fleet/job-events/${rule}`).values.sql;
    expect(sql("executions")).toContain("FROM '$aws/events/jobExecution/#'");
    expect(sql("changes")).toContain("FROM '$aws/events/job/#'");
    const cancelled = stack.get("aws_iot_topic_rule", "fleet/job-events/cancelled").values;
    expect(cancelled.sql).toContain("FROM '$aws/events/job/+/canceled'");
    expect(cancelled.sns).toEqual([expect.objectContaining({ target_arn: expect.stringContaining("aws_sns_topic") })]);
    for (const rule of stack.ofType("aws_iot_topic_rule")) expect(rule.values).toHaveProperty("error_action");
  });
});

describe("the software catalogue", () => {
  it("has a package a model, and a version with image and SBOM pinned to S3 versions", () => {
    expect(propertiesOf(stack, "catalogue/sensor")).toMatchObject({ PackageName: "acme-sensor" });
    const Bucket = `acme-firmware-${ACCOUNT}-eu-west-1`;
    expect(propertiesOf(stack, "catalogue/sensor-1.4.2")).toMatchObject({
      PackageName: "acme-sensor",
      VersionName: "1.4.2",
      Artifact: { S3Location: { Bucket, Key: "signed/sensor/1.4.2.bin", Version: "v1" } },
      Sbom: { S3Location: { Bucket, Key: "sbom/sensor/1.4.2.zip", Version: "v2" } },
      Attributes: { floor: "1.4.0" },
    });
  });

  it("lets AWS IoT read the SBOMs, for this account only", () => {
    const policy = String(stack.get("aws_s3_bucket_policy", "fleet/firmware/bucket/policy").values.policy);
    expect(JSON.parse(policy)).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Sid: "ComponentLists",
          Resource: `arn:aws:s3:::acme-firmware-${ACCOUNT}-eu-west-1/sbom/*`,
          Condition: expect.objectContaining({ StringEquals: { "aws:SourceAccount": ACCOUNT } }),
        }),
      ]),
    });
  });

  it.each([
    [{ model: "toaster" }, "no such model"],
    [{ version: "latest" }, "needs the form 1.4.2"],
    [{ image: { key: "unsigned/x.bin", versionId: "v1" } }, "lies outside signed/"],
    [{ sbom: { key: "signed/x.zip", versionId: "v1" } }, "lies outside sbom/"],
    [{ sbom: { key: "sbom/x.zip", versionId: "" } }, "needs the S3 version id"],
  ])("refuses a release with %j", (change, problem) => {
    expect(() => synthFleet({ releases: [{ ...RELEASE, ...change }] })).toThrow(problem);
  });
});

describe("the audit", () => {
  it("has all seventeen checks on and scheduled weekly, the urgent ones daily", () => {
    const checks = propertiesOf(stack, "audit/configuration").AuditCheckConfigurations as Record<string, { Enabled: boolean }>;
    expect(Object.keys(checks)).toHaveLength(17);
    expect(Object.values(checks).every(({ Enabled }) => Enabled)).toBe(true);
    expect(propertiesOf(stack, "audit/weekly").TargetCheckNames).toHaveLength(17);
    expect(propertiesOf(stack, "audit/daily")).toMatchObject({
      Frequency: "DAILY",
      TargetCheckNames: expect.arrayContaining(["DEVICE_CERTIFICATE_SHARED_CHECK", "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK"]),
    });
  });

  it("is left to the stack that owns the account, with the log levels of groups", () => {
    const other = synthFleet({ accountSettings: "assume-existing" });
    const types = other.ofType("aws_cloudcontrolapi_resource").map(({ values }) => values.type_name);
    expect(types).toContain("AWS::IoT::JobTemplate");
    for (const type of ["AWS::IoT::AccountAuditConfiguration", "AWS::IoT::ScheduledAudit", "AWS::IoT::ResourceSpecificLogging"])
      expect(types).not.toContain(type);
  });
});

describe("a profile for Device Defender Detect", () => {
  const refusals: Detector = {
    ...(DETECTORS.find(({ id }) => id === "foreign-topic-access") as Detector),
    logic: {
      kind: "count",
      events: ["connect-refused", "subscribe-refused", "publish-refused"],
      reasons: ["authorization"],
      count: 30,
      windowMs: 300_000,
    },
  };

  it("says what the detector says, and alerts", () => {
    const profiled = synthFleet({ defenderDetectors: [refusals], ...accepted("service-lifecycle-open") });
    expect(propertiesOf(profiled, "security-profile/profile")).toMatchObject({
      Behaviors: [
        {
          Name: "foreign-topic-access",
          Metric: "aws:num-authorization-failures",
          Criteria: { ComparisonOperator: "greater-than-equals", DurationSeconds: 300, Value: { Count: "30" } },
        },
      ],
      TargetArns: [`arn:aws:iot:eu-west-1:${ACCOUNT}:thinggroup/acme-fleet`],
    });
  });

  it("is refused without an accept: the service is closed", () => {
    expect(() => synthFleet({ defenderDetectors: [refusals] })).toThrow("service-lifecycle-open");
  });

  it("is refused for a detector it would have to bend, with the reason", () => {
    const problems = DETECTORS.map((detector) => [detector.id, toBehavior(detector)] as const);
    expect(problems.filter(([, found]) => !("problem" in found))).toEqual([]);
    expect(toBehavior({ ...refusals, logic: { ...refusals.logic, windowMs: 10_000 } as Detector["logic"] })).toEqual({
      problem: "its window is 10 s, and AWS takes 300, 600, 900, 1800, 3600 s",
    });
    expect(toBehavior({ ...refusals, subject: "source" })).toHaveProperty("problem");
    expect(() => synthFleet({ defenderDetectors: DETECTORS, ...accepted("service-lifecycle-open") })).toThrow("foreign-topic-access");
  });
});

describe("what is off by default", () => {
  it("stays off: own CA, certificate provider, security profile, own key of AWS IoT Core", () => {
    const plain = synthFleet();
    const types = plain.ofType("aws_cloudcontrolapi_resource").map(({ values }) => values.type_name);
    for (const type of ["CertificateProvider", "SecurityProfile", "EncryptionConfiguration"])
      expect(types).not.toContain(`AWS::IoT::${type}`);
    expect(plain.ofType("aws_iot_ca_certificate")).toEqual([]);
  });

  it("certificates from an own function are asked for by AWS IoT of this account only", () => {
    const own = synthFleet({ certificateProviderFunction: "acme-issuing-ca" });
    expect(propertiesOf(own, "certificate-provider/provider")).toMatchObject({
      LambdaFunctionArn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:acme-issuing-ca`,
      AccountDefaultForOperations: ["CreateCertificateFromCsr"],
    });
    expect(own.get("aws_lambda_permission", "fleet/certificate-provider/permission").values).toMatchObject({
      principal: "iot.amazonaws.com",
      source_account: ACCOUNT,
      source_arn: `arn:aws:iot:eu-west-1:${ACCOUNT}:certificateprovider:acme-ca`,
    });
    expect(() => synthFleet({ certificateProviderFunction: "arn:aws:lambda:eu-west-1:1:function:x" })).toThrow("not an ARN");
  });

  it("an own key of AWS IoT Core is used by one role, for AWS IoT's own data only, and callers may decrypt", () => {
    const role = JSON.parse(String(stack.get("aws_iam_role_policy", "fleet/core-encryption/role/policy").values.policy)) as {
      Statement: readonly { readonly Sid: string; readonly Condition: unknown }[];
    };
    expect(role.Statement.find(({ Sid }) => Sid === "Use")?.Condition).toEqual({
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/acme-identity" },
      StringEquals: { "kms:EncryptionContext:aws-crypto-ec:vendor": "iot.amazonaws.com" },
    });
    const key = String(stack.get("aws_kms_key", "fleet/identity-key/key").values.policy);
    expect(key).toContain("role/acme-provisioning-eu-west-1");
    expect(key).toContain("kms:EncryptionContext:aws-crypto-ec:vendor");
  });
});
