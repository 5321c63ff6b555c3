import { Construct } from "constructs";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import { EventAlert } from "./event-alert.js";

export interface FindingsRouteProps extends InContext {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Lowest GuardDuty severity that is told, 0-10; 4 is medium. @default 4 @obligation OBL-INC-1 */
  readonly threatSeverity?: number;
}

/**
 * A detector nobody hears is none: findings of the account's watchers go to the alert topic, whoever has switched the watchers on. @obligation OBL-INC-1
 * @cost nothing; events of AWS services are free
 */
export class FindingsRoute extends Construct {
  readonly threats: EventAlert;
  readonly exposures: EventAlert;
  readonly holes: EventAlert;

  constructor(scope: Construct, id: string, { context, alerts, threatSeverity = 4 }: FindingsRouteProps) {
    super(scope, id);
    // Source: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
    this.threats = new EventAlert(this, "threats", {
      context,
      alerts,
      purpose: "threat-found",
      what: "GuardDuty found a threat in the account",
      runbook: "Open the finding; if a role or key of the backend is named, revoke its sessions first and open an incident.",
      pattern: {
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Finding"],
        detail: { severity: [{ numeric: [">=", threatSeverity] }] },
      },
    });
    // Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html
    this.exposures = new EventAlert(this, "exposures", {
      context,
      alerts,
      purpose: "exposure-found",
      what: "Somebody outside the account can reach a resource of it",
      runbook: "Take the grant back, or archive the finding with the reason it is meant.",
      pattern: { source: ["aws.access-analyzer"], "detail-type": ["Access Analyzer Finding"], detail: { status: ["ACTIVE"] } },
    });
    // Source: https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html
    this.holes = new EventAlert(this, "holes", {
      context,
      alerts,
      purpose: "hole-found",
      what: "Inspector found a critical or high vulnerability in what the backend runs",
      runbook: "Put it into the risk register; the days to a fix run from now.",
      pattern: {
        source: ["aws.inspector2"],
        "detail-type": ["Inspector2 Finding"],
        detail: { severity: ["CRITICAL", "HIGH"], status: ["ACTIVE"] },
      },
    });
  }
}
