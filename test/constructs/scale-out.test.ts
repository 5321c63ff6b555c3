import { describe, expect, it } from "vitest";
import { AwsProvider } from "#aws/provider";
import { type ArchiveLocation, IotBackend, type IotBackendProps, type SecondRegionOptions, ServiceRole } from "../../constructs/index.js";
import { ArchiveStack, ScaleOutStack } from "../../examples/scale-out/stack.js";
import { BulwarkError } from "../../model/errors.js";
import type { Block, Mutation, Stack } from "../policies/mutations.js";
import { type SynthStack, synthApp, synthStack } from "../support/synth-stack.js";
import { accepted, PROPS } from "./fleet.js";
import { judgeStack } from "./judge-stack.js";
import { ARCHIVE_MUTATIONS, SECOND_REGION_MUTATIONS } from "./scale-out-mutations.js";

const AS_OF = "2026-11-25";
const THERE = "fleet/second-region/eu-west-1";
const fleet = synthApp((app) => new ScaleOutStack(app, "scale-out"));
const archive = synthApp((app) => new ArchiveStack(app, "scale-out-archive"));

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const policyOf = (stack: SynthStack, type: string, path: string): readonly PolicyStatement[] =>
  (JSON.parse(String(stack.get(type, path).values.policy)) as { Statement: readonly PolicyStatement[] }).Statement;
const bucketPolicy = (bucket: string): readonly PolicyStatement[] => policyOf(archive, "aws_s3_bucket_policy", `archive/${bucket}/policy`);
const keyPolicy = policyOf(archive, "aws_kms_key", "archive/key/key");
const nameOf = (bucket: string): unknown => archive.get("aws_s3_bucket", `archive/${bucket}/bucket`).values.bucket;
const firstOf = (value: unknown): Block => (Array.isArray(value) ? value[0] : value) as Block;

