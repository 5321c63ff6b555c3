import {
  decideProvisioning,
  type ProvisioningRefusal,
  type ProvisioningRequest,
  type ProvisioningRules,
  type RegistryEntry,
  wellFormed,
} from "./decide.js";

/** What AWS IoT hands to the function, payload version 2020-04-01. Source: docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html */
export interface PreProvisioningEvent {
  readonly claimCertificateId: string;
  readonly certificateId: string;
  readonly certificatePem: string;
  readonly templateArn: string;
  readonly clientId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What AWS IoT expects back; anything else, or an error, is ACCESS_DENIED for the device. Same source. */
export interface PreProvisioningAnswer {
  readonly allowProvisioning: boolean;
  readonly parameterOverrides?: Readonly<Record<string, string>>;
}

/** The device registry: a DynamoDB table in AWS, a map in the simulator. */
export interface RegistryStore {
  find(serialNumber: string): Promise<RegistryEntry | undefined>;
  /** Writes the claim if no other certificate has claimed the serial number since; false when one has. */
  claim(serialNumber: string, certificateId: string): Promise<boolean>;
}

/** One line for the log, without the certificate and without anything the device chose freely. */
export interface ProvisioningRecord {
  readonly outcome: "allowed" | "refused";
  readonly reason: ProvisioningRefusal | "in-registry";
  readonly serialNumber: string | null;
  readonly certificateId: string | null;
  readonly claimCertificateId: string | null;
  readonly templateArn: string | null;
}

export interface HookPorts {
  readonly store: RegistryStore;
  readonly rules: ProvisioningRules;
  readonly record: (record: ProvisioningRecord) => void;
}

/** Makes the pre-provisioning hook. It throws only when the store does: AWS IoT then refuses the device, and the error is in the function's log. */
export function createHook({ store, rules, record }: HookPorts): (event: PreProvisioningEvent) => Promise<PreProvisioningAnswer> {
  return async (event) => {
    const request = requestOf(event);
    const entry = wellFormed(request) ? await store.find(request.serialNumber) : undefined;
    const decision = decideProvisioning(request, entry, rules);
    const refused = decision.allow
      ? (await store.claim(decision.entry.serialNumber, request.certificateId))
        ? undefined
        : "already-claimed"
      : decision.reason;
    const about = {
      serialNumber: wellFormed(request) ? request.serialNumber : null,
      certificateId: hexOrNull(event.certificateId),
      claimCertificateId: hexOrNull(event.claimCertificateId),
      templateArn: textOf(event.templateArn) ?? null,
    };
    if (refused !== undefined || !decision.allow) {
      record({ outcome: "refused", reason: refused ?? "unknown-serial", ...about });
      return { allowProvisioning: false };
    }
    record({ outcome: "allowed", reason: "in-registry", ...about });
    // The registry's values replace the device's own: the identity is built from what the factory wrote.
    const { serialNumber, model, hardware } = decision.entry;
    return { allowProvisioning: true, parameterOverrides: { SerialNumber: serialNumber, Model: model, Hardware: hardware } };
  };
}

function requestOf(event: PreProvisioningEvent): ProvisioningRequest {
  const parameters: unknown = event.parameters;
  const parameter = (name: string): string | undefined =>
    typeof parameters === "object" && parameters !== null && Object.hasOwn(parameters, name)
      ? textOf((parameters as Record<string, unknown>)[name])
      : undefined;
  return {
    serialNumber: parameter("SerialNumber"),
    model: parameter("Model"),
    hardware: parameter("Hardware"),
    clientId: textOf(event.clientId) ?? "",
    claimCertificateId: textOf(event.claimCertificateId) ?? "",
    certificateId: textOf(event.certificateId) ?? "",
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function hexOrNull(value: unknown): string | null {
  return typeof value === "string" && /^[0-9a-fA-F]{1,128}$/.test(value) ? value : null;
}
