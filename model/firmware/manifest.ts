/**
 * Why a device refuses or fails an update; sent as `reasonCode` in the status details of the job execution. `unauthentic` ones come first: a
 * device checks who made an image before it reads what the image says of itself.
 */
export const REASON_CODES = [
  "manifest-invalid",
  "signature-missing",
  "signature-invalid",
  "signer-unknown",
  "digest-mismatch",
  "size-mismatch",
  "wrong-hardware",
  "version-below-floor",
  "version-below-installed",
  "already-installed",
  "download-failed",
  "install-failed",
  "self-test-failed",
  "timed-out",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** The job execution status a reason ends in: REJECTED is a decision and is never retried, FAILED may be (AWS IoT retries FAILED and TIMED_OUT only). */
export const STATUS_OF_REASON: Readonly<Record<ReasonCode, "REJECTED" | "FAILED" | "SUCCEEDED" | "TIMED_OUT">> = {
  "manifest-invalid": "REJECTED",
  "signature-missing": "REJECTED",
  "signature-invalid": "REJECTED",
  "signer-unknown": "REJECTED",
  "digest-mismatch": "REJECTED",
  "size-mismatch": "REJECTED",
  "wrong-hardware": "REJECTED",
  "version-below-floor": "REJECTED",
  "version-below-installed": "REJECTED",
  // The state asked for is there: saying so ends the job without another install.
  "already-installed": "SUCCEEDED",
  "download-failed": "FAILED",
  "install-failed": "FAILED",
  "self-test-failed": "FAILED",
  "timed-out": "TIMED_OUT",
};

/** Major, minor, patch. No pre-release part: two releases must never differ in an order nobody can compute. */
export type Version = readonly [number, number, number];

export interface FirmwareManifest {
  readonly schema: "bulwark.firmware/1";
  readonly name: string;
  /** `1.4.2` */
  readonly version: string;
  /** Hardware ids the image runs on (model and revision), at least one. */
  readonly hardware: readonly string[];
  /** Bytes of the image. */
  readonly size: number;
  /** SHA-256 of the image, 64 lower-case hex digits. */
  readonly sha256: string;
  /** A device that has run this release never again takes one below it (EN 303 645 5.3-9; anti-rollback). */
  readonly versionFloor: string;
  readonly signatureAlgorithm: "ecdsa-p256-sha256" | "ed25519";
  /** Which of the device's trusted keys signed: the SHA-256 of its SPKI, hex. */
  readonly keyId: string;
}

export interface DeviceState {
  readonly hardware: string;
  /** Installed version. */
  readonly version: string;
  /** Lowest version it may still take; survives power loss and factory reset. */
  readonly floor: string;
}

/** Undefined unless it is three plain integers of at most nine digits. */
export function parseVersion(text: string): Version | undefined {
  const parts = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.exec(text);
  return parts === null ? undefined : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Negative when `a` is older than `b`. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * Judges what a manifest says of itself against the device; empty when it may be installed. The caller has verified its signature before (and
 * checks size and digest of the image after the download): an unsigned manifest proves nothing. All reasons are given, gravest first.
 */
export function judgeManifest(manifest: FirmwareManifest, device: DeviceState): readonly ReasonCode[] {
  const offered = parseVersion(manifest.version);
  const releaseFloor = parseVersion(manifest.versionFloor);
  const installed = parseVersion(device.version);
  const floor = parseVersion(device.floor);
  if (offered === undefined || releaseFloor === undefined || installed === undefined || floor === undefined || !wellFormed(manifest))
    return ["manifest-invalid"];
  const reasons: ReasonCode[] = [];
  // A floor above the release itself would lock the device out of the very image that set it.
  if (compareVersions(releaseFloor, offered) > 0) reasons.push("manifest-invalid");
  if (!manifest.hardware.includes(device.hardware)) reasons.push("wrong-hardware");
  if (compareVersions(offered, floor) < 0) reasons.push("version-below-floor");
  const age = compareVersions(offered, installed);
  if (age < 0) reasons.push("version-below-installed");
  if (age === 0) reasons.push("already-installed");
  return reasons;
}

function wellFormed(manifest: FirmwareManifest): boolean {
  return manifest.hardware.length > 0 && Number.isSafeInteger(manifest.size) && manifest.size > 0 && /^[0-9a-f]{64}$/.test(manifest.sha256);
}

/** The floor after a confirmed install: it only ever rises. */
export function raiseFloor(floor: string, manifest: FirmwareManifest): string {
  const current = parseVersion(floor);
  const next = parseVersion(manifest.versionFloor);
  return current !== undefined && next !== undefined && compareVersions(next, current) > 0 ? manifest.versionFloor : floor;
}
