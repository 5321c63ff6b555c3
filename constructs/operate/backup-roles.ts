import type { Construct } from "constructs";
import type { BackendContext } from "../base/backend-context.js";
import type { DataKey, KeyUse } from "../base/data-key.js";
import { ServiceRole } from "../base/service-role.js";

interface Needs {
  readonly context: BackendContext;
  readonly key: DataKey;
  readonly sourceKeys: readonly DataKey[];
}

const READ: readonly KeyUse[] = ["kms:Decrypt", "kms:DescribeKey"];
const WRITE: readonly KeyUse[] = [...READ, "kms:GenerateDataKey"];

/** Narrower than AWSBackupServiceRolePolicyForBackup: tables of this product and nothing else. Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html */
export function backupRole(scope: Construct, { context, key, sourceKeys }: Needs): ServiceRole {
  const role = makeRole(scope, context, "backup", "Lets AWS Backup read the tables of this product");
  role.allow(
    "Tables",
    ["dynamodb:DescribeTable", "dynamodb:DescribeContinuousBackups", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
    [context.arn("dynamodb", `table/${context.product}-*`)],
  );
  // Finding resources by tag knows no resources.
  role.allow("Find", ["tag:GetResources"], ["*"]);
  role.allow(
    "Vault",
    ["backup:DescribeBackupVault", "backup:CopyIntoBackupVault", "backup:CopyFromBackupVault"],
    [context.arn("backup", `backup-vault:${context.name("vault")}`)],
  );
  for (const source of sourceKeys) source.grantRole(role, "dynamodb", READ);
  key.grantRole(role, "backup", WRITE);
  return role;
}

/** A table is restored under a new name, which AWS Backup makes from the old one in a restore test. */
export function restoreRole(scope: Construct, { context, key, sourceKeys }: Needs): ServiceRole {
  const role = makeRole(scope, context, "restore", "Lets AWS Backup restore tables of this product, and remove what a test restored");
  role.allow(
    "Tables",
    [
      "dynamodb:DescribeTable",
      "dynamodb:RestoreTableFromAwsBackup",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:TagResource",
    ],
    [context.arn("dynamodb", `table/${context.product}-*`), context.arn("dynamodb", "table/awsbackup-restore-test-*")],
  );
  role.allow("Clean", ["dynamodb:DeleteTable", "dynamodb:DeleteItem"], [context.arn("dynamodb", "table/awsbackup-restore-test-*")]);
  for (const source of sourceKeys) source.grantRole(role, "dynamodb", WRITE);
  key.grantRole(role, "backup", READ);
  return role;
}

const makeRole = (scope: Construct, context: BackendContext, purpose: string, description: string): ServiceRole =>
  new ServiceRole(scope, `${purpose}-role`, {
    context,
    purpose,
    service: "backup.amazonaws.com",
    sourceArn: context.arn("backup", "*"),
    dataClass: "audit",
    description,
  });
