import { describe, expect, it } from "vitest";
import { BackendContext, ThreatDetection } from "../../constructs/index.js";
import { ACCOUNT_WATCHES } from "../../constructs/operate/account-alarms.js";
import { NOT_FOR_LOGS } from "../../constructs/record/log-privacy.js";
import { type SynthResource, type SynthStack, synthStack } from "../support/synth-stack.js";
import { PROPS, synthFleet } from "./fleet.js";

const only = (stack: SynthStack, type: string): SynthResource["values"] => {
  const [found, ...more] = stack.ofType(type);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} ${type}`);
  return found.values;
};
const stack = synthFleet();

describe("the watchers of the account", () => {
  it("are all made, on, and record everything", () => {
    expect(only(stack, "aws_accessanalyzer_analyzer")).toMatchObject({ type: "ACCOUNT" });
    expect(only(stack, "aws_guardduty_detector")).toMatchObject({ enable: true, finding_publishing_frequency: "FIFTEEN_MINUTES" });
    expect(new Map(stack.ofType("aws_guardduty_detector_feature").map(({ values }) => [values.name, values.status]))).toEqual(
      new Map([
        ["S3_DATA_EVENTS", "ENABLED"],
        ["LAMBDA_NETWORK_LOGS", "ENABLED"],
      ]),
    );
    expect(only(stack, "aws_config_configuration_recorder")).toMatchObject({
      recording_group: { all_supported: true, include_global_resource_types: true },
    });
    expect(only(stack, "aws_config_configuration_recorder_status")).toMatchObject({ is_enabled: true });
    expect(only(stack, "aws_securityhub_account")).toMatchObject({ auto_enable_controls: true });
    expect(stack.ofType("aws_securityhub_standards_subscription")).toHaveLength(2);
    expect(only(stack, "aws_inspector2_enabler")).toMatchObject({ account_ids: ["111122223333"] });
  });

  it("put the agents of runtime monitoring themselves where it is asked for", () => {
    const asked = synthStack((scope) => {
      new ThreatDetection(scope, "threats", {
        context: new BackendContext(scope, PROPS),
        sources: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"],
      });
    });
    const agents = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"];
    expect(
      new Map(asked.ofType("aws_guardduty_detector_feature").map(({ values }) => [values.name, values.additional_configuration])),
    ).toEqual(
      new Map([
        ["S3_DATA_EVENTS", undefined],
        ["RUNTIME_MONITORING", agents.map((name) => ({ name, status: "ENABLED" }))],
      ]),
    );
  });

  const WATCHERS = {
    accessAnalyzer: ["aws_accessanalyzer_analyzer", "aws.access-analyzer"],
    threatDetection: ["aws_guardduty_detector", "aws.guardduty"],
    configurationHistory: ["aws_config_configuration_recorder", undefined],
    securityHub: ["aws_securityhub_account", undefined],
    vulnerabilityScan: ["aws_inspector2_enabler", "aws.inspector2"],
  } as const;
  const sourcesOf = (of: SynthStack): readonly string[] =>
    of
      .ofType("aws_cloudwatch_event_rule")
      .flatMap(({ values }) => (JSON.parse(String(values.event_pattern)) as { source: readonly string[] }).source);

  it.each(Object.entries(WATCHERS))(
    "can be left to the organisation one by one: %s, whose findings still reach the alert topic",
    (name, [type, source]) => {
      const without = synthFleet({ operations: { [name]: "assume-existing" } });
      for (const [each, [other]] of Object.entries(WATCHERS)) expect(without.ofType(other).length > 0, other).toBe(each !== name);
      const alone = synthFleet({ operations: { accountGuard: "assume-existing", [name]: "create" } });
      for (const [each, [other]] of Object.entries(WATCHERS)) expect(alone.ofType(other).length > 0, other).toBe(each === name);
      if (source !== undefined) for (const each of [without, alone]) expect(sourcesOf(each), type).toContain(source);
    },
  );

  it("reach the topic through its own policy, bound to rules of this product", () => {
    const policy = String(only(stack, "aws_sns_topic_policy").policy);
    expect(policy).toContain('"aws:SourceArn":"arn:aws:events:eu-west-1:111122223333:rule/acme-*"');
    for (const { values } of stack.ofType("aws_cloudwatch_event_target").filter(({ path }) => path.includes("/operations/")))
      expect(values).toMatchObject({ arn: expect.stringContaining("aws_sns_topic.") as string });
  });
});

describe("operators", () => {
  it("are invited, show a second factor and sign in again after their shift", () => {
    expect(only(stack, "aws_cognito_user_pool")).toMatchObject({
      mfa_configuration: "ON",
      admin_create_user_config: { allow_admin_create_user_only: true },
      account_recovery_setting: { recovery_mechanism: [{ name: "admin_only" }] },
      user_pool_add_ons: { advanced_security_mode: "ENFORCED" },
      password_policy: { minimum_length: 14 },
      deletion_protection: "ACTIVE",
    });
    expect(only(stack, "aws_cognito_user_pool_client")).toMatchObject({ generate_secret: false, refresh_token_validity: 720 });
  });
});

describe("backups", () => {
  it("are daily, locked, of every table of the product, and restored once a month", () => {
    expect(only(stack, "aws_backup_plan").rule).toMatchObject([{ lifecycle: { delete_after: 35 } }]);
    expect(only(stack, "aws_backup_vault_lock_configuration")).toMatchObject({ min_retention_days: 35, max_retention_days: 70 });
    expect(only(stack, "aws_backup_selection")).toMatchObject({
      resources: ["arn:aws:dynamodb:eu-west-1:111122223333:table/*"],
      condition: [{ string_equals: [{ key: "aws:ResourceTag/bulwark:product", value: "acme" }] }],
    });
    expect(only(stack, "aws_backup_restore_testing_selection")).toMatchObject({ protected_resource_type: "DynamoDB" });
  });

  it("cannot be kept for less than five weeks", () => {
    expect(() => synthFleet({ operations: { backup: { retentionDays: 7 } } })).toThrow(/retentionDays/);
  });

  it("are locked for good only when asked to be", () => {
    expect(only(stack, "aws_backup_vault_lock_configuration")).not.toHaveProperty("changeable_for_days");
    const strict = synthFleet({ operations: { backup: { lock: "compliance" } } });
    expect(only(strict, "aws_backup_vault_lock_configuration")).toMatchObject({ changeable_for_days: 3 });
  });
});

describe("alarms", () => {
  it("watch each thing nobody should do in the account, through a filter on the trail's log", () => {
    const filters = stack.ofType("aws_cloudwatch_log_metric_filter").filter(({ path }) => path.includes("account-alarms"));
    expect(filters).toHaveLength(ACCOUNT_WATCHES.length);
    for (const { values } of filters) {
      const { name, namespace } = values.metric_transformation as { name: string; namespace: string };
      const alarm = stack.ofType("aws_cloudwatch_metric_alarm").find((each) => each.values.metric_name === name);
      expect(alarm?.values, name).toMatchObject({ namespace, threshold: name === "calls-refused" ? 50 : 0 });
    }
  });

  it("link to their heading in the runbook, whichever construct made them, and each has one of its own", () => {
    const linked = synthFleet({ operations: { runbookUrl: "https://runbooks.example/alarms" } });
    const alarms = linked.ofType("aws_cloudwatch_metric_alarm");
    const groups = new Set(alarms.map(({ path }) => path.split("/")[1]));
    expect([...groups]).toEqual(expect.arrayContaining(["defence", "operations", "provisioning", "telemetry", "privacy"]));
    for (const { values } of alarms)
      expect(values.alarm_description).toMatch(
        new RegExp(` https://runbooks\\.example/alarms#${String(values.alarm_name).slice("acme-".length)}$`),
      );
    expect(new Set(alarms.map(({ values }) => values.alarm_name)).size).toBe(alarms.length);
  });

  it("all say what to do and ring at the alert topic, when they begin and when they end, which has somebody behind it", () => {
    const told = synthFleet({ alertEmails: ["security@acme.example"] });
    const [topic] = told.ofType("aws_sns_topic");
    const arn = `\${${topic?.address}.arn}`;
    const alarms = told.ofType("aws_cloudwatch_metric_alarm");
    expect(alarms.length).toBeGreaterThan(40);
    for (const { address, values } of alarms) {
      expect(values, address).toMatchObject({ alarm_actions: [arn], ok_actions: [arn], treat_missing_data: "notBreaching" });
      expect(values.actions_enabled ?? true, address).toBe(true);
      // What has happened and what to do about it: two sentences at least.
      expect(String(values.alarm_description).split(/[.:] /).length, address).toBeGreaterThan(1);
    }
    expect(told.ofType("aws_sns_topic_subscription").map(({ values }) => [values.topic_arn, values.endpoint])).toEqual([
      [arn, "security@acme.example"],
    ]);
  });

  it("watch metrics that are there: each names what it watches, or the filter that counts for it", () => {
    const counted = new Set(
      stack
        .ofType("aws_cloudwatch_log_metric_filter")
        .map(({ values }) => values.metric_transformation as { readonly name: string; readonly namespace: string })
        .map(({ name, namespace }) => `${namespace} ${name}`),
    );
    for (const { address, values } of stack.ofType("aws_cloudwatch_metric_alarm")) {
      const named = Object.keys((values.dimensions ?? {}) as object).length > 0;
      expect(named || counted.has(`${String(values.namespace)} ${String(values.metric_name)}`), address).toBe(true);
    }
  });
});

