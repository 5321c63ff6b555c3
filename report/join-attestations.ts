import type { AttestedClaim } from "../model/documents/kinds/attestation.js";
import type { ObjectiveState } from "../model/evidence.js";
import { ATTESTATIONS, type AttestationType } from "../model/obligations/types.js";
import type { EvidenceItem, ObjectiveEvidence } from "../model/report.js";

/** A valid claim of the asked kind decides. One that is not yet or no longer valid turns the objective stale instead of leaving it green. */
export function attestationEvidence(
  obligation: string,
  type: AttestationType,
  claims: readonly AttestedClaim[],
  on: string,
): ObjectiveEvidence {
  const speaking = claims.filter((claim) => claim.type === type && claim.obligations.includes(obligation));
  const evidence = speaking.map((claim) => itemOf(claim, on));
  const what = `${type} (${ATTESTATIONS[type].toLowerCase()})`;
  const valid = speaking.filter((claim) => isValid(claim, on));
  if (valid.some(({ result }) => result === "not-satisfied")) {
    return { state: "not-satisfied", reasons: [`Attestation ${what} says it is not so.`], evidence };
  }
  const [first] = valid;
  if (first !== undefined) return { state: "satisfied", reasons: [`Attested by ${first.attestor} until ${first.validUntil}.`], evidence };
  const [stale] = speaking;
  if (stale === undefined) return { state: "not-evaluated", reasons: [`Attestation ${what} is missing.`], evidence };
  const why = stale.validFrom > on ? `is valid only from ${stale.validFrom}` : `expired on ${stale.validUntil}`;
  return { state: "not-evaluated", reasons: [`Attestation ${stale.id}, ${what}, ${why}.`], evidence };
}

const isValid = ({ validFrom, validUntil }: AttestedClaim, on: string): boolean => validFrom <= on && on <= validUntil;

function itemOf(claim: AttestedClaim, on: string): EvidenceItem {
  const state: ObjectiveState = isValid(claim, on) ? claim.result : "not-evaluated";
  return {
    kind: "attestation",
    ref: claim.id,
    state,
    text: `${claim.type} by ${claim.attestor}, valid from ${claim.validFrom} to ${claim.validUntil}.`,
  };
}
