import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { Construct } from "constructs";
import { IotCaCertificate } from "#aws/iot-ca-certificate";
import { IotProvisioningTemplate } from "#aws/iot-provisioning-template";
import { BulwarkError, messageOf } from "../../model/errors.js";
import type { InContext } from "../base/backend-context.js";
import type { ServiceRole } from "../base/service-role.js";
import type { DevicePolicy } from "./device-policy.js";
import { provisioningRole } from "./provisioning-role.js";
import type { ThingGroups } from "./thing-groups.js";
import type { ThingTypes } from "./thing-types.js";

/** A certificate authority of your own or of your manufacturer, whose device certificates AWS IoT shall take. */
export interface DeviceCaOptions {
  /** PEM file of the CA certificate. The CA's private key never comes near a stack. @obligation OBL-IAM-2 */
  readonly caCertificateFile: string;
  /**
   * PEM file of the certificate that proves the CA's key is yours, for the registration code of the account. Without it the CA serves only
   * devices that name the server they want (SNI). @default none, `SNI_ONLY` @obligation OBL-IAM-2
   */
  readonly verificationCertificateFile?: string;
  /**
   * Whether a certificate of this CA makes its holder a device at first connect, without anybody looking its serial number up: then whoever
   * can sign with the CA can add devices. @default false @obligation OBL-IAM-5
   */
  readonly autoRegistration?: boolean;
  /** Takes new devices of this CA; `false` retires it. @default true @obligation OBL-IAM-6 */
  readonly active?: boolean;
}

export interface DeviceCaProps extends InContext, DeviceCaOptions {
  /** Thing types of the fleet. @wiring */
  readonly types: ThingTypes;
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
  /** Policy every device gets. @obligation OBL-IAM-8 */
  readonly devicePolicy: DevicePolicy;
}

/**
 * A registered device CA with the template its devices are made by (just-in-time provisioning). The subject of a device certificate names the
 * device: CN its serial number, OU its model, serialNumber its hardware. @obligation OBL-IAM-2 @obligation OBL-IAM-5
 * @setting iot-ca-auto-registration: no certificate registers itself unless you ask for it
 * @cost nothing
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/jit-provisioning.html
 */
export class DeviceCa extends Construct {
  readonly certificate: IotCaCertificate;
  readonly template: IotProvisioningTemplate;
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, props: DeviceCaProps) {
    super(scope, id);
    const { context, types, groups, devicePolicy, autoRegistration = false, active = true } = props;
    const caPem = this.readCertificate("caCertificateFile", props.caCertificateFile, (certificate) =>
      this.requireCa(certificate, context.asOf),
    );
    const { verificationCertificateFile } = props;
    this.role = provisioningRole(this, context, "jit-provisioning");
    this.template = new IotProvisioningTemplate(this, "template", {
      name: context.name("just-in-time"),
      description: "Identity for a device whose certificate our CA has signed",
      type: "JITP",
      enabled: active && autoRegistration,
      provisioningRoleArn: this.role.role.arn,
      templateBody: JSON.stringify(templateBody(context.product)),
      tags: context.tags("identity"),
      dependsOn: [this.role.policy, devicePolicy.policy, groups.fleet, ...types.types.values()],
    });
    this.certificate = new IotCaCertificate(this, "certificate", {
      active,
      allowAutoRegistration: autoRegistration,
      caCertificatePem: caPem,
      certificateMode: verificationCertificateFile === undefined ? "SNI_ONLY" : "DEFAULT",
      ...(verificationCertificateFile === undefined
        ? {}
        : { verificationCertificatePem: this.readCertificate("verificationCertificateFile", verificationCertificateFile) }),
      registrationConfig: { templateName: this.template.name },
      tags: context.tags("identity"),
    });
  }

  /** @throws BulwarkError BW_PROP_INVALID for what is no certificate, and for a private key above all: it would go into Terraform's state */
  private readCertificate(
    property: string,
    path: string,
    check: (certificate: X509Certificate) => string | undefined = () => undefined,
  ): string {
    const refuse = (problem: string): never => {
      throw new BulwarkError("BW_PROP_INVALID", { construct: this.node.path, property, given: path, problem });
    };
    let pem: string;
    try {
      pem = readFileSync(path, "utf8");
    } catch (error) {
      return refuse(`cannot be read: ${messageOf(error)}`);
    }
    if (/PRIVATE KEY/.test(pem)) return refuse("holds a private key, which must never be in a stack or its state");
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
    const [block] = blocks;
    if (block === undefined || blocks.length > 1) return refuse("needs one certificate in PEM");
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(block);
    } catch (error) {
      return refuse(`is no X.509 certificate: ${messageOf(error)}`);
    }
    const problem = check(certificate);
    // Nothing but the certificate: comments around it may say more than meant.
    return problem === undefined ? `${block}\n` : refuse(problem);
  }

  /** What Device Defender's CA checks look at, before the CA is there. Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-ca-cert-key-quality.html */
  private requireCa(certificate: X509Certificate, asOf: string): string | undefined {
    if (!certificate.ca) return "is no CA certificate (basicConstraints CA:TRUE)";
    if (Date.parse(certificate.validTo) <= Date.parse(asOf))
      return `has run out on ${new Date(certificate.validTo).toISOString().slice(0, 10)}`;
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
    if (kind === "rsa" && (details?.modulusLength ?? 0) < MIN_RSA_BITS) return `has an RSA key of less than ${MIN_RSA_BITS} bits`;
    if (kind === "ec" && !CURVES.includes(details?.namedCurve ?? "")) return `has a key on a curve other than ${CURVES.join(", ")}`;
    return kind === "rsa" || kind === "ec" ? undefined : `has a key of a kind AWS IoT does not take (${kind})`;
  }
}

const MIN_RSA_BITS = 2048;
/** NIST P-256, P-384 and P-521 as OpenSSL calls them. Source: https://docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html */
const CURVES = ["prime256v1", "secp384r1", "secp521r1"];

function templateBody(product: string): object {
  const subject = (part: string): { readonly Ref: string } => ({ Ref: `AWS::IoT::Certificate::${part}` });
  const prefixed = (part: string): object => ({ "Fn::Join": ["", [`${product}-`, subject(part)]] });
  const parameters = ["CommonName", "OrganizationalUnit", "SerialNumber", "Id"];
  return {
    Parameters: Object.fromEntries(parameters.map((part) => [subject(part).Ref, { Type: "String" }])),
    Resources: {
      thing: {
        Type: "AWS::IoT::Thing",
        Properties: {
          ThingName: prefixed("CommonName"),
          ThingTypeName: prefixed("OrganizationalUnit"),
          ThingGroups: [`${product}-fleet`],
          AttributePayload: { serial: subject("CommonName"), hardware: subject("SerialNumber") },
        },
        // A second certificate for a name that is taken must not take the thing over.
        OverrideSettings: { AttributePayload: "FAIL", ThingTypeName: "FAIL", ThingGroups: "FAIL" },
      },
      certificate: { Type: "AWS::IoT::Certificate", Properties: { CertificateId: subject("Id"), Status: "ACTIVE" } },
      policy: { Type: "AWS::IoT::Policy", Properties: { PolicyName: `${product}-device` } },
    },
  };
}
