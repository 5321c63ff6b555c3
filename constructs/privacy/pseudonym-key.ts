import { Construct } from "constructs";
import { KmsAlias } from "#aws/kms-alias";
import { KmsKey } from "#aws/kms-key";
import { KmsReplicaKey } from "#aws/kms-replica-key";
import { Lazy } from "#tf";
import { BASELINE } from "../../model/baseline.js";
import { addressOf } from "../base/address.js";
import type { InContext } from "../base/backend-context.js";
import { keyAdministration, regionsOf } from "../base/data-key.js";
import { policyDocument, type Statement } from "../base/policy-document.js";
import type { ServiceRole } from "../base/service-role.js";

export interface PseudonymKeyProps extends InContext {
  /** Whether the key can have a replica, so that a thing has the same pseudonym in another region. KMS takes it at the start only. @default false @obligation OBL-INC-3 */
  readonly multiRegion?: boolean;
  /** Key of another region that this one is the replica of. @default none @obligation OBL-INC-3 */
  readonly replicaOf?: PseudonymKey;
}

/**
 * What turns a thing's name into the pseudonym the lake knows it by: a key for keyed hashes that never leaves KMS and lies apart from the
 * data. KMS rotates no such key, and a new one would give every thing another name. @obligation OBL-DATA-8
 * @setting kms-deletion-window: a deletion can be called off for 30 days
 * @setting kms-key-policy-not-public: only what was granted makes pseudonyms
 * @cost the month the key exists, and a call for each thing in a batch
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/hmac.html
 */
export class PseudonymKey extends Construct {
  readonly key: KmsKey | KmsReplicaKey;
  readonly alias: KmsAlias;
  /** Literal, so that the whole environment of who makes pseudonyms can be read before apply. */
  readonly aliasArn: string;
  private readonly grants: Statement[] = [];

  constructor(scope: Construct, id: string, { context, multiRegion, replicaOf }: PseudonymKeyProps) {
    super(scope, id);
    const regions = regionsOf(multiRegion, replicaOf !== undefined);
    const common = {
      description: `${context.product}: pseudonyms`,
      deletionWindowInDays: BASELINE.keys.deletionWindowDays,
      policy: Lazy.stringValue({ produce: () => policyDocument([keyAdministration(context, regions), ...this.grants]) }),
      lifecycle: { preventDestroy: true },
      tags: context.tags("identity"),
    };
    this.key =
      replicaOf === undefined
        ? new KmsKey(this, "key", {
            ...common,
            keyUsage: "GENERATE_VERIFY_MAC",
            customerMasterKeySpec: "HMAC_256",
            ...(multiRegion ? { multiRegion } : {}),
          })
        : new KmsReplicaKey(this, "key", { ...common, primaryKeyArn: replicaOf.key.arn });
    const aliasName = `alias/${context.name("pseudonym")}`;
    this.aliasArn = context.arn("kms", aliasName);
    this.alias = new KmsAlias(this, "alias", { name: aliasName, targetKeyId: this.key.keyId });
  }

  /** Lets a role make pseudonyms; checking one against a name takes the same right, so nobody has it who need not. */
  grantMake(role: ServiceRole): void {
    this.key.dependsOn = [...new Set([...(this.key.dependsOn ?? []), addressOf(role.role)])];
    this.grants.push({
      Sid: role.node.path.replace(/[^A-Za-z0-9]/g, ""),
      Effect: "Allow",
      Principal: { AWS: role.arn },
      Action: "kms:GenerateMac",
      Resource: "*",
      Condition: { StringEquals: { "kms:MacAlgorithm": "HMAC_SHA_256" } },
    });
  }
}
