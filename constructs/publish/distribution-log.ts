import { Construct } from "constructs";
import type { CloudfrontDistribution } from "#aws/cloudfront-distribution";
import { CloudwatchLogDelivery } from "#aws/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "#aws/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "#aws/cloudwatch-log-delivery-source";
import type { TerraformProvider } from "#tf";
import type { InContext } from "../base/backend-context.js";
import type { SecureBucket } from "../base/secure-bucket.js";

export interface DistributionLogProps extends InContext {
  /** The distribution that is logged. @obligation OBL-CONS-5 */
  readonly distribution: CloudfrontDistribution;
  /** Bucket the log goes to. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Provider for us-east-1; `undefined` for the stack's own. @wiring */
  readonly provider: TerraformProvider | undefined;
}

/**
 * Who asked a distribution for what, in the bucket of access logs. The older way needs a bucket with access lists, which no bucket here has.
 * @obligation OBL-CONS-5
 * @setting cloudfront-logged: who asked for what is logged
 * @cost lines logged
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class DistributionLog extends Construct {
  readonly source: CloudwatchLogDeliverySource;
  readonly destination: CloudwatchLogDeliveryDestination;
  readonly delivery: CloudwatchLogDelivery;

  constructor(scope: Construct, id: string, { context, distribution, accessLogs, provider }: DistributionLogProps) {
    super(scope, id);
    const name = context.name("public");
    const global = provider === undefined ? {} : { provider };
    const source = `arn:${context.partition}:logs:us-east-1:${context.account}:delivery-source:${name}`;
    accessLogs.grantServiceWrite(
      "DistributionLog",
      "delivery.logs.amazonaws.com",
      { context },
      source,
      `AWSLogs/${context.account}/CloudFront/`,
    );
    this.source = new CloudwatchLogDeliverySource(this, "source", {
      name,
      logType: "ACCESS_LOGS",
      resourceArn: distribution.arn,
      tags: context.tags("access-log"),
      ...global,
    });
    this.destination = new CloudwatchLogDeliveryDestination(this, "destination", {
      name,
      outputFormat: "json",
      deliveryDestinationConfiguration: [{ destinationResourceArn: accessLogs.bucket.arn }],
      tags: context.tags("access-log"),
      dependsOn: [accessLogs.policy],
      ...global,
    });
    this.delivery = new CloudwatchLogDelivery(this, "delivery", {
      deliverySourceName: this.source.name,
      deliveryDestinationArn: this.destination.arn,
      tags: context.tags("access-log"),
      ...global,
    });
  }
}
