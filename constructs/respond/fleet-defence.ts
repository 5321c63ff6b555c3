import { Construct } from "constructs";
import type { ITerraformDependable } from "#tf";
import type { Detector } from "../../model/detectors/types.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { DetectionFunction } from "../detect/detection-function.js";
import { DetectionStream } from "../detect/detection-stream.js";
import type { ThingGroups } from "../identity/thing-groups.js";
import { AlarmBus } from "./alarm-bus.js";
import { ConnectionCutter } from "./connection-cutter.js";
import { IncidentRecorder } from "./incident-recorder.js";
import { MitigationActions } from "./mitigation-actions.js";
import type { QuarantineChoices } from "./quarantine-states.js";
import { QuarantineWorkflow } from "./quarantine-workflow.js";

export interface FleetDefenceOptions extends Partial<QuarantineChoices> {
  /** Own detectors beside the shipped ones; one with a shipped one's id takes its place. @default [] @obligation OBL-CONS-2 @obligation OBL-CONS-3 */
  readonly detectors?: readonly Detector[];
  /** Laws under which incidents are reported. @default eu-cra, eu-nis2 @obligation OBL-INC-7 */
  readonly regimes?: readonly string[];
}

export interface FleetDefenceProps extends InContext, FleetDefenceOptions {
  /** Key of streams, tables, functions and dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
  /** What makes the AWS IoT log group; absent where another stack made it. @default none @wiring */
  readonly logGroup?: ITerraformDependable;
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * From what AWS IoT tells of the fleet to a quarantined device, an incident on record and its deadlines watched. @obligation OBL-CONS-3 @obligation OBL-CONS-4 @obligation OBL-INC-2
 * @setting kinesis-retention: events are kept for 168 hours
 * @setting sfn-logged: every step of a quarantine is logged
 * @setting dynamodb-table-deletion-protected: the chain of incidents is not deleted by one call
 * @cost events of the fleet, and a rule and a record more for each message a device sends
 */
export class FleetDefence extends Construct {
  readonly bus: AlarmBus;
  readonly stream: DetectionStream;
  readonly detection: DetectionFunction;
  readonly recorder: IncidentRecorder;
  readonly cutter: ConnectionCutter;
  readonly quarantine: QuarantineWorkflow;
  readonly mitigation: MitigationActions;

  constructor(scope: Construct, id: string, props: FleetDefenceProps) {
    super(scope, id);
    this.bus = new AlarmBus(this, "bus", props);
    this.stream = new DetectionStream(this, "stream", props);
    this.detection = new DetectionFunction(this, "detection", { ...props, stream: this.stream, bus: this.bus });
    this.recorder = new IncidentRecorder(this, "incidents", props);
    this.cutter = new ConnectionCutter(this, "cutter", props);
    this.quarantine = new QuarantineWorkflow(this, "quarantine", {
      ...props,
      bus: this.bus,
      recorder: this.recorder,
      cutter: this.cutter,
    });
    this.mitigation = new MitigationActions(this, "mitigation", props);
  }
}
