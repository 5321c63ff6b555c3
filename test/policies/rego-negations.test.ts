import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { reportAbsent } from "../support/absent-tools.js";
import { LOOK_UP, type Negation, negationsOf } from "./rego-negations.js";

const ROOT = resolve(import.meta.dirname, "../..");
const hasOpa =
  spawnSync("opa", ["version"]).status === 0 ||
  reportAbsent("opa", "negations over what may be unknown are read in the library") !== undefined;

/** Undefined, or plainly false, of a value that is not known before apply: `not` of them is then true. Functions of the library are read where they stand. */
const MISREAD = new Set([
  ...["contains", "startswith", "endswith", "regex.match", "equal", "internal.member_2", "lt", "lte", "gt", "gte"],
  ...[LOOK_UP, "tf.is_true", "tf.is_false", "tf.tag"],
]);

/** Negations that read an unknown value rightly, by the reason; `internal.member_2` is `in`. What the rules make of it, `npm run mutations` tries out. */
const RIGHTLY: readonly { readonly why: string; readonly where: Readonly<Record<string, readonly string[]>> }[] = [
  {
    why: "an address or a name that the rule or the library made itself, never a value of a plan",
    where: {
      "policies/lib/doc.rego": ['startswith(type, "Document/")'],
      "policies/lib/iam_actions.rego": ["known[name]"],
      "policies/lib/links.rego": ["index[type]"],
      "policies/lib/s3.rego": ["of_buckets[type][companion.address]"],
      "policies/rules/logging/cloudtrail-multi-region/rule.rego": ["trails.management[kind]"],
      "policies/lib/tf.rego": ['endswith(address, "]")', 'equal(parts[minus(length, 3)], "data")'],
      "policies/rules/identity/iam-user-rights-through-groups/rule.rego": ["strangers[p.address]"],
      "policies/rules/identity/sns-topic-policy-not-public/rule.rego": ["owned[policy.address]"],
      "policies/rules/identity/sqs-queue-policy-not-public/rule.rego": ["owned[policy.address]"],
      "policies/rules/network/s3-bucket-policy-not-public/rule.rego": ["owned[policy.address]"],
      "policies/rules/process/iot-resource-tagged/rule.rego": ['startswith(key, "aws:")'],
      "policies/rules/resilience/iot-quarantine-group/rule.rego": ["judged[group.address]"],
      "policies/rules/transport/s3-bucket-no-website/rule.rego": ["doubtful[r.address]"],
    },
  },
  {
    why: "the operator or the key of a condition, a key of the document and always text",
    where: {
      "policies/rules/identity/iam-role-trust-account-bound/rule.rego": ['internal.member_2(key, {"aws:principalarn", "aws:sourceip"})'],
      "policies/rules/identity/iam-role-trust-github-bound/rule.rego": [
        'contains(lower(condition.operator), "not")',
        'startswith(lower(condition.operator), "null")',
      ],
    },
  },
  {
    why: "what is looked for is known; what it is looked for in is judged by the unknown fact of the same rule",
    where: {
      "policies/rules/encryption/eks-secrets-encrypted/rule.rego": ['internal.member_2("secrets", value)'],
      "policies/rules/logging/eks-logged/rule.rego": ["internal.member_2(log, value)"],
      "policies/rules/logging/iot-audit-scheduled/rule.rego": ["internal.member_2(name, scheduled)"],
      "policies/rules/transport/transfer-encrypted/rule.rego": ['internal.member_2("FTP", protocols)'],
    },
  },
  {
    why: "the value is unknown: what is looked at is why",
    where: {
      "policies/lib/judge.rego": ['internal.member_2(value.$unknown, {"reference", "sensitive"})'],
    },
  },
  {
    why: "the function is called with what an earlier one has found to be known, or has text",
    where: {
      "policies/lib/bounds.rego": [
        'startswith(variable, "aws:resource")',
        'internal.member_2(bucket, ["", "accesspoint", "job", "storage-lens"])',
      ],
      "policies/rules/identity/ec2-user-data-no-secrets/rule.rego": ['regex.match("^[$`]", value)'],
      "policies/rules/identity/iot-claim-policy-narrow/rule.rego": ['equal(lower(action), "iot:connect")'],
      "policies/rules/logging/iot-fleet-metric-alarmed/rule.rego": ["internal.member_2(name, watched)"],
      "policies/rules/patching/iot-job-download-signed/rule.rego": ['regex.match("^\\\\$\\\\{[^{}]*\\\\}$", tf.text(document))'],
    },
  },
  {
    why: "asks whether something is written; what is unknown is written, and the rule then says what of it is not known",
    where: {
      "policies/rules/encryption/ecs-exec-encrypted/rule.rego": ['internal.member_2(tf.step(log, target), {"", {}})'],
      "policies/rules/encryption/image-encrypted/rule.rego": ['internal.member_2(tf.step(device, "snapshot_id"), {"", {}})'],
      "policies/rules/encryption/lambda-environment-customer-key/rule.rego": [
        'internal.member_2(tf.dig(r.values, ["environment", "variables"]), {{}, {}})',
      ],
      "policies/rules/resilience/s3-bucket-aborts-uploads/rule.rego": ['internal.member_2(value, ["", 0, [], {}])'],
    },
  },
  {
    why: "an unknown value stays in play on purpose: the judgement that follows gives unknown for it",
    where: {
      "policies/lib/trails.rego": ["known[name]"],
      "policies/lib/nacl.rego": ['tf.is_true(object.get(r.values, "egress", false))'],
      "policies/rules/encryption/ecr-customer-key/rule.rego": ['internal.member_2(type, {"KMS", "KMS_DSSE"})'],
      "policies/rules/identity/apigateway-method-authorized/rule.rego": ['tf.is_true(tf.step(r.values, "api_key_required"))'],
      "policies/rules/identity/iot-authorizer-signed/rule.rego": ['equal(tf.step(r.values, "status"), "INACTIVE")'],
      "policies/rules/identity/iot-provisioning-hook/rule.rego": ['equal(r.values.type, "JITP")'],
      "policies/rules/identity/s3-bucket-acl-disabled/rule.rego": [
        'equal(tf.dig(stray.values, ["rule", "object_ownership"]), "BucketOwnerEnforced")',
      ],
      "policies/rules/network/store-subnets-named/rule.rego": ['equal(value, "default")'],
      "policies/rules/process/iot-thing-type-support-period/rule.rego": ['tf.tag(r, "bulwark:support-until")'],
    },
  },
  {
    why: "whether the rule applies cannot be told then, and the rule on the switch itself is unknown",
    where: {
      "policies/rules/encryption/efs-customer-key/rule.rego": ['tf.is_true(tf.step(r.values, "encrypted"))'],
      "policies/rules/encryption/rds-customer-key/rule.rego": ['tf.is_true(tf.step(r.values, "storage_encrypted"))'],
    },
  },
];

