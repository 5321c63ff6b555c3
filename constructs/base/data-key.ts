import { Construct } from "constructs";
import { KmsAlias } from "#aws/kms-alias";
import { KmsKey } from "#aws/kms-key";
import { KmsReplicaKey } from "#aws/kms-replica-key";
import { Lazy } from "#tf";
import { BASELINE } from "../../model/baseline.js";
import { addressOf } from "./address.js";
import type { BackendContext, DataClass, InContext } from "./backend-context.js";
import { policyDocument, type Statement } from "./policy-document.js";
import type { ServiceRole } from "./service-role.js";

export interface DataKeyProps extends InContext {
  /** The one class of data this key protects. @obligation OBL-DATA-7 */
  readonly dataClass: DataClass;
  /** Days between two rotations, 90-2560. @default 365 @obligation OBL-DATA-7 @accept kms-key-rotation */
  readonly rotationPeriodDays?: number;
  /** Days a deletion can be called off, 7-30. @default 30 @obligation OBL-DATA-7 @accept kms-deletion-window */
  readonly deletionWindowDays?: number;
  /**
   * Whether the key can have replicas in other regions. KMS takes this when it makes a key and never again.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
   * @default false @obligation OBL-INC-3
   */
  readonly multiRegion?: boolean;
  /** Key of another region that this one is the replica of: same material, rotated with it, with a policy of its own. @default none @obligation OBL-INC-3 */
  readonly replicaOf?: DataKey;
}

/**
 * A customer managed key for one class of data. The account administers it and nobody uses it until something is granted; grants go to
 * literal role ARNs or to service principals bound to this account.
 * @obligation OBL-DATA-7
 * @setting kms-key-rotation: the key rotates every 365 days
 * @setting kms-deletion-window: a deletion can be called off for 30 days
 * @setting kms-key-policy-not-public: nobody uses it until something is granted
 * @setting kms-key-policy-service-narrow: a service uses it for resources of this account only
 * @cost the month a key exists, and every call a service makes to it
 */
export class DataKey extends Construct {
  readonly key: KmsKey | KmsReplicaKey;
  readonly alias: KmsAlias;
  readonly dataClass: DataClass;
  private readonly context: BackendContext;
  private readonly grants: Statement[] = [];

  constructor(scope: Construct, id: string, props: DataKeyProps) {
    super(scope, id);
    const { context, dataClass } = props;
    this.context = context;
    this.dataClass = dataClass;
    this.key = this.makeKey(props);
    this.alias = new KmsAlias(this, "alias", { name: `alias/${context.name(dataClass)}`, targetKeyId: this.key.keyId });
  }

  private makeKey({ context, dataClass, replicaOf, ...props }: DataKeyProps): KmsKey | KmsReplicaKey {
    const hardening = context.hardening(this);
    const regions = regionsOf(props.multiRegion, replicaOf !== undefined);
    const common = {
      description: `${context.product}: ${dataClass}`,
      deletionWindowInDays: hardening.atLeast(
        "kms-deletion-window",
        "deletion_window_in_days",
        props.deletionWindowDays,
        BASELINE.keys.deletionWindowDays,
      ),
      policy: Lazy.stringValue({ produce: () => policyDocument([keyAdministration(context, regions), ...this.grants]) }),
      lifecycle: { preventDestroy: true },
      tags: context.tags(dataClass),
    };
    const rotation = {
      enableKeyRotation: true,
      rotationPeriodInDays: hardening.atMost(
        "kms-key-rotation",
        "rotation_period_in_days",
        replicaOf === undefined ? props.rotationPeriodDays : undefined,
        BASELINE.keys.rotationPeriodDays,
      ),
    };
    const key =
      replicaOf === undefined
        ? new KmsKey(this, "key", { ...common, ...rotation, ...(props.multiRegion ? { multiRegion: true } : {}) })
        : new KmsReplicaKey(this, "key", { ...common, primaryKeyArn: replicaOf.arn });
    hardening.bind(key);
    return key;
  }

  get arn(): string {
    return this.key.arn;
  }

  /** Lets a role encrypt and decrypt through one service (`s3`, `sqs`, ...) of this region. */
  grantRole(role: ServiceRole, service: string, actions: readonly KeyUse[]): void {
    this.waitFor(role);
    this.grant({
      Sid: sid(role.purpose, service),
      Effect: "Allow",
      Principal: { AWS: role.arn },
      Action: actions,
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": `${service}.${this.context.region}.amazonaws.com` } },
    });
  }

  /** Lets a role call KMS itself, as Lambda does for the environment of a function. */
  grantRoleDirect(role: ServiceRole, actions: readonly KeyUse[], encryptionContext: Readonly<Record<string, string>>): void {
    this.waitFor(role);
    const keys = Object.fromEntries(Object.entries(encryptionContext).map(([key, value]) => [`kms:EncryptionContext:${key}`, value]));
    this.grant({
      Sid: sid(role.purpose, "direct"),
      Effect: "Allow",
      Principal: { AWS: role.arn },
      Action: actions,
      Resource: "*",
      ...(Object.keys(keys).length === 0 ? {} : { Condition: { StringEquals: keys } }),
    });
  }

