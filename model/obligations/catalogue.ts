import { CONSUMER_SAFEGUARDS } from "./sections/consumer-safeguards.js";
import { DATA_PROTECTION } from "./sections/data-protection.js";
import { EMERGING_TRENDS } from "./sections/emerging-trends.js";
import { IDENTITY_AND_ACCESS } from "./sections/identity-and-access.js";
import { INCIDENT_RESPONSE } from "./sections/incident-response.js";
import { PENALTIES } from "./sections/penalties.js";
import { REGULATORY_FRAMEWORK } from "./sections/regulatory-framework.js";
import { RISK_MANAGEMENT } from "./sections/risk-management.js";
import { SECURE_DEVELOPMENT } from "./sections/secure-development.js";
import { SUPPLY_CHAIN } from "./sections/supply-chain.js";
import type { Obligation } from "./types.js";

/**
 * The obligations of IoT providers that Bulwark turns into rules, rehearsals and attestations: 95 rows in ten sections, 88 of them taken from a
 * legal overview of the field and 7 derived from the laws it points at. State of knowledge: November 2026. Not legal advice.
 */
export const OBLIGATIONS = [
  ...REGULATORY_FRAMEWORK,
  ...RISK_MANAGEMENT,
  ...DATA_PROTECTION,
  ...SECURE_DEVELOPMENT,
  ...IDENTITY_AND_ACCESS,
  ...INCIDENT_RESPONSE,
  ...SUPPLY_CHAIN,
  ...CONSUMER_SAFEGUARDS,
  ...PENALTIES,
  ...EMERGING_TRENDS,
] as const satisfies readonly Obligation[];

export type ObligationId = (typeof OBLIGATIONS)[number]["id"];

/** The date (YYYY-MM-DD) on which the catalogue was last held against its sources. */
export const CATALOGUE_REVIEWED_ON = "2026-11-20";

const byId: ReadonlyMap<string, Obligation> = new Map(OBLIGATIONS.map((row) => [row.id, row]));

/** The row of an id; undefined for an unknown one, and always a row for an {@link ObligationId}. */
export function obligation(id: ObligationId): Obligation;
export function obligation(id: string): Obligation | undefined;
export function obligation(id: string): Obligation | undefined {
  return byId.get(id);
}

export function isObligationId(id: string): id is ObligationId {
  return byId.has(id);
}
