import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SmartHomeStack } from "../../examples/smart-home/stack.js";
import { BASELINE } from "../../model/baseline.js";
import { ON_CDK_TERRAIN } from "../support/on-cdk-terrain.js";
import { type SynthResource, type SynthStack, synthApp } from "../support/synth-stack.js";
import { withoutStackVersions } from "../support/two-stacks.js";
import { synthFleet } from "./fleet.js";

interface Statement {
  readonly Effect: string;
  readonly Principal?: "*" | { readonly AWS?: string; readonly Service?: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let stack: SynthStack;
beforeAll(() => {
  stack = synthApp((app) => new SmartHomeStack(app, "smart-home"));
});

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
const statementsOf = (document: unknown): readonly Statement[] =>
  (JSON.parse(String(document)) as { Statement: readonly Statement[] }).Statement;

/** Every attribute that holds a policy document, with where it is. */
const documents = (): readonly { readonly where: string; readonly text: string }[] =>
  stack.resources.flatMap(({ address, values }) =>
    ["policy", "assume_role_policy", "template_body"].flatMap((key) =>
      typeof values[key] === "string" && /^\{/.test(values[key]) ? [{ where: `${address}.${key}`, text: values[key] }] : [],
    ),
  );

describe("names others rely on", () => {
  it("calls the three AWS IoT policies <product>-device, -claim and -quarantine", () => {
    expect(
      stack
        .ofType("aws_iot_policy")
        .map(({ values }) => values.name)
        .sort(),
    ).toEqual(["smart-home-claim", "smart-home-device", "smart-home-quarantine"]);
  });

  it("has a thing type for each model and the groups fleet, canary and quarantine", () => {
    expect(
      stack
        .ofType("aws_iot_thing_type")
        .map(({ values }) => values.name)
        .sort(),
    ).toEqual(["smart-home-camera", "smart-home-door-lock", "smart-home-hub"]);
    expect(
      stack
        .ofType("aws_iot_thing_group")
        .map(({ values }) => values.name)
        .sort(),
    ).toEqual(["smart-home-canary", "smart-home-fleet", "smart-home-quarantine"]);
  });
});

describe("documents", () => {
  it("are JSON with literal ARNs only, so that a plan knows them whole", () => {
    expect(documents().length).toBeGreaterThan(30);
    for (const { where, text } of documents()) {
      expect(text.replaceAll("$${", ""), where).not.toContain("${");
      expect(() => JSON.parse(text), where).not.toThrow();
    }
  });

  it("never allow every action or, to AWS IoT clients, every resource", () => {
    for (const { where, text } of documents().filter(({ where }) => !where.includes("template_body"))) {
      for (const statement of statementsOf(text).filter(({ Effect }) => Effect === "Allow")) {
        for (const action of list(statement.Action)) expect(action, where).not.toMatch(/^(\*|[a-z0-9]+:\*)$/);
        if (where.startsWith("aws_iot_policy"))
          for (const resource of list(statement.Resource))
            expect(resource, where).toMatch(/^arn:aws:iot:eu-west-1:111122223333:[a-z]+\/[^*]/);
      }
    }
  });

  it("let a service assume a role only for this account and a family of resources", () => {
    const roles = stack.ofType("aws_iam_role");
    expect(roles.length).toBeGreaterThanOrEqual(8);
    for (const { address, values } of roles) {
      const [trust] = statementsOf(values.assume_role_policy);
      const service = trust?.Principal === "*" ? "*" : trust?.Principal?.Service;
      // Lambda documents no source ARN at assume time.
      if (service === "lambda.amazonaws.com") continue;
      expect(trust?.Condition?.StringEquals?.["aws:SourceAccount"], address).toBe("111122223333");
      expect(trust?.Condition?.ArnLike?.["aws:SourceArn"], address).toMatch(/^arn:aws:[a-z]+:eu-west-1:111122223333:/);
    }
  });

  it("grant a key to no service principal without a condition on this account", () => {
    for (const { address, values } of stack.ofType("aws_kms_key")) {
      for (const statement of statementsOf(values.policy)) {
        const principal = statement.Principal === "*" ? undefined : statement.Principal;
        expect(principal, address).toBeDefined();
        if (principal?.Service !== undefined) expect(JSON.stringify(statement.Condition), address).toContain("111122223333");
      }
    }
  });

  it("name no role a key does not wait for", () => {
    for (const { address, values } of stack.ofType("aws_kms_key")) {
      const named = statementsOf(values.policy)
        .map(({ Principal }) => (Principal === "*" ? undefined : Principal?.AWS))
        .filter((arn): arn is string => arn?.includes(":role/") ?? false);
      const awaited = list(values.depends_on as string[]).map(
        (role) => stack.resources.find((resource) => resource.address === role)?.values.name,
      );
      expect([...new Set(named.map((arn) => arn.split("/").at(-1)))].sort(), address).toEqual([...awaited].sort());
    }
  });
});

describe("defaults", () => {
  it("rotate every key within a year and keep it from being destroyed", () => {
    for (const { address, values } of stack.ofType("aws_kms_key")) {
      // KMS rotates no key for keyed hashes.
      const rotates = values.key_usage !== "GENERATE_VERIFY_MAC";
      expect(values, address).toMatchObject({
        ...(rotates ? { enable_key_rotation: true, rotation_period_in_days: 365 } : {}),
        deletion_window_in_days: 30,
        lifecycle: { prevent_destroy: true },
      });
    }
  });

  it("give every bucket versions, encryption, a closed door, one owner, an end to retention, TLS and, but for the access log itself, a log", () => {
    const buckets = stack.ofType("aws_s3_bucket");
    expect(buckets.map(({ path }) => path).sort()).toEqual(
      [
        ...["access-logs", "code-signing", "firmware", "lake", "trail"].map((name) => bucketPath(name)),
        "fleet/operations/guard/configuration-history/bucket/bucket",
        "fleet/operations/log-archive/bucket/bucket",
      ].sort(),
    );
    for (const bucket of buckets) {
      const base = bucket.path.replace(/\/bucket$/, "");
      expect(stack.get("aws_s3_bucket_versioning", `${base}/versioning`).values).toMatchObject({
        versioning_configuration: { status: "Enabled" },
      });
      expect(stack.get("aws_s3_bucket_public_access_block", `${base}/public-access-block`).values).toMatchObject({
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
      expect(stack.get("aws_s3_bucket_ownership_controls", `${base}/ownership`).values).toMatchObject({
        rule: { object_ownership: "BucketOwnerEnforced" },
      });
      expect(stack.get("aws_s3_bucket_lifecycle_configuration", `${base}/lifecycle`).values.rule).toHaveLength(1);
      const [tls] = statementsOf(stack.get("aws_s3_bucket_policy", `${base}/policy`).values.policy);
      expect(tls).toMatchObject({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      });
      const rule = stack.get("aws_s3_bucket_server_side_encryption_configuration", `${base}/encryption`).values.rule;
      if (base.includes("access-logs")) expect(rule).toEqual([{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }]);
      else {
        expect(rule).toMatchObject([{ apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms" }, bucket_key_enabled: true }]);
        expect(stack.get("aws_s3_bucket_logging", `${base}/access-log`).values.target_bucket).toContain("access-logs");
      }
    }
  });

  it("lock firmware and audit records", () => {
    expect(stack.ofType("aws_s3_bucket_object_lock_configuration").map(({ path, values }) => [path, values.rule])).toEqual(
      ["firmware/bucket", "operations/log-archive/bucket", "trail/archive"].map((name) => [
        `fleet/${name}/object-lock`,
        { default_retention: { mode: "GOVERNANCE", days: 365 } },
      ]),
    );
  });

  it("keep and encrypt every log group", () => {
    expect(stack.ofType("aws_cloudwatch_log_group").length).toBeGreaterThanOrEqual(8);
    for (const { address, values } of stack.ofType("aws_cloudwatch_log_group")) {
      expect(values.retention_in_days, address).toBe(BASELINE.logging.retentionDays);
      expect(values.kms_key_id, address).toContain("aws_kms_key.fleet_audit-key");
    }
  });

  it("give every topic rule an error action, a pinned dialect, named fields and one topic", () => {
    expect(stack.get("aws_iot_topic_rule", "fleet/telemetry/rule").values).toMatchObject({
      sql_version: "2016-03-23",
      sql: "SELECT topic(3) AS thing, timestamp() AS received, ts, seq, model, firmware, battery, rssi, state, motion FROM 'dt/smart-home/+/telemetry'",
      error_action: { sqs: { use_base64: false } },
    });
  });

  it("give every alarm a dimension, an action and a text that says what to do", () => {
    expect(stack.ofType("aws_cloudwatch_metric_alarm").length).toBeGreaterThanOrEqual(25);
    for (const { address, values } of stack.ofType("aws_cloudwatch_metric_alarm")) {
      // A metric of our own from a log has one series, and no dimension to choose it by.
      if (!String(values.namespace).startsWith("Bulwark/")) expect(Object.keys(values.dimensions as object), address).not.toHaveLength(0);
      expect(values.alarm_actions, address).toHaveLength(1);
      expect(String(values.alarm_description).length, address).toBeGreaterThan(60);
    }
  });

  it("ask the hook before any identity is given, under a bound caller", () => {
    expect(stack.get("aws_iot_provisioning_template", "fleet/provisioning/template").values).toMatchObject({
      type: "FLEET_PROVISIONING",
      enabled: true,
      pre_provisioning_hook: { payload_version: "2020-04-01" },
    });
    expect(stack.get("aws_lambda_permission", "fleet/provisioning/hook-permission").values).toMatchObject({
      principal: "iot.amazonaws.com",
      source_account: "111122223333",
      source_arn: "arn:aws:iot:eu-west-1:111122223333:provisioningtemplate/smart-home-by-claim",
    });
    expect(stack.get("aws_lambda_function", "fleet/provisioning/hook/function").values).toMatchObject({
      runtime: BASELINE.compute.defaultLambdaRuntime,
      tracing_config: { mode: "Active" },
      reserved_concurrent_executions: 20,
    });
  });

  it("run signed code only, and follow a new package: its version names the job, the job names the code", () => {
    const functions = stack.ofType("aws_lambda_function");
    expect(functions).toHaveLength(stack.ofType("aws_signer_signing_job").length);
    for (const { path, address, values } of functions) {
      const base = path.replace(/\/function$/, "");
      const upload = stack.get("aws_s3_object", `${base}/package`);
      const job = stack.get("aws_signer_signing_job", `${base}/signing-job`);
      expect(upload.values.source_hash, address).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      expect(job.values.source, address).toMatchObject({ s3: { version: `\${${upload.address}.version_id}` } });
      expect(values, address).toMatchObject({
        s3_bucket: `\${${job.address}.signed_object[0].s3[0].bucket}`,
        s3_key: `\${${job.address}.signed_object[0].s3[0].key}`,
        code_signing_config_arn: `\${${stack.get("aws_lambda_code_signing_config", "fleet/code-signing/config").address}.arn}`,
      });
      expect(Object.keys(values), address).not.toContain("filename");
    }
  });

  it("hold no private key: no certificate is made by Terraform", () => {
    expect(stack.ofType("aws_iot_certificate")).toEqual([]);
    expect(stack.text).not.toContain("PRIVATE KEY");
  });

  it("tag whatever takes tags", () => {
    const untagged = stack.resources.filter(({ type, values }) => TAGGABLE.has(type) && !isTagged(values)).map(({ address }) => address);
    expect(untagged).toEqual([]);
    expect(stack.resources.filter(({ type }) => TAGGABLE.has(type)).length).toBeGreaterThan(35);
  });
});

describe("a backend", () => {
  it("synthesizes to the same bytes every time", () => {
    expect(synthFleet().text).toBe(synthFleet().text);
  });

  it("names no path of the machine it was made on", () => {
    expect(stack.text).not.toContain(resolve(import.meta.dirname, "../.."));
    expect(stack.text).not.toMatch(/"\/(tmp|home|root|Users)\//);
  });

  it("leaves account-wide settings alone when told they exist", () => {
    const other = synthFleet({ accountSettings: "assume-existing" });
    expect(other.ofType("aws_iot_logging_options")).toEqual([]);
    expect(other.ofType("aws_iot_indexing_configuration")).toEqual([]);
  });

  it("speaks of its own partition in GovCloud", () => {
    const signingCertificateArn = "arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11";
    const text = synthFleet({ region: "us-gov-west-1", signingCertificateArn }).text;
    expect(text).toContain("arn:aws-us-gov:iot:us-gov-west-1:111122223333:");
    expect(text).not.toContain("arn:aws:");
  });

  it("is what the committed fixture holds, but for the bundled code (else run: npx tsx tools/make-plan-fixture.ts)", () => {
    const withoutCode = (text: string): string =>
      text.replace(/[0-9A-F]{32}\/([a-z-]+)\.zip/g, "$1").replace(/"source_code_hash": "[^"]+"/g, '"source_code_hash": "HASH"');
    const parsed = (text: string) => JSON.parse(withoutCode(text)) as SynthStack["json"];
    const fixture = parsed(readFileSync(join(import.meta.dirname, "../fixtures/synth/smart-home.cdk.tf.json"), "utf8"));
    const compared = ON_CDK_TERRAIN ? withoutStackVersions : (each: SynthStack["json"]) => each;
    expect(compared(parsed(stack.text))).toEqual(compared(fixture));
  });
});

it("constructs load single resources of the provider, never its root", () => {
  const specifiers = sources(resolve(import.meta.dirname, "../../constructs")).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/from "(#aws[^"]*)"/g)].map((match) => match[1]),
  );
  expect(specifiers.length).toBeGreaterThan(30);
  expect(specifiers.filter((specifier) => !/^#aws\/[a-z0-9-]+$/.test(specifier ?? ""))).toEqual([]);
});

const bucketPath = (name: string): string => `fleet/${name}/${name === "trail" ? "archive" : "bucket"}/bucket`;

const isTagged = (values: SynthResource["values"]): boolean =>
  BASELINE.tags.required.every((tag) => typeof (values.tags as Record<string, string> | undefined)?.[tag] === "string");

/** Resource types of this stack that take tags, by the provider's schema. */
const TAGGABLE = new Set([
  "aws_iam_service_linked_role",
  "aws_guardduty_detector",
  "aws_cognito_user_pool",
  "aws_cloudwatch_event_rule",
  "aws_backup_vault",
  "aws_backup_restore_testing_plan",
  "aws_backup_plan",
  "aws_accessanalyzer_analyzer",
  "aws_cloudtrail",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_metric_alarm",
  "aws_dynamodb_table",
  "aws_iam_role",
  "aws_iot_domain_configuration",
  "aws_iot_policy",
  "aws_iot_provisioning_template",
  "aws_iot_role_alias",
  "aws_iot_thing_group",
  "aws_iot_thing_type",
  "aws_iot_topic_rule",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kms_key",
  "aws_lambda_function",
  "aws_s3_bucket",
  "aws_signer_signing_profile",
  "aws_sns_topic",
  "aws_sqs_queue",
]);

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? sources(join(folder, name)) : [join(folder, name)],
  );
}
