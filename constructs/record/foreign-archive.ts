import type { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";
import { BackendContext } from "../base/backend-context.js";
import { FIREHOSE_BUCKET, FIREHOSE_FOREIGN_OBJECTS } from "../base/secure-bucket.js";
import type { ServiceRole } from "../base/service-role.js";

/** Where an `ArchiveAccount` stands, as a fleet's own stack is told. Its stack is deployed first. */
export interface ArchiveLocation {
  /** Account id of the archive, 12 digits, not the fleet's. @obligation OBL-INC-5 */
  readonly account: string;
  /** Key (ARN) of the archive; its stack gives it out as `archive-key-arn`. @obligation OBL-DATA-7 */
  readonly keyArn: string;
  /** Product the archive was made under, the prefix of its buckets. @default the fleet's @wiring */
  readonly product?: string;
  /** Region of the archive. @default the fleet's @wiring */
  readonly region?: string;
}

/** What an archive has a bucket for: the trail, log lines, and what AWS Config saw. */
export type ArchivePurpose = "audit" | "logs" | "config";

/**
 * The archive of another account as the fleet sees it: names and ARNs, all literal, so that neither stack needs the other's state and a plan knows each
 * document. @obligation OBL-INC-5
 */
export class ForeignArchive {
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  private readonly context: BackendContext;
  private readonly fleet: BackendContext;

  /** @throws BulwarkError BW_PROP_INVALID */
  constructor(owner: Construct, fleet: BackendContext, location: ArchiveLocation) {
    const { account, region = fleet.region, product = fleet.product, keyArn } = location;
    const refuse = (property: string, given: string, problem: string): never => {
      throw new BulwarkError("BW_PROP_INVALID", { construct: owner.node.path, property: `archive.${property}`, given, problem });
    };
    this.fleet = fleet;
    this.context = new BackendContext(owner, { product, account, region, asOf: fleet.asOf });
    if (account === fleet.account)
      refuse("account", account, "is the fleet's own account: whoever takes that over reaches the archive too");
    const wanted = this.context.arn("kms", "key/");
    if (!keyArn.startsWith(wanted)) refuse("keyArn", keyArn, `needs the ARN of a key of the archive, ${wanted}...`);
    this.account = account;
    this.region = region;
    this.keyArn = keyArn;
  }

  bucketName(purpose: ArchivePurpose): string {
    return this.context.bucketName(purpose);
  }

  bucketArn(purpose: ArchivePurpose): string {
    return this.context.bucketArn(this.bucketName(purpose));
  }

  /** Folder of this fleet in the bucket of log lines, with the slash; several fleets may share an archive. */
  get linesFolder(): string {
    return folderOf("logs", this.fleet);
  }

  /** Where lines go that could not be delivered. */
  get failedFolder(): string {
    return folderOf("failed", this.fleet);
  }

  /**
   * The half of the rights that the fleet's account gives; the archive's bucket and key give the other.
   * Source: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#cross-account-delivery-s3
   */
  grantLines(role: ServiceRole): void {
    const bucket = this.bucketArn("logs");
    role.allow("Bucket", FIREHOSE_BUCKET, [bucket]);
    role.allow("Objects", FIREHOSE_FOREIGN_OBJECTS, [`${bucket}/${this.linesFolder}*`, `${bucket}/${this.failedFolder}*`]);
    role.allow("Key", ["kms:Decrypt", "kms:GenerateDataKey"], [this.keyArn], {
      StringEquals: { "kms:ViaService": `s3.${this.region}.amazonaws.com` },
    });
  }
}

/** The same on both sides, or nothing arrives. */
export const folderOf = (kind: "logs" | "failed", { account, product, region }: BackendContext): string =>
  `${kind}/${account}/${product}-${region}/`;
