import type { Construct } from "constructs";
import { AccessLogBucket, AdvisorySite, type BackendContext, DataKey } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";

export function example(scope: Construct, context: BackendContext): void {
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const globalProvider = new AwsProvider(scope, "global", { region: "us-east-1", alias: "global" });
  new AdvisorySite(scope, "site", {
    context,
    key: alertsKey,
    accessLogs,
    domainName: "security.acme.example",
    certificateArn: `arn:aws:acm:us-east-1:${context.account}:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11`,
    webAclArn: `arn:aws:wafv2:us-east-1:${context.account}:global/webacl/public/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11`,
    globalProvider,
    disclosure: {
      policyUrl: "https://security.acme.example/policy.html",
      contact: "security@acme.example",
      acknowledgeDays: 5,
      statusDays: 14,
      free: true,
      asksPersonalData: false,
      securityTxt: { url: "https://security.acme.example/.well-known/security.txt", expires: "2027-06-30" },
      languages: ["en"],
    },
  });
}
