/** What a device sends through its claim certificate, checked by nobody yet: every string is an attacker's until the registry says otherwise. */
export interface ProvisioningRequest {
  /** Serial number printed at the factory. */
  readonly serialNumber: string | undefined;
  readonly model: string | undefined;
  readonly hardware: string | undefined;
  readonly clientId: string;
  /** SHA-256 of the claim certificate used. */
  readonly claimCertificateId: string;
  /** SHA-256 of the certificate the device is to get. */
  readonly certificateId: string;
}

/** A device as the factory entered it. */
export interface RegistryEntry {
  readonly serialNumber: string;
  readonly model: string;
  readonly hardware: string;
  /** Claim certificate of its batch; absent when any batch's will do. */
  readonly claimCertificateId?: string;
  /** Taken out of service: lost, returned, recalled. */
  readonly blocked?: boolean;
  /** Certificate it was given. Once set, the serial number is used up. */
  readonly claimedBy?: string;
}

export const PROVISIONING_REFUSALS = [
  "parameters-invalid",
  "model-not-sold",
  "unknown-serial",
  "blocked",
  "already-claimed",
  "wrong-model",
  "wrong-hardware",
  "wrong-claim-certificate",
] as const;
export type ProvisioningRefusal = (typeof PROVISIONING_REFUSALS)[number];

export type ProvisioningDecision =
  | { readonly allow: true; readonly entry: RegistryEntry }
  | { readonly allow: false; readonly reason: ProvisioningRefusal };

export interface ProvisioningRules {
  /** Models this backend serves; an empty list serves any in the registry. */
  readonly models: readonly string[];
}

/** AWS IoT thing names take these; the serial number becomes part of one and of topics, so no wildcard or slash may come in through it. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** True when the parameters have a form worth a look into the registry. */
export function wellFormed(
  request: ProvisioningRequest,
): request is ProvisioningRequest & { readonly serialNumber: string; readonly model: string; readonly hardware: string } {
  return [request.serialNumber, request.model, request.hardware].every((value) => value !== undefined && NAME.test(value));
}

/**
 * May this device have an identity (OBL-IAM-5)? Pure; the caller then claims the serial number by a conditional write, since two requests may
 * be decided at the same moment.
 *
 * @param entry the registry's entry for the serial number, if there is one
 */
export function decideProvisioning(
  request: ProvisioningRequest,
  entry: RegistryEntry | undefined,
  rules: ProvisioningRules,
): ProvisioningDecision {
  const refuse = (reason: ProvisioningRefusal): ProvisioningDecision => ({ allow: false, reason });
  if (!wellFormed(request)) return refuse("parameters-invalid");
  if (rules.models.length > 0 && !rules.models.includes(request.model)) return refuse("model-not-sold");
  if (entry === undefined || entry.serialNumber !== request.serialNumber) return refuse("unknown-serial");
  if (entry.blocked === true) return refuse("blocked");
  // AWS may call the hook again for the same certificate: that is one claim, not two.
  if (entry.claimedBy !== undefined && entry.claimedBy !== request.certificateId) return refuse("already-claimed");
  if (entry.model !== request.model) return refuse("wrong-model");
  if (entry.hardware !== request.hardware) return refuse("wrong-hardware");
  if (entry.claimCertificateId !== undefined && entry.claimCertificateId !== request.claimCertificateId)
    return refuse("wrong-claim-certificate");
  return { allow: true, entry };
}
