import type { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";
import { type Accept, isIsoDate, validateAccepts } from "./accept.js";
import { Hardening } from "./hardening.js";

/** What kind of data a resource holds. One key per class; storage, retention and tags follow from it. */
export const DATA_CLASSES = ["telemetry", "identity", "firmware", "audit", "alerts", "access-log", "code"] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export interface BackendContextProps {
  /** Short name of the product, 2-20 characters of a-z, 0-9 and inner hyphens. Prefix of every name, part of every topic. @wiring */
  readonly product: string;
  /** AWS account id, 12 digits. Given, not looked up: documents then hold literal ARNs, and a plan knows them. @wiring */
  readonly account: string;
  /** AWS region, such as `eu-west-1`. @wiring */
  readonly region: string;
  /** Weakenings of the baseline somebody answers for. @default [] @obligation OBL-REG-3 */
  readonly accept?: readonly Accept[];
  /** Date (YYYY-MM-DD) that the `until` of each accept is held against. @default today, UTC @wiring */
  readonly asOf?: string;
  /** How AWS IoT types that hashicorp/aws lacks reach AWS; the rules see the same resources in each. @default cloudcontrol @wiring */
  readonly cfnRenderer?: CfnRenderer;
}

/** Cloud Control and CloudFormation stacks come with hashicorp/aws; `awscc` asks for a second provider. */
export type CfnRenderer = "cloudcontrol" | "cloudformation" | "awscc";

/** The facts every construct of one backend shares: where it lives, what things are called, what was accepted. */
export class BackendContext {
  readonly product: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly asOf: string;
  readonly cfnRenderer: CfnRenderer;
  /** Page with a heading for each alarm. */
  readonly runbookUrl: string | undefined;
  private readonly accepts: readonly Accept[];
  private readonly used = new Set<Accept>();
  private readonly owner: string;

  /** @throws BulwarkError BW_PROP_INVALID, BW_ACCEPT_INVALID */
  constructor(owner: Construct, props: BackendContextProps, { runbookUrl }: { readonly runbookUrl?: string | undefined } = {}) {
    this.owner = owner.node.path;
    this.runbookUrl = runbookUrl;
    this.require(
      "product",
      props.product,
      /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,19}$/,
      "needs 2-20 characters of a-z, 0-9 and inner hyphens",
    );
    this.require("account", props.account, /^\d{12}$/, "needs the 12 digits of an AWS account id");
    // In China service principals and kms:ViaService have names of their own, which nothing here has been held against.
    this.require("region", props.region, /^(?!cn-)[a-z]{2}(-[a-z]+)+-\d$/, "needs an AWS region such as eu-west-1, outside China");
    this.product = props.product;
    this.account = props.account;
    this.region = props.region;
    this.partition = partitionOf(props.region);
    this.asOf = props.asOf ?? new Date().toISOString().slice(0, 10);
    if (!isIsoDate(this.asOf))
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.owner,
        property: "asOf",
        given: this.asOf,
        problem: "needs a date of the form YYYY-MM-DD",
      });
    this.cfnRenderer = props.cfnRenderer ?? "cloudcontrol";
    this.accepts = props.accept ?? [];
    validateAccepts(this.owner, this.accepts, this.asOf);
  }

  /** A name unique in the account and region. */
  name(purpose: string): string {
    return `${this.product}-${purpose}`;
  }

  /** What an alarm's description ends with: the way to its heading in the runbook, which is its name without the product. */
  seeRunbook(alarmName: string, runbookUrl = this.runbookUrl): string {
    return runbookUrl === undefined ? "" : ` ${runbookUrl}#${alarmName.slice(this.product.length + 1)}`;
  }

  /** IAM names are global to the account, so they carry the region. */
  roleName(purpose: string): string {
    return `${this.product}-${purpose}-${this.region}`;
  }

  /** Bucket names are global to the partition, so they carry account and region; AWS takes at most 63 characters. */
  bucketName(purpose: string): string {
    return `${this.product}-${purpose}-${this.account}-${this.region}`;
  }

  arn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.account}:${resource}`;
  }

  roleArn(name: string): string {
    return `arn:${this.partition}:iam::${this.account}:role/${name}`;
  }

  bucketArn(name: string): string {
    return `arn:${this.partition}:s3:::${name}`;
  }

  tags(dataClass: DataClass): Record<string, string> {
    return { "bulwark:product": this.product, "bulwark:data-class": dataClass };
  }

  /** Only requests made for this account, and by the given resources, may use what a service principal is granted. */
  sourceConditions(sourceArn: string): { readonly StringEquals: Record<string, string>; readonly ArnLike: Record<string, string> } {
    return { StringEquals: { "aws:SourceAccount": this.account }, ArnLike: { "aws:SourceArn": sourceArn } };
  }

  hardening(construct: Construct): Hardening {
    return new Hardening(construct, this.accepts, (accept) => this.used.add(accept));
  }

  /** An accept that explains nothing is a leftover that would silently cover the next weakening. @throws BulwarkError BW_ACCEPT_INVALID */
  requireAcceptsUsed(): void {
    for (const accept of this.accepts) {
      if (this.used.has(accept)) continue;
      throw new BulwarkError("BW_ACCEPT_INVALID", {
        construct: this.owner,
        control: accept.control,
        problem: "nothing deviates from this control; remove the entry",
      });
    }
  }

  private require(property: string, given: string, pattern: RegExp, problem: string): void {
    if (!pattern.test(given)) throw new BulwarkError("BW_PROP_INVALID", { construct: this.owner, property, given, problem });
  }
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function partitionOf(region: string): string {
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** What every construct of the library takes. */
export interface InContext {
  /** What the constructs of one backend share. @wiring */
  readonly context: BackendContext;
}