/** "VERDICT RULE ADDRESS" of all that does not pass. */
async function judge(stack: object): Promise<readonly string[]> {
  const { results } = await judgeStack(JSON.stringify(stack), AS_OF);
  return [...new Set(results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}

function find(stack: Stack, { type, path }: Pick<Mutation, "type" | "path">): { readonly address: string; readonly resource: Block } {
  const pathOf = (resource: Block): string => String((resource["//"] as { metadata?: { path?: string } }).metadata?.path);
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) => pathOf(resource).endsWith(`/${path}`));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type} at ${path}`);
  return { address: `${type}.${only[0]}`, resource: only[1] };
}

async function turnsRed(base: SynthStack, mutation: Mutation): Promise<void> {
  const stack = JSON.parse(base.text) as Stack;
  const { address } = find(stack, mutation.fails ?? mutation);
  mutation.change(find(stack, mutation).resource, stack);
  expect(await judge(stack)).toEqual([`fail ${mutation.rule} ${address}`]);
}

describe("the archive in an account of its own", () => {
  it("has no finding and no unknown, and neither has the fleet that delivers to it", async () => {
    expect(await judge(archive.json)).toEqual([]);
    expect(await judge(fleet.json)).toEqual([]);
  });

  it("is where the fleet delivers: no bucket of the fleet's account takes trail, lines or history", () => {
    const trail = fleet.get("aws_cloudtrail", "fleet/trail/trail").values;
    expect(trail.s3_bucket_name).toBe(nameOf("audit"));
    const lines = firstOf(
      fleet.get("aws_kinesis_firehose_delivery_stream", "fleet/operations/log-archive/stream").values.extended_s3_configuration,
    );
    expect(lines.bucket_arn).toBe(`arn:aws:s3:::${nameOf("logs")}`);
    const channel = fleet.get("aws_config_delivery_channel", "fleet/operations/guard/configuration-history/channel").values;
    expect(channel.s3_bucket_name).toBe(nameOf("config"));
    for (const key of [trail.kms_key_id, lines.kms_key_arn, channel.s3_kms_key_arn])
      expect(key).toMatch(/^arn:aws:kms:eu-central-1:777788889999:key\//);
    const purposes = fleet.ofType("aws_s3_bucket").map(({ values }) => String(values.bucket));
    expect(purposes.filter((name) => /-(audit|logs|config)-222233334444/.test(name))).toEqual([]);
  });

  it("takes records of the fleet's own trail, stream and recorder, by names that the fleet has", () => {
    const sources = (bucket: string): readonly unknown[] =>
      bucketPolicy(bucket)
        .filter(({ Effect }) => Effect === "Allow")
        .map(({ Condition }) => Condition?.ArnLike?.["aws:SourceArn"] ?? Condition?.ArnEquals?.["aws:PrincipalArn"]);
    const trail = `arn:aws:cloudtrail:eu-central-1:222233334444:trail/${fleet.get("aws_cloudtrail", "fleet/trail/trail").values.name}`;
    expect(new Set(sources("audit").filter((arn) => !String(arn).startsWith("arn:aws:s3")))).toEqual(new Set([trail]));
    const role = `arn:aws:iam::222233334444:role/${fleet.get("aws_iam_role", "fleet/operations/log-archive/deliver/role").values.name}`;
    expect(new Set(sources("logs").filter((arn) => !String(arn).startsWith("arn:aws:s3")))).toEqual(new Set([role]));
    expect(keyPolicy.map(({ Condition }) => Condition?.ArnEquals?.["aws:PrincipalArn"]).filter((arn) => arn !== undefined)).toEqual([role]);
    for (const { Principal, Condition } of keyPolicy.slice(1))
      expect([Principal, Condition?.StringEquals?.["aws:SourceAccount"] ?? Condition?.ArnEquals]).not.toContain(undefined);
  });

  it("has the folder that the fleet's stream writes to, and the stream's role has the other half of the right", () => {
    const stream = fleet.get("aws_kinesis_firehose_delivery_stream", "fleet/operations/log-archive/stream").values;
    const { prefix, error_output_prefix: failed } = firstOf(stream.extended_s3_configuration);
    const folders = [prefix, failed].map((each) => `${String(each).split("!")[0]}*`);
    const allowed = bucketPolicy("logs").filter(({ Sid }) => Sid.endsWith("Objects"));
    expect(allowed.map(({ Resource }) => Resource)).toEqual(folders.map((folder) => `arn:aws:s3:::${nameOf("logs")}/${folder}`));
    const own = policyOf(fleet, "aws_iam_role_policy", "fleet/operations/log-archive/deliver/policy");
    expect(own.find(({ Sid }) => Sid === "Objects")?.Resource).toEqual(allowed.map(({ Resource }) => Resource));
    expect(own.find(({ Sid }) => Sid === "Objects")?.Action).toEqual(allowed[0]?.Action);
  });

  it("lets nobody remove a record by hand, and locks what it can", () => {
    for (const bucket of ["audit", "logs", "config"])
      expect(bucketPolicy(bucket).find(({ Sid }) => Sid === "DenyRemoval")).toMatchObject({
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention", "s3:PutObjectLegalHold"],
      });
    const locked = archive.ofType("aws_s3_bucket_object_lock_configuration").map(({ path }) => path);
    expect(locked).toEqual(["archive/audit/object-lock", "archive/logs/object-lock"]);
  });

  it.each(ARCHIVE_MUTATIONS)("$off, switched off, turns $rule red and nothing else", (mutation) => turnsRed(archive, mutation));
});

describe("the second region", () => {
  it("has every resource below its name on its own provider, and no other has", () => {
    const elsewhere = fleet.resources.filter(({ values }) => values.provider !== undefined);
    expect(new Set(elsewhere.map(({ values }) => values.provider))).toEqual(new Set(["aws.second"]));
    expect(elsewhere.map(({ path }) => path)).toEqual(
      fleet.resources.filter(({ path }) => path.startsWith(`${THERE}/`)).map(({ path }) => path),
    );
    expect(elsewhere.length).toBeGreaterThan(100);
  });

  it("has a replica of each key, with a policy for its own region", () => {
    for (const dataClass of ["telemetry", "identity", "firmware", "audit", "alerts"]) {
      expect(fleet.get("aws_kms_key", `fleet/${dataClass}-key/key`).values.multi_region).toBe(true);
      expect(policyOf(fleet, "aws_kms_key", `fleet/${dataClass}-key/key`)[0]?.Action).toContain("kms:ReplicateKey");
      expect(fleet.get("aws_kms_replica_key", `${THERE}/${dataClass}-key/key`).values.primary_key_arn).toMatch(/^\$\{aws_kms_key\./);
      const services = policyOf(fleet, "aws_kms_replica_key", `${THERE}/${dataClass}-key/key`).map(
        ({ Condition }) => Condition?.StringEquals?.["kms:ViaService"],
      );
      expect(services.filter((service) => service !== undefined && !service.includes("eu-west-1"))).toEqual([]);
    }
    expect(fleet.get("aws_kms_key", "fleet/privacy/pseudonym-key/key").values.multi_region).toBe(true);
  });

  it("has a copy of each table under the replica of its key, and the table takes no copy for a change", () => {
    const copies = fleet.ofType("aws_dynamodb_table_replica");
    expect(copies.map(({ path }) => path.slice(THERE.length + 1)).sort()).toEqual([
      "incidents/replica",
      "standby/ledger/replica/replica",
      "standby/registry/replica/replica",
    ]);
    for (const { values } of copies) {
      expect(values.kms_key_arn).toMatch(/^\$\{aws_kms_replica_key\./);
      expect(values).toMatchObject({ point_in_time_recovery: true, deletion_protection_enabled: true });
    }
    for (const path of ["fleet/registry/table", "fleet/privacy/ledger/table", "fleet/defence/incidents/table"])
      expect(fleet.get("aws_dynamodb_table", path).values).toMatchObject({
        stream_enabled: true,
        stream_view_type: "NEW_AND_OLD_IMAGES",
        lifecycle: { prevent_destroy: true, ignore_changes: ["replica"] },
      });
  });

  it("has firmware within fifteen minutes, encrypted and locked, and deletions are not copied", () => {
    const [rule] = fleet.get("aws_s3_bucket_replication_configuration", "fleet/second-region/replicate-firmware/replication").values
      .rule as readonly Block[];
    expect(rule).toMatchObject({
      status: "Enabled",
      delete_marker_replication: { status: "Disabled" },
      source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
      destination: {
        bucket: "arn:aws:s3:::charge-point-firmware-222233334444-eu-west-1",
        replication_time: { status: "Enabled", time: { minutes: 15 } },
        metrics: { status: "Enabled", event_threshold: { minutes: 15 } },
      },
    });
    const [trust] = (
      JSON.parse(String(fleet.get("aws_iam_role", "fleet/second-region/replicate-firmware/role/role").values.assume_role_policy)) as {
        Statement: PolicyStatement[];
      }
    ).Statement;
    expect(trust?.Condition).toEqual({
      StringEqualsIfExists: { "aws:SourceAccount": "222233334444" },
      ArnLikeIfExists: { "aws:SourceArn": "arn:aws:s3:::charge-point-firmware-222233334444-eu-central-1" },
    });
    expect(JSON.stringify(fleet.get("aws_cloudtrail", "fleet/trail/trail").values)).toContain(
      "arn:aws:s3:::charge-point-firmware-222233334444-eu-west-1/",
    );
  });

  it("tells when a copy failed or is late, each in the region where AWS counts it", () => {
    const alarm = (path: string): Block => fleet.get("aws_cloudwatch_metric_alarm", path).values;
    expect(alarm("fleet/second-region/replicate-firmware/failed/alarm")).toMatchObject({
      metric_name: "OperationsFailedReplication",
      threshold: 0,
    });
    expect(alarm(`${THERE}/replication-late-firmware/alarm`)).toMatchObject({ metric_name: "ReplicationLatency", threshold: 900 });
    expect(alarm("fleet/second-region/late-incidents/alarm")).toMatchObject({
      namespace: "AWS/DynamoDB",
      metric_name: "ReplicationLatency",
      threshold: 60_000,
      dimensions: { TableName: "charge-point-incidents", ReceivingRegion: "eu-west-1" },
    });
  });

  it("takes devices of the same CA under the same policies, and no new ones by claim", () => {
    const statements = (path: string): readonly object[] =>
      policyOf(fleet, "aws_iot_policy", path).map(
        (each) => JSON.parse(JSON.stringify(each).replaceAll("eu-west-1", "eu-central-1")) as object,
      );
    // The one thing left out: AWS credentials, with which a device uploads files.
    const first = statements("fleet/device-policy/policy").filter((each) => (each as PolicyStatement).Sid !== "Credentials");
    expect(statements(`${THERE}/standby/device-policy/policy`)).toEqual(first);
    const pem = (path: string): unknown => fleet.get("aws_iot_ca_certificate", path).values.ca_certificate_pem;
    expect(pem(`${THERE}/standby/device-ca/certificate`)).toBe(pem("fleet/device-ca/certificate"));
    expect(fleet.get("aws_iot_provisioning_template", `${THERE}/standby/provisioning/template`).values.enabled).toBe(false);
    expect(fleet.ofType("aws_sfn_state_machine")).toHaveLength(1);
  });

  it.each(SECOND_REGION_MUTATIONS)("$off, switched off, turns $rule red and nothing else", (mutation) => turnsRed(fleet, mutation));
});

const KEY = "arn:aws:kms:eu-west-1:777788889999:key/5d2f7c8e-90ab-4c36-b1e7-2a64f0d98c15";
const BASE: Partial<IotBackendProps> = { operations: "none", defence: "none", privacy: "none" };
const withArchive = (location: Partial<ArchiveLocation>, then: (backend: IotBackend) => void = () => undefined): SynthStack =>
  synthStack((stack) =>
    then(new IotBackend(stack, "fleet", { ...PROPS, ...BASE, archive: { account: "777788889999", keyArn: KEY, ...location } })),
  );
const withSecond = (change: Partial<SecondRegionOptions>, more: Partial<IotBackendProps> = {}): SynthStack =>
  synthStack((stack) => {
    const provider = new AwsProvider(stack, "second", { alias: "second", region: "eu-central-1" });
    new IotBackend(stack, "fleet", { ...PROPS, ...BASE, ...more, secondRegion: { region: "eu-central-1", provider, ...change } });
  });

function problemOf(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    if (error instanceof BulwarkError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "nothing was refused";
}

describe("what cannot stand", () => {
  it("is an archive in the fleet's own account, and a key that is not the archive's", () => {
    expect(problemOf(() => withArchive({ account: PROPS.account }))).toMatch(/^BW_PROP_INVALID .*archive\.account.*own account/);
    expect(problemOf(() => withArchive({ region: "eu-central-1" }))).toMatch(
      /^BW_PROP_INVALID .*archive\.keyArn.*needs the ARN of a key of the archive/,
    );
  });

  it("is reading records here that lie in another account", () => {
    const read = (backend: IotBackend): void => {
      const { context } = backend;
      const role = new ServiceRole(backend, "reader", {
        context,
        purpose: "reader",
        service: "lambda.amazonaws.com",
        sourceArn: undefined,
        dataClass: "audit",
        description: "Reads",
      });
      backend.trail.grantRead(role, backend);
    };
    expect(problemOf(() => withArchive({}, read))).toMatch(/^BW_PROP_INVALID .*records lie in another account/);
  });

  it("is a second region that is the first, lies in another partition, or asks for a provider that knows one region", () => {
    expect(problemOf(() => withSecond({ region: PROPS.region }))).toMatch(/is the region the backend is in/);
    expect(problemOf(() => withSecond({ region: "us-gov-west-1" }))).toMatch(/is not in the partition of eu-west-1/);
    expect(problemOf(() => withSecond({}, { cfnRenderer: "awscc" }))).toMatch(/needs cfnRenderer/);
  });
});

it("what was accepted for the first region is accepted for the second, and recorded on the resources of both", () => {
  const stack = withSecond({}, { keyDeletionWindowDays: 7, ...accepted("kms-deletion-window") });
  const recorded = JSON.parse(stack.outputs.bulwark_deviations?.value ?? "[]") as readonly { readonly address: string }[];
  const keys = [...stack.ofType("aws_kms_key"), ...stack.ofType("aws_kms_replica_key")];
  expect(recorded.map(({ address }) => address).sort()).toEqual(keys.map(({ address }) => address).sort());
});

it("a second region without a standby keeps copies and takes no devices", () => {
  const stack = withSecond({ standby: "none" }, { privacy: {} });
  const there = stack.resources.filter(({ path }) => path.startsWith("fleet/second-region/eu-central-1/"));
  expect(there.filter(({ type }) => type.startsWith("aws_iot_"))).toEqual([]);
  expect(there.filter(({ type }) => type === "aws_dynamodb_table_replica").map(({ path }) => path.split("/").at(-2))).toEqual([
    "ledger",
    "registry",
  ]);
});

describe("a retention class", () => {
  const retained = synthStack((stack) => {
    new IotBackend(stack, "fleet", { ...PROPS, ...BASE, telemetryRetentionDays: "sensitive", logRetentionDays: "evidence" });
  });
  const ruleOf = (path: string): Block => firstOf(retained.get("aws_s3_bucket_lifecycle_configuration", path).values.rule);

  it("says how long a bucket keeps an object, and when it goes to cold storage", () => {
    expect(ruleOf("fleet/lake/bucket/lifecycle")).toMatchObject({
      expiration: [{ days: 90 }],
      noncurrent_version_expiration: [{ noncurrent_days: 90 }],
    });
    expect(ruleOf("fleet/lake/bucket/lifecycle").transition).toBeUndefined();
    expect(ruleOf("fleet/trail/archive/lifecycle")).toMatchObject({
      expiration: [{ days: 3650 }],
      transition: [{ days: 365, storage_class: "GLACIER_IR" }],
    });
  });

  it("gives a log group the first time AWS takes that is not shorter", () => {
    expect(new Set(retained.ofType("aws_cloudwatch_log_group").map(({ values }) => values.retention_in_days))).toEqual(new Set([3653]));
  });
});
