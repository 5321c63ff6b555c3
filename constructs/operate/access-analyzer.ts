import { Construct } from "constructs";
import { AccessanalyzerAnalyzer } from "#aws/accessanalyzer-analyzer";
import type { InContext } from "../base/backend-context.js";

export interface AccessAnalyzerProps extends InContext {}

/**
 * Reports every bucket, key, queue, function or role that somebody outside the account can reach. The analyzer of unused rights is
 * charged by the role and not made here. @obligation OBL-IAM-8 @obligation OBL-IAM-6
 * @cost nothing
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html
 */
export class AccessAnalyzer extends Construct {
  readonly analyzer: AccessanalyzerAnalyzer;

  constructor(scope: Construct, id: string, { context }: AccessAnalyzerProps) {
    super(scope, id);
    this.analyzer = new AccessanalyzerAnalyzer(this, "analyzer", {
      analyzerName: context.name("external-access"),
      type: "ACCOUNT",
      tags: context.tags("audit"),
    });
  }
}
