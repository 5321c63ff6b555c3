import { Construct } from "constructs";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { ENCRYPTION_CONFIGURATION } from "../base/cfn-typed-account.js";
import type { DataKey } from "../base/data-key.js";
import { ServiceRole } from "../base/service-role.js";

export interface CoreEncryptionProps extends InContext {
  /** Key that everything AWS IoT Core keeps is encrypted with. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Roles that call the control plane of AWS IoT: from then on each needs to decrypt. @default [] @obligation OBL-IAM-8 */
  readonly callers?: readonly ServiceRole[];
}

/**
 * Registry, policies, shadows and jobs encrypted with a key of your own. It is a setting of the whole account in the region, and every caller of
 * the control plane then needs `kms:Decrypt` on the key, other stacks' included; a key that is gone takes the fleet with it.
 * @obligation OBL-DATA-7
 * @setting iot-core-customer-key: what AWS IoT Core keeps is encrypted with a key of your own (`CUSTOMER_MANAGED_KMS_KEY`)
 * @cost calls of AWS IoT Core to the key
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/encryption-at-rest.html
 */
export class CoreEncryption extends Construct {
  readonly configuration: CfnTyped<typeof ENCRYPTION_CONFIGURATION>;
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, { context, key, callers = [] }: CoreEncryptionProps) {
    super(scope, id);
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "core-encryption",
      service: "iot.amazonaws.com",
      sourceArn: context.arn("iot", "*"),
      dataClass: key.dataClass,
      description: "Lets AWS IoT Core use the key of what it keeps",
    });
    // The key's own ARN is known only after apply, its alias before.
    const ofThisKey = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": `alias/${context.name(key.dataClass)}` } };
    const anyKey = [context.arn("kms", "key/*")];
    this.role.allow("Look", ["kms:DescribeKey"], anyKey, ofThisKey);
    this.role.allow("Use", USES, anyKey, { ...ofThisKey, StringEquals: FOR_IOT });
    // DescribeKey comes without an encryption context.
    key.grantRoleDirect(this.role, ["kms:DescribeKey"], {});
    key.grantRoleDirect(this.role, USES, { "aws-crypto-ec:vendor": "iot.amazonaws.com" });
    for (const caller of callers) key.grantRole(caller, "iot", ["kms:Decrypt"]);
    key.grantAccountThrough("iot", ["kms:DescribeKey", ...USES]);
    this.configuration = new CfnTyped(this, "configuration", {
      context,
      type: ENCRYPTION_CONFIGURATION,
      dataClass: key.dataClass,
      dependsOn: [this.role.policy],
      properties: { EncryptionType: "CUSTOMER_MANAGED_KMS_KEY", KmsKeyArn: key.arn, KmsAccessRoleArn: this.role.arn },
    });
  }
}

const USES = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKeyWithoutPlaintext"] as const;
const FOR_IOT = { "kms:EncryptionContext:aws-crypto-ec:vendor": "iot.amazonaws.com" };
