import { generateKeyPairSync, type webcrypto } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "reflect-metadata";
import { BasicConstraintsExtension, X509CertificateGenerator } from "@peculiar/x509";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeviceCaOptions } from "../../constructs/index.js";
import { synthFleet } from "./fleet.js";

const folder = mkdtempSync(join(tmpdir(), "bulwark-ca-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const WEAK_RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 1024 };

interface Making {
  readonly ca?: boolean;
  readonly notAfter?: string;
  readonly algorithm?: typeof P256 | typeof WEAK_RSA;
}

async function makeCertificate({ ca = true, notAfter = "2036-01-01", algorithm = P256 }: Making = {}): Promise<string> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Acme device CA",
    notBefore: new Date("2020-01-01"),
    notAfter: new Date(notAfter),
    keys: keys as webcrypto.CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(ca, undefined, true)],
  });
  return certificate.toString("pem");
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const refused = (deviceCa: DeviceCaOptions, problem: string): void => {
  expect(() => synthFleet({ deviceCa })).toThrow(problem);
};

let pem: string;
let caCertificateFile: string;
beforeAll(async () => {
  pem = await makeCertificate();
  caCertificateFile = file("ca.pem", `subject=CN=Acme\n${pem}\n`);
});

describe("an own device CA", () => {
  it("is registered for devices that name their server, and makes no devices by itself", () => {
    const stack = synthFleet({ deviceCa: { caCertificateFile } });
    const { values } = stack.get("aws_iot_ca_certificate", "fleet/device-ca/certificate");
    expect(values).toMatchObject({ active: true, allow_auto_registration: false, certificate_mode: "SNI_ONLY" });
    expect(values.ca_certificate_pem).toBe(`${pem.trim()}\n`);
    expect(values.registration_config).toEqual({ template_name: expect.stringContaining("aws_iot_provisioning_template") });
    expect(stack.get("aws_iot_provisioning_template", "fleet/device-ca/template").values).toMatchObject({ type: "JITP", enabled: false });
  });

  it("with a verification certificate serves every device, and registers on request", () => {
    const verificationCertificateFile = file("verification.pem", pem);
    const stack = synthFleet({ deviceCa: { caCertificateFile, verificationCertificateFile, autoRegistration: true } });
    const { values } = stack.get("aws_iot_ca_certificate", "fleet/device-ca/certificate");
    expect(values).toMatchObject({
      allow_auto_registration: true,
      certificate_mode: "DEFAULT",
      verification_certificate_pem: `${pem.trim()}\n`,
    });
    expect(stack.get("aws_iot_provisioning_template", "fleet/device-ca/template").values.enabled).toBe(true);
  });

  it("makes a device by the subject of its certificate, and never takes over a thing there is", () => {
    const stack = synthFleet({ deviceCa: { caCertificateFile } });
    const body = JSON.parse(String(stack.get("aws_iot_provisioning_template", "fleet/device-ca/template").values.template_body)) as {
      Resources: Record<string, { Properties: object; OverrideSettings?: object }>;
    };
    expect(body.Resources.thing?.Properties).toMatchObject({
      ThingName: { "Fn::Join": ["", ["acme-", { Ref: "AWS::IoT::Certificate::CommonName" }]] },
      ThingGroups: ["acme-fleet"],
    });
    expect(body.Resources.thing?.OverrideSettings).toEqual({ AttributePayload: "FAIL", ThingTypeName: "FAIL", ThingGroups: "FAIL" });
    expect(body.Resources.policy?.Properties).toEqual({ PolicyName: "acme-device" });
  });

  it("is refused with its private key, which would go into the state", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = privateKey.export({ type: "pkcs8", format: "pem" });
    refused({ caCertificateFile: file("with-key.pem", `${pem}\n${key}`) }, "holds a private key");
    refused({ caCertificateFile, verificationCertificateFile: file("key.pem", String(key)) }, "holds a private key");
  });

  it("is refused when it is none, has run out, or has a weak key", async () => {
    refused({ caCertificateFile: join(folder, "absent.pem") }, "cannot be read");
    refused({ caCertificateFile: file("text.pem", "hello") }, "needs one certificate in PEM");
    refused({ caCertificateFile: file("chain.pem", `${pem}\n${pem}`) }, "needs one certificate in PEM");
    refused({ caCertificateFile: file("broken.pem", pem.replace(/[A-Za-z0-9]{60}/, "x")) }, "is no X.509 certificate");
    refused({ caCertificateFile: file("leaf.pem", await makeCertificate({ ca: false })) }, "is no CA certificate");
    refused({ caCertificateFile: file("old.pem", await makeCertificate({ notAfter: "2025-01-01" })) }, "has run out on 2025-01-01");
    refused({ caCertificateFile: file("weak.pem", await makeCertificate({ algorithm: WEAK_RSA })) }, "RSA key of less than 2048 bits");
  });
});
