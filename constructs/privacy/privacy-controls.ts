import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import type { NodeFunction } from "../base/node-function.js";
import type { SecureLogGroup } from "../base/secure-log-group.js";
import type { DeviceRegistry } from "../identity/device-registry.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import { LogPrivacy } from "../record/log-privacy.js";
import { ConsentLedger } from "./consent-ledger.js";
import { ErasureJob } from "./erasure-job.js";
import { PseudonymKey } from "./pseudonym-key.js";
import { TelemetryFilter } from "./telemetry-filter.js";

export interface PrivacyOptions {
  /** Telemetry fields that only consent allows to be kept, with the purpose asked for. @default {} @obligation OBL-DATA-4 */
  readonly consentFields?: Readonly<Record<string, string>>;
  /** Things go into the lake under a pseudonym, which an erasure cuts loose. @default true @obligation OBL-DATA-8 */
  readonly pseudonyms?: boolean;
}

export interface PrivacyControlsProps extends InContext, PrivacyOptions {
  /** The registry that an erasure reaches. @obligation OBL-DATA-12 */
  readonly registry: DeviceRegistry;
  /** The lake that is filtered into, and that an erasure reaches. @obligation OBL-DATA-12 */
  readonly lake: TelemetryLake;
  /** All fields the topic rule selects. @obligation OBL-DATA-5 */
  readonly fields: readonly string[];
  /** Log groups that software of ours, or devices, write into, beside those made here. @obligation OBL-DATA-5 */
  readonly logs: readonly SecureLogGroup[];
  /** Keys by data class: of the ledger, of the lake. @obligation OBL-DATA-7 */
  readonly keys: { readonly identity: DataKey; readonly telemetry: DataKey };
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
  /** Whether the key of pseudonyms can have a replica in another region. @default false @obligation OBL-INC-3 */
  readonly multiRegion?: boolean;
}

/**
 * Consent on record, telemetry filtered by it and under pseudonyms, erasure on request, and logs without what is not for them.
 * @obligation OBL-DATA-4 @obligation OBL-DATA-8 @obligation OBL-DATA-12
 * @setting dynamodb-table-recoverable: consents can be restored to any second
 * @setting kms-deletion-window: the deletion of the key of pseudonyms can be called off for 30 days
 * @setting lambda-code-signed: filter and erasure run signed code
 * @cost batches of telemetry: a call of the filter each
 */
export class PrivacyControls extends Construct {
  readonly ledger: ConsentLedger;
  readonly pseudonymKey?: PseudonymKey;
  readonly filter?: TelemetryFilter;
  readonly erasure: ErasureJob;
  readonly logPrivacy: LogPrivacy;

  constructor(scope: Construct, id: string, props: PrivacyControlsProps) {
    super(scope, id);
    const {
      context,
      keys,
      lake,
      fields,
      registry,
      logKey,
      alerts,
      lambdaRuntime,
      logRetentionDays,
      codeSigning,
      consentFields = {},
    } = props;
    this.ledger = new ConsentLedger(this, "ledger", { context, key: keys.identity });
    const shared = { context, ledger: this.ledger, lake, key: keys.identity, logKey, alerts, codeSigning, lambdaRuntime, logRetentionDays };
    if (props.pseudonyms ?? true) this.pseudonymKey = new PseudonymKey(this, "pseudonym-key", { context, multiRegion: props.multiRegion });
    if (this.pseudonymKey || Object.keys(consentFields).length > 0)
      this.filter = new TelemetryFilter(this, "filter", { ...shared, pseudonymKey: this.pseudonymKey, consentFields, fields });
    this.erasure = new ErasureJob(this, "erasure", { ...shared, registry, telemetryKey: keys.telemetry });
    const groups = [...props.logs, ...this.functions.map(({ logGroup }) => logGroup)];
    this.logPrivacy = new LogPrivacy(this, "log-privacy", { context, key: logKey, groups, logRetentionDays });
  }

  /** For alarms. */
  get functions(): readonly NodeFunction[] {
    return [...(this.filter ? [this.filter.filter] : []), this.erasure.job];
  }
}
