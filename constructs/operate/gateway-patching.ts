import { Construct } from "constructs";
import { SsmAssociation } from "#aws/ssm-association";
import { SsmMaintenanceWindow } from "#aws/ssm-maintenance-window";
import { SsmMaintenanceWindowTarget } from "#aws/ssm-maintenance-window-target";
import { SsmMaintenanceWindowTask } from "#aws/ssm-maintenance-window-task";
import { SsmPatchBaseline } from "#aws/ssm-patch-baseline";
import { SsmPatchGroup } from "#aws/ssm-patch-group";
import { BASELINE } from "../../model/baseline.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { EventAlert } from "./event-alert.js";
import { GatewayRole } from "./gateway-role.js";

/**
 * Systems whose packages carry a classification and a release date. Those of Debian, Ubuntu and Raspberry Pi OS do not: Patch Manager knows
 * no approval delay for them. Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html
 */
export type GatewaySystem =
  | "AMAZON_LINUX_2023"
  | "AMAZON_LINUX_2"
  | "REDHAT_ENTERPRISE_LINUX"
  | "ROCKY_LINUX"
  | "ALMA_LINUX"
  | "ORACLE_LINUX"
  | "SUSE";

export interface Gateways {
  /** Operating system of the gateways. @default AMAZON_LINUX_2023 @obligation OBL-SDLC-6 */
  readonly operatingSystem?: GatewaySystem;
  /** Days a released security patch waits. @default 7 @obligation OBL-RISK-5 @obligation OBL-SDLC-6 @accept ssm-patch-approval-delay */
  readonly approvalDays?: number;
  /** When gateways are patched, as SSM writes it. @default cron(0 2 ? * TUE *), that is at night once a week @obligation OBL-SDLC-6 */
  readonly schedule?: string;
  /** Time zone of the schedule. @default UTC @wiring */
  readonly timeZone?: string;
}

export interface GatewayPatchingProps extends InContext, Gateways {
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Gateways in customers' buildings stay patched: a baseline that approves security patches within days, a weekly window that installs them
 * a tenth at a time, an inventory twice a day, and an alarm for a gateway that fell behind. Gateways join by a hybrid activation, made
 * outside Terraform since its code would lie in the state; they carry the tag `PatchGroup`. @obligation OBL-SDLC-6 @obligation OBL-CONS-10
 * @setting ssm-patch-approval-delay: a security patch is approved 7 days after its release
 * @setting ssm-patching-complete: baseline, group, window and task belong together
 * @cost lines of the patch runs, and gateways beyond the first thousand
 */
export class GatewayPatching extends Construct {
  readonly baseline: SsmPatchBaseline;
  readonly group: SsmPatchGroup;
  readonly window: SsmMaintenanceWindow;
  readonly target: SsmMaintenanceWindowTarget;
  readonly task: SsmMaintenanceWindowTask;
  readonly inventory: SsmAssociation;
  readonly logGroup: SecureLogGroup;
  readonly role: GatewayRole;
  readonly behind: EventAlert;
  /** Value of the tag `PatchGroup`. */
  readonly groupName: string;

  constructor(scope: Construct, id: string, props: GatewayPatchingProps) {
    super(scope, id);
    const { context, logKey, alerts, logRetentionDays } = props;
    this.groupName = context.name("gateway");
    const members = [{ key: "tag:PatchGroup", values: [this.groupName] }];
    this.baseline = this.makeBaseline(props);
    this.group = new SsmPatchGroup(this, "group", { baselineId: this.baseline.id, patchGroup: this.groupName });
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/ssm/${this.groupName}`,
      key: logKey,
      retentionDays: logRetentionDays,
    });
    this.role = new GatewayRole(this, "gateway", { context, logGroup: this.logGroup });
    this.window = new SsmMaintenanceWindow(this, "window", {
      name: context.name("gateway-patches"),
      description: "Security patches for gateways",
      schedule: props.schedule ?? "cron(0 2 ? * TUE *)",
      scheduleTimezone: props.timeZone ?? "UTC",
      duration: 4,
      cutoff: 1,
      enabled: true,
      allowUnassociatedTargets: false,
      tags: context.tags("firmware"),
    });
    this.target = new SsmMaintenanceWindowTarget(this, "target", {
      windowId: this.window.id,
      name: this.groupName,
      resourceType: "INSTANCE",
      targets: members,
    });
    this.task = this.makeTask();
    this.inventory = new SsmAssociation(this, "inventory", {
      name: "AWS-GatherSoftwareInventory",
      associationName: context.name("gateway-inventory"),
      scheduleExpression: "rate(12 hours)",
      complianceSeverity: "MEDIUM",
      targets: members,
      parameters: { applications: "Enabled", networkConfig: "Enabled", services: "Enabled", instanceDetailedInformation: "Enabled" },
      tags: context.tags("firmware"),
    });
    // Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-eventbridge-events.html
    this.behind = new EventAlert(this, "behind", {
      context,
      alerts,
      purpose: "gateway-behind",
      what: "A gateway lacks an approved security patch",
      runbook: "See its last run in the log of the patch window; one that cannot be patched is taken off the network of its house.",
      pattern: {
        source: ["aws.ssm"],
        "detail-type": ["Configuration Compliance State Change"],
        detail: { "compliance-type": ["Patch"], "compliance-status": ["non_compliant"] },
      },
    });
  }

  private makeBaseline(props: GatewayPatchingProps): SsmPatchBaseline {
    const { context } = props;
    const hardening = context.hardening(this);
    const approveAfterDays = hardening.atMost(
      "ssm-patch-approval-delay",
      "approval_rule[0].approve_after_days",
      props.approvalDays,
      BASELINE.patching.approvalDays,
    );
    const baseline = new SsmPatchBaseline(this, "baseline", {
      name: this.groupName,
      description: "Security patches, soon after their release",
      operatingSystem: props.operatingSystem ?? "AMAZON_LINUX_2023",
      approvedPatchesComplianceLevel: "CRITICAL",
      rejectedPatchesAction: "BLOCK",
      approvalRule: [
        {
          approveAfterDays,
          complianceLevel: "CRITICAL",
          enableNonSecurity: false,
          patchFilter: [{ key: "CLASSIFICATION", values: ["Security"] }],
        },
      ],
      tags: context.tags("firmware"),
    });
    hardening.bind(baseline);
    return baseline;
  }

  private makeTask(): SsmMaintenanceWindowTask {
    return new SsmMaintenanceWindowTask(this, "task", {
      windowId: this.window.id,
      name: `${this.groupName}-install`,
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 1,
      // The first tenth is the canary: more than one in twenty failing stops the rest.
      maxConcurrency: "10%",
      maxErrors: "5%",
      cutoffBehavior: "CANCEL_TASK",
      targets: [{ key: "WindowTargetIds", values: [this.target.id] }],
      taskInvocationParameters: {
        runCommandParameters: {
          timeoutSeconds: 3600,
          cloudwatchConfig: { cloudwatchOutputEnabled: true, cloudwatchLogGroupName: this.logGroup.group.name },
          parameter: [
            { name: "Operation", values: ["Install"] },
            { name: "RebootOption", values: ["RebootIfNeeded"] },
          ],
        },
      },
    });
  }
}