describe("gateways and images, where asked for", () => {
  const extended = synthFleet({ operations: { gateways: {}, images: ["bridge"] } });

  it("are patched weekly within the approval delay, a tenth at a time", () => {
    expect(only(extended, "aws_ssm_patch_baseline").approval_rule).toMatchObject([{ approve_after_days: 7 }]);
    expect(only(extended, "aws_ssm_maintenance_window_task")).toMatchObject({ max_concurrency: "10%", task_arn: "AWS-RunPatchBaseline" });
    expect(only(extended, "aws_ssm_association")).toMatchObject({ name: "AWS-GatherSoftwareInventory" });
    expect(extended.ofType("aws_ssm_activation")).toEqual([]);
  });

  it("are scanned when pushed, with tags that stay, under a customer key", () => {
    expect(only(extended, "aws_ecr_repository")).toMatchObject({
      name: "acme/bridge",
      image_tag_mutability: "IMMUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: "KMS" }],
    });
  });

  it("are absent otherwise", () => {
    expect(stack.ofType("aws_ssm_patch_baseline")).toEqual([]);
    expect(stack.ofType("aws_ecr_repository")).toEqual([]);
  });
});

describe("privacy", () => {
  it("puts the filter between stream and lake, with the consents it may read and the key it may use", () => {
    const stream = stack.get("aws_kinesis_firehose_delivery_stream", "fleet/lake/stream").values;
    expect(JSON.stringify(stream)).toContain("arn:aws:lambda:eu-west-1:111122223333:function:acme-telemetry-filter:$LATEST");
    const key = stack.get("aws_kms_key", "fleet/privacy/pseudonym-key/key").values;
    expect(key).toMatchObject({ key_usage: "GENERATE_VERIFY_MAC", customer_master_key_spec: "HMAC_256" });
    expect(String(key.policy)).toContain('"AWS":"arn:aws:iam::111122223333:role/acme-telemetry-filter-eu-west-1"');
  });

  it("gives a failed erasure five tries and then a person", () => {
    const queue = stack.get("aws_sqs_queue", "fleet/privacy/erasure/queue").values;
    expect(JSON.parse(String(queue.redrive_policy))).toEqual({
      deadLetterTargetArn: "arn:aws:sqs:eu-west-1:111122223333:acme-erasure-failed",
      maxReceiveCount: 5,
    });
    expect(stack.get("aws_lambda_event_source_mapping", "fleet/privacy/erasure/mapping").values).toMatchObject({
      function_response_types: ["ReportBatchItemFailures"],
    });
  });

  it("refuses a consent for a field nobody selects", () => {
    expect(() => synthFleet({ privacy: { consentFields: { heartbeat: "health" } } })).toThrow(/heartbeat/);
  });

  it("needs no filter without pseudonyms and consents", () => {
    const plain = synthFleet({ privacy: { pseudonyms: false } });
    expect(JSON.stringify(plain.get("aws_kinesis_firehose_delivery_stream", "fleet/lake/stream").values)).not.toContain("lambda");
    expect(plain.ofType("aws_dynamodb_table").map(({ path }) => path)).toContain("fleet/privacy/ledger/table");
  });

  it("masks in logs what is not for them, and writes down each time", () => {
    for (const { values } of stack.ofType("aws_cloudwatch_log_data_protection_policy")) {
      const { Statement } = JSON.parse(String(values.policy_document)) as { Statement: readonly { DataIdentifier: readonly string[] }[] };
      expect(Statement).toMatchObject([
        { Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: "/acme/log-privacy" } } } } },
        { Operation: { Deidentify: { MaskConfig: {} } } },
      ]);
      expect(Statement[0]?.DataIdentifier).toHaveLength(NOT_FOR_LOGS.length);
    }
    expect(stack.ofType("aws_cloudwatch_log_data_protection_policy").length).toBeGreaterThanOrEqual(4);
  });
});

it("a small backend leaves all of it out", () => {
  const small = synthFleet({ operations: "none", privacy: "none" });
  expect(small.resources.filter(({ path }) => /fleet\/(operations|privacy)\//.test(path))).toEqual([]);
});

it("a key's policy has one statement for each principal and condition, each under an id of its own", () => {
  for (const { address, values } of stack.ofType("aws_kms_key")) {
    const { Statement } = JSON.parse(String(values.policy)) as {
      Statement: readonly { Sid: string; Principal: unknown; Condition: unknown }[];
    };
    expect(new Set(Statement.map(({ Sid }) => Sid)).size, address).toBe(Statement.length);
    expect(new Set(Statement.map(({ Principal, Condition }) => JSON.stringify([Principal, Condition]))).size, address).toBe(
      Statement.length,
    );
  }
});
