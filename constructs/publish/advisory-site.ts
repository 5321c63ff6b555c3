import { Construct } from "constructs";
import { CloudfrontDistribution } from "#aws/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "#aws/cloudfront-origin-access-control";
import { CloudfrontResponseHeadersPolicy } from "#aws/cloudfront-response-headers-policy";
import { S3Object } from "#aws/s3-object";
import type { TerraformProvider } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureBucket } from "../base/secure-bucket.js";
import { DistributionLog } from "./distribution-log.js";
import { type Disclosure, securityTxt } from "./security-txt.js";

export interface AdvisorySiteProps extends InContext {
  /** Key of the bucket. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Name the site answers to, such as `security.smart-home.example`. @wiring */
  readonly domainName: string;
  /** ACM certificate (ARN) of that name, in us-east-1: CloudFront takes no other. @obligation OBL-DATA-6 */
  readonly certificateArn: string;
  /** What the Product document promises about reports; security.txt is made of it. @obligation OBL-PEN-6 */
  readonly disclosure: Disclosure;
  /** Provider for us-east-1, where CloudFront's logs are set up. @default the stack's own, when it is in us-east-1 @wiring */
  readonly globalProvider?: TerraformProvider;
  /** Web ACL (ARN, scope CLOUDFRONT). @default none @obligation OBL-IAM-10 */
  readonly webAclArn?: string;
}

/** AWS's own cache policy CachingOptimized. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const TWO_YEARS = 63_072_000;

/**
 * The provider's public face: security.txt and, beside it, advisories that the release pipeline uploads under `advisories/`. A private
 * bucket that answers to CloudFront only, over TLS 1.2 and up, with headers that leave a page nothing to run. @obligation OBL-CONS-8 @obligation OBL-PEN-6
 * @setting cloudfront-https-only: pages come over HTTPS only (`redirect-to-https`)
 * @setting cloudfront-tls: TLS 1.2 and up (`TLSv1.2_2021`)
 * @setting cloudfront-hsts: browsers stay with HTTPS for 63072000 seconds
 * @setting cloudfront-security-headers: a page has nothing to run
 * @setting cloudfront-bucket-private: the bucket answers to this distribution only
 * @setting cloudfront-logged: visits are logged
 * @setting cloudfront-root-object: the start page is `index.html`
 * @cost visits: requests, and what is sent to them
 */
export class AdvisorySite extends Construct {
  readonly bucket: SecureBucket;
  readonly accessControl: CloudfrontOriginAccessControl;
  readonly headers: CloudfrontResponseHeadersPolicy;
  readonly distribution: CloudfrontDistribution;
  readonly securityTxt: S3Object;
  readonly index: S3Object;
  readonly log: DistributionLog;

  constructor(scope: Construct, id: string, props: AdvisorySiteProps) {
    super(scope, id);
    const { context, key, accessLogs } = props;
    this.requireGlobal(props);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "public",
      dataClass: "alerts",
      key,
      accessLogs,
      expireDays: "never",
    });
    const distributions = `arn:${context.partition}:cloudfront::${context.account}:distribution/*`;
    this.bucket.grantServiceRead("Site", "cloudfront.amazonaws.com", { context }, distributions, "");
    key.grantService("cloudfront.amazonaws.com", distributions, ["kms:Decrypt"]);
    this.accessControl = new CloudfrontOriginAccessControl(this, "access-control", {
      name: context.name("public"),
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    this.headers = this.makeHeaders(props);
    this.distribution = this.makeDistribution(props);
    this.log = new DistributionLog(this, "log", {
      context,
      distribution: this.distribution,
      accessLogs,
      provider: props.globalProvider,
    });
    const put = (objectId: string, path: string, contentType: string, content: string): S3Object =>
      new S3Object(this, objectId, {
        bucket: this.bucket.bucket.bucket,
        key: path,
        content,
        contentType,
        serverSideEncryption: "aws:kms",
        kmsKeyId: key.arn,
        bucketKeyEnabled: true,
        cacheControl: "max-age=3600",
        tags: context.tags("alerts"),
        dependsOn: [this.bucket.encryption],
      });
    const text = securityTxt(props.disclosure, context.asOf);
    this.securityTxt = put("security-txt", ".well-known/security.txt", "text/plain; charset=utf-8", text);
    this.index = put("index", "index.html", "text/html; charset=utf-8", page(props));
  }

  private requireGlobal({ context, globalProvider }: AdvisorySiteProps): void {
    if (context.region !== "us-east-1" && globalProvider === undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "globalProvider",
        given: "nothing",
        problem: "CloudFront's logs are set up in us-east-1: give an AwsProvider with an alias for that region",
      });
  }

  private makeHeaders({ context }: AdvisorySiteProps): CloudfrontResponseHeadersPolicy {
    return new CloudfrontResponseHeadersPolicy(this, "headers", {
      name: context.name("public"),
      securityHeadersConfig: {
        strictTransportSecurity: { accessControlMaxAgeSec: TWO_YEARS, includeSubdomains: true, override: true },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      },
    });
  }

  private makeDistribution({ context, domainName, certificateArn, webAclArn }: AdvisorySiteProps): CloudfrontDistribution {
    return new CloudfrontDistribution(this, "distribution", {
      enabled: true,
      comment: `${context.product}: security.txt and advisories`,
      aliases: [domainName],
      defaultRootObject: "index.html",
      httpVersion: "http2and3",
      priceClass: "PriceClass_100",
      ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      origin: [
        {
          originId: "bucket",
          domainName: this.bucket.bucket.bucketRegionalDomainName,
          originAccessControlId: this.accessControl.id,
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "bucket",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        cachePolicyId: CACHING_OPTIMIZED,
        responseHeadersPolicyId: this.headers.id,
        viewerProtocolPolicy: "redirect-to-https",
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: {
        acmCertificateArn: certificateArn,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      tags: context.tags("alerts"),
      dependsOn: [this.bucket.policy],
    });
  }
}

const page = ({ disclosure, context }: AdvisorySiteProps): string =>
  [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Security of ${context.product}</title>`,
    `<h1>Security</h1><p>How to report a vulnerability: <a href="${escaped(disclosure.policyUrl)}">our policy</a>.</p>`,
    `<p>We answer within ${disclosure.acknowledgeDays} days and tell you how it goes every ${disclosure.statusDays} days.</p></html>`,
    "",
  ].join("\n");

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
