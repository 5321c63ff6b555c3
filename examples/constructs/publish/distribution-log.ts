import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, DataKey, DistributionLog, SecureBucket } from "iot-bulwark/constructs";
import { CloudfrontDistribution } from "#aws/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "#aws/cloudfront-origin-access-control";
import { AwsProvider } from "#aws/provider";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const bucket = new SecureBucket(scope, "app", {
    context,
    purpose: "app",
    dataClass: "telemetry",
    key: telemetryKey,
    accessLogs,
    expireDays: "never",
  });
  const distributions = `arn:aws:cloudfront::${context.account}:distribution/*`;
  bucket.grantServiceRead("Site", "cloudfront.amazonaws.com", { context }, distributions, "");
  telemetryKey.grantService("cloudfront.amazonaws.com", distributions, ["kms:Decrypt"]);
  const { id: originAccessControlId } = new CloudfrontOriginAccessControl(scope, "access-control", {
    name: context.name("app"),
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const distribution = new CloudfrontDistribution(scope, "distribution", {
    enabled: true,
    aliases: ["app.acme.example"],
    defaultRootObject: "index.html",
    webAclId: `arn:aws:wafv2:us-east-1:${context.account}:global/webacl/public/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11`,
    origin: [{ originId: "app", domainName: bucket.bucket.bucketRegionalDomainName, originAccessControlId }],
    defaultCacheBehavior: {
      targetOriginId: "app",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      // AWS's own policies CachingOptimized and SecurityHeadersPolicy.
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      viewerProtocolPolicy: "https-only",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: `arn:aws:acm:us-east-1:${context.account}:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11`,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
    tags: context.tags("telemetry"),
  });
  const provider = new AwsProvider(scope, "cloudfront", { region: "us-east-1", alias: "cloudfront" });
  new DistributionLog(scope, "log", { context, distribution, accessLogs, provider });
}
