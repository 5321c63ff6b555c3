/** A telemetry message as the topic rule selected it; `thing` is the third level of its topic, which the device policy ties to the certificate. */
export type TelemetryMessage = Readonly<Record<string, unknown>>;

export interface ConsentRules {
  /** Fields that only consent allows to be kept, with the purpose it is asked for. Fields not named here rest on another basis. */
  readonly purposeOf: Readonly<Record<string, string>>;
}

/** What is on record for one thing. */
export interface Consents {
  /** Purposes its owner agreed to and has not withdrawn from. */
  readonly granted: ReadonlySet<string>;
}

export const NO_CONSENT: Consents = { granted: new Set() };

/** Fields that say which message this is, not what it says. */
const ENVELOPE = new Set(["thing", "received", "ts", "seq"]);

/**
 * The message with only the fields there is consent for, or nothing when no content is left (OBL-DATA-4, OBL-DATA-5, GDPR Art. 7(3)).
 * Nobody on record is nobody who agreed.
 */
export function withConsent(message: TelemetryMessage, { granted }: Consents, { purposeOf }: ConsentRules): TelemetryMessage | undefined {
  const kept = Object.entries(message).filter(([field]) => {
    const purpose = Object.hasOwn(purposeOf, field) ? purposeOf[field] : undefined;
    return purpose === undefined || granted.has(purpose);
  });
  return kept.some(([field]) => !ENVELOPE.has(field)) ? Object.fromEntries(kept) : undefined;
}
