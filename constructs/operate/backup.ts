import { Construct } from "constructs";
import { BackupPlan } from "#aws/backup-plan";
import { BackupRestoreTestingPlan } from "#aws/backup-restore-testing-plan";
import { BackupRestoreTestingSelection } from "#aws/backup-restore-testing-selection";
import { BackupSelection } from "#aws/backup-selection";
import { BackupVault } from "#aws/backup-vault";
import { BackupVaultLockConfiguration } from "#aws/backup-vault-lock-configuration";
import { BASELINE } from "../../model/baseline.js";
import { BulwarkError } from "../../model/errors.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import type { ServiceRole } from "../base/service-role.js";
import { backupRole, restoreRole } from "./backup-roles.js";
import { EventAlert } from "./event-alert.js";

export interface BackupProps extends InContext {
  /** Key of the vault. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Keys of the tables that are backed up and restored. @obligation OBL-DATA-7 */
  readonly sourceKeys: readonly DataKey[];
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Days a daily backup is kept. @default 35 @obligation OBL-INC-3 */
  readonly retentionDays?: number;
  /**
   * `compliance` cannot be taken back by anybody, AWS included, three days after it was deployed; `governance` by those with the right to
   * delete the lock. @default governance @obligation OBL-INC-3
   */
  readonly lock?: "governance" | "compliance";
  /** Vault (ARN) of another region or account that gets a copy of each backup. @default none @obligation OBL-INC-3 */
  readonly copyToVaultArn?: string;
}

/** Longest a backup may be kept: erased people come back with a restore, so a backup does not outlive its use. */
const LONGEST_FACTOR = 2;

/**
 * Every DynamoDB table of the product, every day, into a vault whose backups nobody deletes early; once a month one is restored to see
 * whether it can be. Buckets have versions and locks instead. @obligation OBL-INC-3
 * @setting backup-plan-retention: a daily backup is kept for 35 days
 * @setting backup-vault-locked: nobody deletes one earlier
 * @setting backup-vault-customer-key: backups are encrypted with a key of your own
 * @setting backup-vault-no-force-destroy: a vault with backups in it is not destroyed
 * @cost what is backed up, by the day it is kept, and the restore test of each month
 */
export class Backup extends Construct {
  readonly vault: BackupVault;
  readonly lock: BackupVaultLockConfiguration;
  readonly plan: BackupPlan;
  readonly selection: BackupSelection;
  readonly restoreTest: BackupRestoreTestingPlan;
  readonly restoreSelection: BackupRestoreTestingSelection;
  readonly role: ServiceRole;
  readonly restoreRole: ServiceRole;
  readonly failures: EventAlert;
  readonly restoreFailures: EventAlert;

  constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, id);
    const { context, key, alerts, lock = "governance" } = props;
    const days = this.retention(props);
    this.vault = new BackupVault(this, "vault", {
      name: context.name("vault"),
      kmsKeyArn: key.arn,
      forceDestroy: false,
      lifecycle: { preventDestroy: true },
      tags: context.tags(key.dataClass),
    });
    this.lock = new BackupVaultLockConfiguration(this, "lock", {
      backupVaultName: this.vault.name,
      minRetentionDays: days,
      maxRetentionDays: days * LONGEST_FACTOR,
      ...(lock === "compliance" ? { changeableForDays: 3 } : {}),
    });
    this.role = backupRole(this, props);
    this.restoreRole = restoreRole(this, props);
    this.plan = this.makePlan(props, days);
    this.selection = new BackupSelection(this, "selection", {
      name: context.name("tables"),
      planId: this.plan.id,
      iamRoleArn: this.role.role.arn,
      resources: [context.arn("dynamodb", "table/*")],
      condition: [{ stringEquals: [{ key: "aws:ResourceTag/bulwark:product", value: context.product }] }],
      dependsOn: [this.role.policy],
    });
    this.restoreTest = new BackupRestoreTestingPlan(this, "restore-test", {
      // Letters, digits and _ only. Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html
      name: `${context.product.replaceAll("-", "_")}_restore_test`,
      scheduleExpression: "cron(0 4 1 * ? *)",
      scheduleExpressionTimezone: "UTC",
      startWindowHours: 8,
      recoveryPointSelection: [
        {
          algorithm: "LATEST_WITHIN_WINDOW",
          includeVaults: [context.arn("backup", `backup-vault:${context.name("vault")}`)],
          recoveryPointTypes: ["SNAPSHOT"],
          selectionWindowDays: 7,
        },
      ],
      tags: context.tags(key.dataClass),
    });
    this.restoreSelection = new BackupRestoreTestingSelection(this, "restore-selection", {
      name: "tables",
      restoreTestingPlanName: this.restoreTest.name,
      protectedResourceType: "DynamoDB",
      protectedResourceConditions: [{ stringEquals: [{ key: "aws:ResourceTag/bulwark:product", value: context.product }] }],
      iamRoleArn: this.restoreRole.role.arn,
      // A restored copy holds what the table holds: it goes as soon as it has been looked at.
      validationWindowHours: 1,
      dependsOn: [this.restoreRole.policy],
    });
    const alert = (alertId: string, job: string, state: readonly string[], what: string, runbook: string): EventAlert =>
      new EventAlert(this, alertId, {
        context,
        alerts,
        purpose: `backup-${alertId}`,
        what,
        runbook,
        pattern: { source: ["aws.backup"], "detail-type": [job], detail: { [job.startsWith("Restore") ? "status" : "state"]: state } },
      });
    // Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
    this.failures = alert(
      "failed",
      "Backup Job State Change",
      ["FAILED", "ABORTED", "EXPIRED"],
      "A backup of the account was not made",
      "Read the status message of the job; start it again by hand the same day.",
    );
    this.restoreFailures = alert(
      "restore-failed",
      "Restore Job State Change",
      ["FAILED", "ABORTED"],
      "A backup could not be restored",
      "Restore the one before it by hand. Until one restores there is no backup: tell the incident lead.",
    );
  }

  private retention({ retentionDays }: BackupProps): number {
    const days = retentionDays ?? BASELINE.retention.backupDays;
    if (!Number.isInteger(days) || days < BASELINE.retention.backupDays)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "retentionDays",
        given: String(days),
        problem: `backups are kept for at least ${BASELINE.retention.backupDays} whole days`,
      });
    return days;
  }

  private makePlan({ context, key, copyToVaultArn }: BackupProps, days: number): BackupPlan {
    return new BackupPlan(this, "plan", {
      name: context.name("daily"),
      rule: [
        {
          ruleName: "daily",
          targetVaultName: this.vault.name,
          schedule: "cron(0 3 * * ? *)",
          scheduleExpressionTimezone: "UTC",
          startWindow: 60,
          completionWindow: 480,
          lifecycle: { deleteAfter: days },
          recoveryPointTags: context.tags(key.dataClass),
          ...(copyToVaultArn === undefined
            ? {}
            : { copyAction: [{ destinationVaultArn: copyToVaultArn, lifecycle: { deleteAfter: days } }] }),
        },
      ],
      tags: context.tags(key.dataClass),
      // A backup kept for less than the lock's minimum is refused, so the lock is there first.
      dependsOn: [this.lock],
    });
  }
}