/** Documents hold no unknown values. */
const FILES = [
  ...readdirSync(join(ROOT, "policies/lib"))
    .filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego"))
    .map((name) => `policies/lib/${name}`),
  ...readdirSync(join(ROOT, "policies/rules"))
    .filter((domain) => domain !== "documents")
    .flatMap((domain) => readdirSync(join(ROOT, "policies/rules", domain)).map((rule) => `policies/rules/${domain}/${rule}/rule.rego`)),
];

describe.skipIf(!hasOpa)("a negation over a value that may be unknown", () => {
  let open: readonly Negation[] = [];
  beforeAll(async () => {
    const [left, right] = await Promise.all([0, 1].map((part) => all(FILES.filter((_, at) => at % 2 === part))));
    open = [...(left ?? []), ...(right ?? [])].filter(isOpen);
  }, 600_000);

  it("stands behind a test that the value is known, or in the list with the reason", () => {
    const allowed = new Set(
      RIGHTLY.flatMap(({ where }) => Object.entries(where).flatMap(([file, texts]) => texts.map((text) => `${file} ${text}`))),
    );
    const found = new Set(open.map(({ file, text }) => `${file} ${text}`));
    expect(
      open.filter(({ file, text }) => !allowed.has(`${file} ${text}`)).map(({ file, row, text }) => `${file}:${row} not ${text}`),
    ).toEqual([]);
    expect([...allowed].filter((entry) => !found.has(entry))).toEqual([]);
  });
});

async function all(files: readonly string[]): Promise<readonly Negation[]> {
  const found: Negation[] = [];
  for (const file of files) found.push(...(await negationsOf(file, ROOT)));
  return found;
}

const isOpen = ({ callee, args, known }: Negation): boolean =>
  callee !== undefined &&
  MISREAD.has(callee) &&
  args.some(({ text, parts }) => parts.size > 0 && ![text, ...parts].some((part) => known.has(part)));
