import { describe, expect, it } from "vitest";
import { IotBackend, ServiceRole } from "../../constructs/index.js";
import { BulwarkError } from "../../model/errors.js";
import { type SynthStack, synthStack } from "../support/synth-stack.js";
import { PROPS } from "./fleet.js";
import { judgeStack } from "./judge-stack.js";

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Principal?: { readonly AWS?: string };
  readonly Condition?: unknown;
}

type Grant = (backend: IotBackend, role: ServiceRole) => void;

interface Case {
  readonly name: string;
  readonly grant: Grant;
  readonly statements: readonly Statement[];
  /** Construct path below the backend of the key that is granted, and what for; `undefined` where no key is in play. */
  readonly key?: { readonly path: string; readonly service: string; readonly actions: readonly string[] };
}

const ACCOUNT = "111122223333";
const bucket = (purpose: string): string => `arn:aws:s3:::acme-${purpose}-${ACCOUNT}-eu-west-1`;
const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;
const TABLE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey*", "kms:DescribeKey"];
const present = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error("the backend was made without it");
  return part;
};

const readOf = (purpose: string, prefix: string): readonly Statement[] => [
  { Sid: "List", Action: ["s3:ListBucket"], Resource: [bucket(purpose)], Condition: { StringLike: { "s3:prefix": `${prefix}*` } } },
  { Sid: "Read", Action: ["s3:GetObject", "s3:GetObjectVersion"], Resource: [`${bucket(purpose)}/${prefix}*`] },
];

const CASES: readonly Case[] = [
  {
    name: "an analysis reads telemetry, and no uploads",
    grant: ({ lake }, role) => lake.grantRead(role),
    statements: readOf("telemetry", "telemetry/"),
    key: { path: "telemetry-key", service: "s3", actions: ["kms:Decrypt"] },
  },
  {
    name: "a gateway of another protocol puts telemetry",
    grant: ({ lake }, role) => lake.grantPut(role),
    statements: [
      {
        Sid: "Telemetry",
        Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
        Resource: [arn("firehose", "deliverystream/acme-telemetry")],
      },
    ],
  },
  {
    name: "a service desk looks devices up, and cannot list them",
    grant: ({ registry }, role) => registry.grantRead(role),
    statements: [
      {
        Sid: "RegistryRead",
        Action: ["dynamodb:GetItem", "dynamodb:BatchGetItem"],
        Resource: [arn("dynamodb", "table/acme-device-registry")],
      },
    ],
    key: { path: "identity-key", service: "dynamodb", actions: TABLE },
  },
  {
    name: "the factory enters devices, and reads none",
    grant: ({ registry }, role) => registry.grantEnter(role),
    statements: [{ Sid: "RegistryEnter", Action: ["dynamodb:PutItem"], Resource: [arn("dynamodb", "table/acme-device-registry")] }],
    key: { path: "identity-key", service: "dynamodb", actions: TABLE },
  },
  {
    name: "the app's backend records consents, and never the salt of a pseudonym",
    grant: ({ privacy }, role) => present(privacy).ledger.grantRecord(role),
    statements: [
      {
        Sid: "ConsentsRecord",
        Action: ["dynamodb:PutItem"],
        Resource: [arn("dynamodb", "table/acme-consents")],
        Condition: {
          "ForAllValues:StringEquals": { "dynamodb:Attributes": ["thing", "purpose", "granted", "at", "notice", "expires"] },
          StringEqualsIfExists: { "dynamodb:ReturnValues": "NONE" },
        },
      },
    ],
    key: { path: "identity-key", service: "dynamodb", actions: TABLE },
  },
  {
    name: "the app's backend asks for an erasure",
    grant: ({ privacy }, role) => present(privacy).erasure.grantRequest(role),
    statements: [{ Sid: "Erasures", Action: ["sqs:SendMessage"], Resource: [arn("sqs", "acme-erasures")] }],
    key: { path: "identity-key", service: "sqs", actions: ["kms:Decrypt", "kms:GenerateDataKey"] },
  },
  {
    name: "the release pipeline puts images and lists of components, and removes none",
    grant: ({ firmware }, role) => firmware.grantRelease(role),
    statements: [
      { Sid: "Put", Action: ["s3:PutObject", "s3:AbortMultipartUpload"], Resource: [`${bucket("firmware")}/signed/*`] },
      { Sid: "Put2", Action: ["s3:PutObject", "s3:AbortMultipartUpload"], Resource: [`${bucket("firmware")}/sbom/*`] },
    ],
    key: { path: "firmware-key", service: "s3", actions: ["kms:Decrypt", "kms:GenerateDataKey"] },
  },
  {
    name: "the signing step signs with this profile and no other",
    grant: ({ firmware }, role) => firmware.grantSign(role),
    statements: [{ Sid: "Sign", Action: ["signer:StartSigningJob"], Resource: [arn("signer", "/signing-profiles/acme_firmware")] }],
  },
  {
    name: "another system tells the people of the alert topic",
    grant: ({ alerts }, role) => alerts.grantPublish(role),
    statements: [{ Sid: "Alert", Action: ["sns:Publish"], Resource: [arn("sns", "acme-alerts")] }],
    key: { path: "alerts-key", service: "sns", actions: ["kms:Decrypt", "kms:GenerateDataKey*"] },
  },
  {
    name: "another detector puts alarms on the bus",
    grant: ({ defence }, role) => present(defence).bus.grantPut(role),
    statements: [{ Sid: "Alarms", Action: ["events:PutEvents"], Resource: [arn("events", "event-bus/acme-alarms")] }],
    key: { path: "audit-key", service: "events", actions: ["kms:Decrypt", "kms:GenerateDataKey"] },
  },
  {
    name: "a report reads incidents",
    grant: ({ defence }, role) => present(defence).recorder.grantRead(role),
    statements: [
      {
        Sid: "Incidents",
        Action: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
        Resource: [arn("dynamodb", "table/acme-incidents")],
      },
    ],
    key: { path: "audit-key", service: "dynamodb", actions: TABLE },
  },
  {
    name: "the person on call enters what was decided",
    grant: ({ defence }, role) => present(defence).recorder.grantEnter(role),
    statements: [
      { Sid: "EnterIncidents", Action: ["lambda:InvokeFunction"], Resource: [arn("lambda", "function:acme-incident-recorder")] },
    ],
  },
  {
    name: "an investigation reads the trail",
    grant: (backend, role) => backend.trail.grantRead(role, backend),
    statements: readOf("audit", `AWSLogs/${ACCOUNT}/`),
    key: { path: "audit-key", service: "s3", actions: ["kms:Decrypt"] },
  },
  {
    name: "an investigation reads the archived logs",
    grant: ({ operations }, role) => present(present(operations).logArchive).grantRead(role),
    statements: readOf("logs", "logs/"),
    key: { path: "audit-key", service: "s3", actions: ["kms:Decrypt"] },
  },
];

