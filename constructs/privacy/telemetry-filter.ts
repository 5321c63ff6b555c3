import { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import type { ConsentLedger } from "./consent-ledger.js";
import type { PseudonymKey } from "./pseudonym-key.js";

export interface TelemetryFilterProps extends InContext {
  /** Who agreed to what. @obligation OBL-DATA-4 */
  readonly ledger: ConsentLedger;
  /** Key that makes pseudonyms; without it the lake has the thing's own name. @default none @obligation OBL-DATA-8 */
  readonly pseudonymKey?: PseudonymKey;
  /** Fields that only consent allows to be kept, with the purpose asked for. @obligation OBL-DATA-4 */
  readonly consentFields: Readonly<Record<string, string>>;
  /** All fields the topic rule selects. @obligation OBL-DATA-5 */
  readonly fields: readonly string[];
  /** The lake that is filtered into. @wiring */
  readonly lake: TelemetryLake;
  /** Key of the environment and the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Between stream and lake: fields without consent are taken out, things get their pseudonym. @obligation OBL-DATA-4 @obligation OBL-DATA-8
 * @setting lambda-concurrency-bounded: at most 50 batches are filtered at a time
 * @setting lambda-code-signed: only signed code filters
 * @cost batches of telemetry: a call each, of at most a minute
 */
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
        PSEUDONYM_KEY: pseudonymKey?.aliasArn ?? "",
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