  /**
   * Lets whoever IAM allows to use a service use the key through it, as deploying a table or a function with this key needs. Nothing more:
   * a call straight to KMS is not covered.
   */
  grantAccountThrough(service: string, actions: readonly KeyUse[]): void {
    this.grant({
      Sid: sid("Account", service),
      Effect: "Allow",
      Principal: { AWS: `arn:${this.context.partition}:iam::${this.context.account}:root` },
      Action: actions,
      Resource: "*",
      Condition: {
        StringEquals: { "kms:ViaService": `${service}.${this.context.region}.amazonaws.com`, "kms:CallerAccount": this.context.account },
      },
    });
  }

  /**
   * Lets a role of another account use the key through one service of this region. The role is named by a condition, since KMS refuses
   * a principal that does not exist yet; it needs the same right in its own account.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
   */
  grantForeignRole(owner: BackendContext, purpose: string, service: string, actions: readonly KeyUse[]): void {
    this.grant({
      Sid: sid("Foreign", purpose, service),
      Effect: "Allow",
      Principal: { AWS: `arn:${owner.partition}:iam::${owner.account}:root` },
      Action: actions,
      Resource: "*",
      Condition: {
        StringEquals: { "kms:ViaService": `${service}.${this.context.region}.amazonaws.com` },
        ArnEquals: { "aws:PrincipalArn": owner.roleArn(owner.roleName(purpose)) },
      },
    });
  }

  /**
   * Lets DynamoDB encrypt and decrypt what it copies between the regions of a table. Its role is named by a condition: AWS makes it with the
   * account's first replica, and KMS refuses a principal that does not exist yet.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html
   */
  grantTableReplication(actions: readonly KeyUse[]): void {
    const { account, partition, region } = this.context;
    const role = "role/aws-service-role/replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication";
    this.grant({
      Sid: "TableReplication",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: actions,
      Resource: "*",
      Condition: {
        StringEquals: { "kms:CallerAccount": account, "kms:ViaService": `dynamodb.${region}.amazonaws.com` },
        ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${account}:${role}` },
      },
    });
  }

  /** Lets a service use the key for resources that match the ARN pattern, of this account or of the one named. */
  grantService(service: string, sourceArn: string, actions: readonly KeyUse[], owner: BackendContext = this.context): void {
    this.grant({
      Sid: sid(service),
      Effect: "Allow",
      Principal: { Service: service },
      Action: actions,
      Resource: "*",
      Condition: owner.sourceConditions(sourceArn),
    });
  }

  /**
   * CloudWatch Logs names the log group in the encryption context, account included; that is the binding its documentation gives.
   * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  grantLogs(): void {
    const { region } = this.context;
    this.grant({
      Sid: "CloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:DescribeKey"],
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": this.context.arn("logs", "log-group:*") } },
    });
  }

  /** One statement for each principal and condition; ids are unique in a policy. */
  private grant(statement: Statement): void {
    const same = (other: Statement): boolean =>
      JSON.stringify([other.Principal, other.Condition]) === JSON.stringify([statement.Principal, statement.Condition]);
    const known = this.grants.findIndex(same);
    const before = this.grants[known];
    if (before !== undefined) {
      this.grants[known] = { ...before, Action: [...new Set([before.Action, statement.Action].flat())] };
      return;
    }
    const taken = this.grants.filter(({ Sid }) => Sid.replace(/\d+$/, "") === statement.Sid).length;
    this.grants.push(taken === 0 ? statement : { ...statement, Sid: `${statement.Sid}${taken + 1}` });
  }

  /** KMS refuses a policy that names a role which does not exist yet; a literal ARN hides that from Terraform. */
  private waitFor(role: ServiceRole): void {
    this.key.dependsOn = [...new Set([...(this.key.dependsOn ?? []), addressOf(role.role)])];
  }
}

export type KeyUse =
  | "kms:Encrypt"
  | "kms:Decrypt"
  | "kms:ReEncryptFrom"
  | "kms:ReEncryptTo"
  | "kms:GenerateDataKey"
  | "kms:GenerateDataKey*"
  | "kms:GenerateDataKeyWithoutPlaintext"
  | "kms:DescribeKey";

/** What DynamoDB does with a customer managed key. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html */
export const TABLE_KEY_USE = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey*",
  "kms:DescribeKey",
] as const satisfies readonly KeyUse[];

/**
 * The account keeps the key manageable through IAM, which is what keeps it from being locked for ever; using it for data is not among these.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyAdministration(context: BackendContext, more: readonly string[] = []): Statement {
  return {
    Sid: "Administration",
    Effect: "Allow",
    Principal: { AWS: `arn:${context.partition}:iam::${context.account}:root` },
    Action: [...ADMINISTRATION, ...more],
    Resource: "*",
  };
}

/**
 * What making replicas of a key takes, and making one of them the primary when the primary's region is lost.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html
 */
export function regionsOf(multiRegion: boolean | undefined, isReplica: boolean): readonly string[] {
  if (isReplica) return ["kms:UpdatePrimaryRegion"];
  return multiRegion ? ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"] : [];
}

const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:CreateGrant",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
] as const;

/** Statement ids take letters and digits only. */
const sid = (...parts: readonly string[]): string => parts.map((part) => part.replace(/[^A-Za-z0-9]/g, "")).join("");
