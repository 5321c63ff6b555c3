import { Construct } from "constructs";
import { SignerSigningProfile } from "#aws/signer-signing-profile";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { ServiceRole } from "../base/service-role.js";

export interface FirmwareStoreProps extends InContext {
  /** Key of the images. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** ACM certificate that firmware is signed with. It is imported outside Terraform, whose state must never hold its key. @obligation OBL-SDLC-7 */
  readonly signingCertificateArn: string;
  /** Years a signature is valid; it has to outlive the support period. @default 5 @obligation OBL-SDLC-7 @accept signer-validity */
  readonly signatureValidityYears?: number;
  /** How images are locked against change. @default GOVERNANCE, 365 days @obligation OBL-SDLC-8 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
}

/** Signed images of devices' firmware. Source: https://docs.aws.amazon.com/signer/latest/developerguide/Welcome.html */
const IOT_PLATFORM = "AWSIoTDeviceManagement-SHA256-ECDSA";

/**
 * Where firmware lies: written once, kept as long as updates must stay available [CRA Art. 13(9)], signed by a profile bound to one
 * certificate, and read by AWS IoT jobs from `signed/` only.
 * @obligation OBL-SDLC-7 @obligation OBL-SDLC-8
 * @setting s3-object-lock: images are locked for 365 days (`GOVERNANCE`)
 * @setting signer-validity: a signature holds for 5 years
 * @setting s3-bucket-versioned: earlier images are kept
 * @cost images kept, and each download of one
 */
export class FirmwareStore extends Construct {
  readonly bucket: SecureBucket;
  readonly signingProfile: SignerSigningProfile;
  readonly signingProfileName: string;
  readonly downloadRole: ServiceRole;
  private readonly props: FirmwareStoreProps;

  constructor(scope: Construct, id: string, props: FirmwareStoreProps) {
    super(scope, id);
    this.props = props;
    const { context, key, accessLogs, objectLock = {} } = props;
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "firmware",
      dataClass: "firmware",
      key,
      accessLogs,
      expireDays: "never",
      objectLock,
    });
    const hardening = context.hardening(this);
    this.signingProfileName = `${context.product.replaceAll("-", "_")}_firmware`;
    this.signingProfile = new SignerSigningProfile(this, "signing-profile", {
      name: this.signingProfileName,
      platformId: IOT_PLATFORM,
      signingMaterial: { certificateArn: props.signingCertificateArn },
      signatureValidityPeriod: {
        type: "YEARS",
        value: hardening.atLeast(
          "signer-validity",
          "signature_validity_period[0].value",
          props.signatureValidityYears,
          BASELINE.firmware.signatureValidityYears,
        ),
      },
      tags: context.tags("firmware"),
    });
    hardening.bind(this.signingProfile);
    this.downloadRole = new ServiceRole(this, "download", {
      context,
      purpose: "firmware-download",
      service: "iot.amazonaws.com",
      sourceArn: context.arn("iot", "*"),
      dataClass: "firmware",
      description: "Lets AWS IoT jobs and streams hand signed firmware to devices",
    });
    this.downloadRole.allow("Signed", ["s3:GetObject", "s3:GetObjectVersion"], [`${this.bucket.arn}/signed/*`]);
    key.grantRole(this.downloadRole, "s3", ["kms:Decrypt"]);
  }

  /** Lets a role, such as the one of the release pipeline, put signed images and lists of components here; it can change or remove none. */
  grantRelease(role: ServiceRole): void {
    this.bucket.grantPut(role, "signed/");
    this.bucket.grantPut(role, "sbom/");
  }

  /** Lets a role sign with the profile of the firmware. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssigner.html */
  grantSign(role: ServiceRole): void {
    const profile = this.props.context.arn("signer", `/signing-profiles/${this.signingProfileName}`);
    role.allow("Sign", ["signer:StartSigningJob"], [profile]);
  }

  /**
   * Lets AWS IoT read the lists of components that package versions point to, below `sbom/`.
   * Source: https://docs.aws.amazon.com/iot/latest/developerguide/preparing-to-use-software-package-catalog.html
   */
  grantComponentLists(): void {
    const { context, key } = this.props;
    const packages = context.arn("iot", "*");
    this.bucket.grantServiceRead("ComponentLists", "iot.amazonaws.com", this.props, packages, "sbom/");
    key.grantService("iot.amazonaws.com", packages, ["kms:Decrypt"]);
  }
}
