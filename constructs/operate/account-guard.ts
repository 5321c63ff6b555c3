import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import type { SecureBucket } from "../base/secure-bucket.js";
import type { ForeignArchive } from "../record/foreign-archive.js";
import { AccessAnalyzer } from "./access-analyzer.js";
import { ConfigurationHistory } from "./configuration-history.js";
import { FindingsRoute } from "./findings-route.js";
import { SecurityHub, type SecurityStandard } from "./security-hub.js";
import { ThreatDetection, type ThreatSource } from "./threat-detection.js";
import { type ScanTarget, VulnerabilityScan } from "./vulnerability-scan.js";

/** An account has one of each in a region: this stack makes it, or the organisation has. */
export type AccountService = "create" | "assume-existing";

export interface AccountServices {
  /** IAM Access Analyzer. @default what `accountGuard` says @obligation OBL-IAM-8 */
  readonly accessAnalyzer?: AccountService;
  /** GuardDuty. @default what `accountGuard` says @obligation OBL-INC-1 */
  readonly threatDetection?: AccountService;
  /** AWS Config. @default what `accountGuard` says @obligation OBL-CONS-5 */
  readonly configurationHistory?: AccountService;
  /** Security Hub; it needs AWS Config. @default what `accountGuard` says @obligation OBL-RISK-4 */
  readonly securityHub?: AccountService;
  /** Inspector. @default what `accountGuard` says @obligation OBL-SDLC-12 */
  readonly vulnerabilityScan?: AccountService;
}

export interface AccountGuardProps extends InContext, AccountServices {
  /** Key of the history of AWS Config. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** What those left out above are. @default create @obligation OBL-INC-1 */
  readonly otherwise?: AccountService;
  /** What GuardDuty reads beside its basic sources. @default S3_DATA_EVENTS, LAMBDA_NETWORK_LOGS @obligation OBL-INC-1 */
  readonly threatSources?: readonly ThreatSource[];
  /** Standards Security Hub judges the account by. @default aws-foundational, cis @obligation OBL-RISK-4 */
  readonly standards?: readonly SecurityStandard[];
  /** What Inspector scans. @default all @obligation OBL-SDLC-12 */
  readonly scanTargets?: readonly ScanTarget[];
  /** Days the history of AWS Config is kept. @default 3650 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** Archive of another account that takes the history of AWS Config. @default a bucket of this account @obligation OBL-INC-5 */
  readonly foreignArchive?: ForeignArchive;
}

/**
 * The watchers of the account, each made or assumed, and their findings on the way to the alert topic in both cases.
 * @obligation OBL-INC-1 @obligation OBL-RISK-4
 * @setting guardduty-enabled: GuardDuty is on
 * @setting config-recorder-running: AWS Config records
 * @setting securityhub-new-controls: Security Hub takes up new controls by itself
 * @setting inspector-covers-the-stack: Inspector scans what the stack runs
 * @cost what happens in the account: events that are read, changes that are recorded, checks that run
 */
export class AccountGuard extends Construct {
  readonly accessAnalyzer?: AccessAnalyzer;
  readonly threatDetection?: ThreatDetection;
  readonly configurationHistory?: ConfigurationHistory;
  readonly securityHub?: SecurityHub;
  readonly vulnerabilityScan?: VulnerabilityScan;
  readonly route: FindingsRoute;

  constructor(scope: Construct, id: string, props: AccountGuardProps) {
    super(scope, id);
    const { context, key, alerts, accessLogs, otherwise = "create" } = props;
    const makes = (service: AccountService | undefined): boolean => (service ?? otherwise) === "create";
    if (makes(props.accessAnalyzer)) this.accessAnalyzer = new AccessAnalyzer(this, "access-analyzer", { context });
    if (makes(props.threatDetection))
      this.threatDetection = new ThreatDetection(this, "threat-detection", { context, sources: props.threatSources });
    if (makes(props.configurationHistory))
      this.configurationHistory = new ConfigurationHistory(this, "configuration-history", {
        context,
        key,
        accessLogs,
        archiveDays: props.archiveDays,
        foreignArchive: props.foreignArchive,
      });
    if (makes(props.securityHub)) {
      this.securityHub = new SecurityHub(this, "security-hub", { context, standards: props.standards });
      if (this.configurationHistory) this.securityHub.node.addDependency(this.configurationHistory);
    }
    if (makes(props.vulnerabilityScan))
      this.vulnerabilityScan = new VulnerabilityScan(this, "vulnerability-scan", { context, targets: props.scanTargets });
    this.route = new FindingsRoute(this, "route", { context, alerts });
  }
}
