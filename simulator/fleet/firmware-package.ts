import { Buffer } from "node:buffer";
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../../model/canonical-json.js";
import { type DeviceState, type FirmwareManifest, judgeManifest, type ReasonCode } from "../../model/firmware/manifest.js";
import { streamFor } from "../run/random.js";

/** A release as it travels: file 0 is the signed manifest, file 1 the image. The signature is ECDSA P-256 over the canonical manifest. */
export interface FirmwarePackage {
  readonly manifestFile: Buffer;
  readonly image: Buffer;
}

export const MANIFEST_FILE = 0;
export const IMAGE_FILE = 1;
/** A device reads no more of a manifest than this, whatever the stream says (endless-data attack). */
export const MAX_MANIFEST_BYTES = 8_192;

export type Tamper = "image" | "signature" | "manifest";

export interface Signer {
  readonly keyId: string;
  /** SPKI, PEM: what a device is made with. */
  readonly publicKeyPem: string;
  sign(text: string): Buffer;
}

export function createSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    keyId: keyIdOf(publicKey),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: (text) => sign("sha256", Buffer.from(text), privateKey),
  };
}

export interface ReleaseSpec {
  readonly name: string;
  readonly version: string;
  readonly hardware: readonly string[];
  readonly sizeBytes: number;
  readonly seed: number;
}

/**
 * Builds and signs a release; the image is pseudo-random, so that a flipped bit is nothing but a flipped bit. `tamper` says what an attacker
 * changes afterwards: one bit of the image, the key that signs, or the digest the manifest states.
 */
export function buildRelease(spec: ReleaseSpec, signer: Signer, tamper: Tamper | null): FirmwarePackage {
  const stream = streamFor(spec.seed, "firmware", spec.name, spec.version);
  const image = Buffer.from(stream.bytes(spec.sizeBytes));
  const manifest: FirmwareManifest = {
    schema: "bulwark.firmware/1",
    name: spec.name,
    version: spec.version,
    hardware: spec.hardware,
    size: image.length,
    sha256: createHash("sha256").update(image).digest("hex"),
    versionFloor: spec.version,
    signatureAlgorithm: "ecdsa-p256-sha256",
    keyId: signer.keyId,
  };
  // A forger has a key of his own, and states the genuine key's id to be believed.
  const signature = (tamper === "signature" ? createSigner() : signer).sign(canonicalJson(manifest)).toString("base64");
  const shown = tamper === "manifest" ? { ...manifest, sha256: createHash("sha256").update("another image").digest("hex") } : manifest;
  if (tamper === "image") {
    const at = stream.int(0, image.length);
    image.writeUInt8(image.readUInt8(at) ^ 1, at);
  }
  return { manifestFile: Buffer.from(JSON.stringify({ manifest: shown, signature })), image };
}

const envelopeSchema = z.strictObject({
  manifest: z.strictObject({
    schema: z.literal("bulwark.firmware/1"),
    name: z.string().max(128),
    version: z.string().max(32),
    hardware: z.array(z.string().max(64)).max(64),
    size: z.int().min(0),
    sha256: z.string().length(64),
    versionFloor: z.string().max(32),
    signatureAlgorithm: z.enum(["ecdsa-p256-sha256", "ed25519"]),
    keyId: z.string().max(64),
  }),
  signature: z.string().max(256),
});

export type ManifestVerdict =
  | { readonly ok: true; readonly manifest: FirmwareManifest }
  | { readonly ok: false; readonly reason: ReasonCode };

/** What a device does before it trusts a word: parse within bounds, signature by the pinned key, and only then what the manifest says of itself. */
export function verifyManifest(file: Buffer, pinnedKeyPem: string, device: DeviceState): ManifestVerdict {
  const envelope = envelopeSchema.safeParse(parseJson(file));
  if (!envelope.success) return { ok: false, reason: "manifest-invalid" };
  const { manifest, signature } = envelope.data;
  if (signature === "") return { ok: false, reason: "signature-missing" };
  const key = createPublicKey(pinnedKeyPem);
  if (manifest.keyId !== keyIdOf(key) || manifest.signatureAlgorithm !== "ecdsa-p256-sha256")
    return { ok: false, reason: "signer-unknown" };
  if (!verify("sha256", Buffer.from(canonicalJson(manifest)), key, Buffer.from(signature, "base64")))
    return { ok: false, reason: "signature-invalid" };
  const [reason] = judgeManifest(manifest, device);
  return reason === undefined ? { ok: true, manifest } : { ok: false, reason };
}

/** Judges a downloaded image against its (verified) manifest. Null when it may be written to the inactive slot. */
export function verifyImage(image: Buffer, manifest: FirmwareManifest): ReasonCode | null {
  if (image.length !== manifest.size) return "size-mismatch";
  return createHash("sha256").update(image).digest("hex") === manifest.sha256 ? null : "digest-mismatch";
}

function keyIdOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}

function parseJson(file: Buffer): unknown {
  if (file.length > MAX_MANIFEST_BYTES) return undefined;
  try {
    return JSON.parse(file.toString("utf8"));
  } catch {
    return undefined;
  }
}
