import { randomBytes } from "node:crypto";
import { awsClientFrom } from "../aws/client.js";
import { createConsentLedger } from "./ledger.js";
import { createPseudonymiser } from "./pseudonym.js";
import { createTelemetryFilter, type FirehoseAnswer, type FirehoseEvent } from "./telemetry-filter.js";

let filter: ReturnType<typeof createTelemetryFilter> | undefined;

/** AWS Lambda entry: the transformation of the telemetry stream. Environment: CONSENT_TABLE, CONSENT_FIELDS (JSON: field to purpose), PSEUDONYM_KEY (empty for none). */
export async function handler(event: FirehoseEvent): Promise<FirehoseAnswer> {
  filter ??= createFromEnvironment(process.env);
  return filter(event);
}

function createFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ReturnType<typeof createTelemetryFilter> {
  const table = environment.CONSENT_TABLE;
  if (table === undefined || table === "") throw new Error("CONSENT_TABLE is not set: without consent on record nothing may be kept");
  const client = awsClientFrom(environment, () => new Date());
  const key = environment.PSEUDONYM_KEY ?? "";
  return createTelemetryFilter({
    ledger: createConsentLedger(client, table),
    rules: { purposeOf: JSON.parse(environment.CONSENT_FIELDS ?? "{}") as Record<string, string> },
    ...(key === "" ? {} : { pseudonymise: createPseudonymiser(client, key) }),
    makeSalt: () => randomBytes(16).toString("base64url"),
    report: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  });
}
