import "reflect-metadata";
import { createHash, randomBytes, type webcrypto as WebCryptoTypes, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

/**
 * A local certificate authority for a rehearsal: ECDSA P-256 throughout, every device its own key pair. The device makes its key and a
 * certificate request; only the request travels, so no private key of a device is ever seen by the cloud side (OBL-IAM-4).
 */
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;

x509.cryptoProvider.set(webcrypto);

type KeyPair = WebCryptoTypes.CryptoKeyPair;

const newKeyPair = (): Promise<KeyPair> => webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]) as Promise<KeyPair>;

async function privateKeyPem(key: WebCryptoTypes.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/** 20 octets at most and positive (RFC 5280, 4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  return bytes.toString("hex");
}

/** AWS IoT's certificate id: SHA-256 over the DER, hex. Source: docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html */
export function certificateId(der: ArrayBuffer | Uint8Array): string {
  return createHash("sha256").update(new Uint8Array(der)).digest("hex");
}

export interface Identity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface DeviceRequest {
  readonly thing: string;
  readonly csrPem: string;
}

export interface IssuedCertificate {
  readonly thing: string;
  readonly certificatePem: string;
  readonly certificateId: string;
}

/** What a device does on its own: a fresh key pair and a request that proves possession of it. */
export async function createDeviceRequest(thing: string): Promise<DeviceRequest & { readonly privateKeyPem: string }> {
  const keys = await newKeyPair();
  const request = await x509.Pkcs10CertificateRequestGenerator.create({ name: [{ CN: [thing] }], keys: keys, signingAlgorithm: ALGORITHM });
  return { thing, csrPem: request.toString("pem"), privateKeyPem: await privateKeyPem(keys.privateKey) };
}

/** A certificate nobody vouches for, claiming to be `thing`: what a forger presents. */
export async function createSelfSigned(thing: string): Promise<Identity> {
  const keys = await newKeyPair();
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [thing] }],
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + DAY_MS),
    keys: keys,
    signingAlgorithm: ALGORITHM,
  });
  return { certificatePem: certificate.toString("pem"), privateKeyPem: await privateKeyPem(keys.privateKey) };
}

export interface Authority {
  readonly certificatePem: string;
  /** Checks the proof of possession, then signs a client certificate whose CN is the thing the registry knows, never the name asked for. */
  issueDevice(request: DeviceRequest): Promise<IssuedCertificate>;
  issueServer(hosts: { readonly dns: readonly string[]; readonly ip: readonly string[] }): Promise<Identity>;
}

/** `validDays` is how long device certificates live. */
export async function createAuthority(name: string, validDays: number): Promise<Authority> {
  const keys = await newKeyPair();
  const now = Date.now();
  const notBefore = new Date(now - 60_000);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [name] }],
    notBefore,
    notAfter: new Date(now + (validDays + 1) * DAY_MS),
    keys: keys,
    signingAlgorithm: ALGORITHM,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  const leaf = (subject: string, publicKey: x509.PublicKeyType, usage: string, extra: readonly x509.Extension[]) =>
    x509.X509CertificateGenerator.create({
      serialNumber: serialNumber(),
      subject: [{ CN: [subject] }],
      issuer: root.subject,
      notBefore,
      notAfter: new Date(now + validDays * DAY_MS),
      signingKey: keys.privateKey,
      publicKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([usage]),
        ...extra,
      ],
    });
  return {
    certificatePem: root.toString("pem"),
    async issueDevice({ thing, csrPem }) {
      const request = new x509.Pkcs10CertificateRequest(csrPem);
      if (!(await request.verify())) throw new Error(`certificate request of ${thing} does not prove possession of its key`);
      const certificate = await leaf(thing, request.publicKey, x509.ExtendedKeyUsage.clientAuth, []);
      return { thing, certificatePem: certificate.toString("pem"), certificateId: certificateId(certificate.rawData) };
    },
    async issueServer({ dns, ip }) {
      const serverKeys = await newKeyPair();
      const names = new x509.SubjectAlternativeNameExtension([
        ...dns.map((value) => ({ type: "dns" as const, value })),
        ...ip.map((value) => ({ type: "ip" as const, value })),
      ]);
      const certificate = await leaf(dns[0] ?? ip[0] ?? "broker", serverKeys.publicKey, x509.ExtendedKeyUsage.serverAuth, [names]);
      return { certificatePem: certificate.toString("pem"), privateKeyPem: await privateKeyPem(serverKeys.privateKey) };
    },
  };
}