const synthWith = (...grants: readonly Grant[]): SynthStack =>
  synthStack((stack) => {
    const backend = new IotBackend(stack, "fleet", PROPS);
    const role = new ServiceRole(stack, "outside", {
      context: backend.context,
      purpose: "outside",
      service: "ecs-tasks.amazonaws.com",
      sourceArn: backend.context.arn("ecs", "*"),
      dataClass: "identity",
      description: "A part of the product that is not in the library",
    });
    for (const grant of grants) grant(backend, role);
  });

const statementsOf = (stack: SynthStack, type: string, path: string): readonly Statement[] =>
  (JSON.parse(String(stack.get(type, path).values.policy)) as { readonly Statement: readonly Statement[] }).Statement;

describe("a construct outside the backend gets what it needs by a grant", () => {
  for (const { name, grant, statements, key } of CASES) {
    it(name, () => {
      const stack = synthWith(grant);
      expect(statementsOf(stack, "aws_iam_role_policy", "outside/policy")).toEqual(
        statements.map((statement) => ({ Effect: "Allow", ...statement })),
      );
      const role = `arn:aws:iam::${ACCOUNT}:role/acme-outside-eu-west-1`;
      const keys = stack.ofType("aws_kms_key").flatMap(({ path }) =>
        statementsOf(stack, "aws_kms_key", path)
          .filter(({ Principal }) => Principal?.AWS === role)
          .map(({ Action, Condition }) => ({ path, Action, Condition })),
      );
      const viaService = (service: string) => ({ StringEquals: { "kms:ViaService": `${service}.eu-west-1.amazonaws.com` } });
      expect(keys).toEqual(
        key === undefined ? [] : [{ path: `fleet/${key.path}/key`, Action: key.actions, Condition: viaService(key.service) }],
      );
    });
  }

  it("and one role may hold them all: no id is taken twice, nothing is a wildcard, and every rule passes", async () => {
    const stack = synthWith(...CASES.map(({ grant }) => grant));
    const statements = statementsOf(stack, "aws_iam_role_policy", "outside/policy");
    expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
    const wide = statements.filter(({ Action, Resource }) => [Action, Resource].flat().some((entry) => /^(\*|[a-z0-9]+:\*)$/.test(entry)));
    expect(wide).toEqual([]);
    const report = await judgeStack(stack.text);
    expect(report.results.filter(({ verdict }) => verdict === "fail" || verdict === "unknown")).toEqual([]);
  });

  it("and a folder is granted with its slash, or not at all", () => {
    for (const prefix of ["", "signed", "/", "signed/*", "../"]) {
      expect(() => synthWith(({ firmware }, role) => firmware.bucket.grantRead(role, prefix)), prefix).toThrow(BulwarkError);
    }
  });
});
