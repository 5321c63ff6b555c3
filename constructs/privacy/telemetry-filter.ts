import { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import type { ConsentLedger } from "./consent-ledger.js";
import type { PseudonymKey } from "./pseudonym-key.js";

export interface TelemetryFilterProps extends InContext {
  readonly ledger: ConsentLedger;
  /** Absent leaves the thing's own name in the lake. @obligation OBL-DATA-8 */
  readonly pseudonymKey?: PseudonymKey;
  /** Fields that only consent allows to be kept, with the purpose asked for. @obligation OBL-DATA-4 */
  readonly consentFields: Readonly<Record<string, string>>;
  /** All fields the topic rule selects. */
  readonly fields: readonly string[];
  readonly lake: TelemetryLake;
  readonly key: DataKey;
  readonly logKey: DataKey;
  readonly alerts: AlertTopic;
  /** Signs the code of the functions. @default none, which needs an accept @obligation OBL-SDLC-7 */
  readonly codeSigning?: CodeSigning;
  readonly lambdaRuntime?: string;
  readonly logRetentionDays?: number;
}

/** Between stream and lake: fields without consent are taken out, things get their pseudonym. @obligation OBL-DATA-4 @obligation OBL-DATA-8 */
export class TelemetryFilter extends Construct {
  readonly filter: NodeFunction;

  constructor(scope: Construct, id: string, props: TelemetryFilterProps) {
    super(scope, id);
    const { context, ledger, pseudonymKey, lake } = props;
    const unknown = Object.keys(props.consentFields).find((field) => !props.fields.includes(field));
    if (unknown !== undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "consentFields",
        given: unknown,
        problem: `is none of the telemetry fields ${props.fields.join(", ")}`,
      });
    this.filter = new NodeFunction(this, "function", {
      context,
      purpose: "telemetry-filter",
      description: "Keeps telemetry that may be kept, under a pseudonym",
      entry: "privacy/filter-handler",
      key: props.key,
      logKey: props.logKey,
      alerts: props.alerts,
      environment: {
        CONSENT_TABLE: ledger.tableName,
        CONSENT_FIELDS: JSON.stringify(props.consentFields),
        PSEUDONYM_KEY: pseudonymKey?.key.arn ?? "",
      },
      runbook: "Batches it cannot filter lie under failed/ in the lake, unfiltered: mend it, put them through again, delete them.",
      timeoutSeconds: 60,
      concurrency: 50,
      ...(props.codeSigning === undefined ? {} : { codeSigning: props.codeSigning }),
      ...(props.lambdaRuntime === undefined ? {} : { runtime: props.lambdaRuntime }),
      ...(props.logRetentionDays === undefined ? {} : { logRetentionDays: props.logRetentionDays }),
    });
    ledger.grantRead(this.filter.role);
    pseudonymKey?.grantMake(this.filter.role);
    lake.filterThrough(this.filter);
  }
}
