import { awsClientFrom } from "../aws/client.js";
import { type ErasurePorts, erase, parseErasure } from "./erasure.js";
import { createConsentLedger } from "./ledger.js";
import { createRegistryOwner } from "./registry-owner.js";
import { createS3Uploads } from "./s3-uploads.js";

/** What SQS hands over and expects back. Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
export interface SqsEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

export interface SqsAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * AWS Lambda entry: erases what a request from the erasure queue names. Environment: PRODUCT, CONSENT_TABLE, REGISTRY_TABLE, LAKE_BUCKET,
 * KEEP_DAYS. A request that fails goes back to the queue, and after five tries to the dead letters, where an alarm waits.
 */
export async function handler(event: SqsEvent): Promise<SqsAnswer> {
  const ports = portsFrom(process.env);
  const failures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await erase(parseErasure(body, ports.product), ports);
    } catch (error) {
      failures.push({ itemIdentifier: messageId });
      const why = error instanceof Error ? error.message : String(error);
      process.stdout.write(`${JSON.stringify({ event: "erasure-failed", messageId, why })}\n`);
    }
  }
  return { batchItemFailures: failures };
}

function portsFrom(environment: Readonly<Record<string, string | undefined>>): ErasurePorts {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set: the erasure job does not know where to look`);
    return value;
  };
  const now = (): Date => new Date();
  const client = awsClientFrom(environment, now);
  const sessionToken = environment.AWS_SESSION_TOKEN ?? "";
  const endpoint = environment.AWS_ENDPOINT_URL ?? "";
  return {
    ledger: createConsentLedger(client, required("CONSENT_TABLE")),
    registry: createRegistryOwner(client, required("REGISTRY_TABLE")),
    uploads: createS3Uploads(
      {
        region: required("AWS_REGION"),
        credentials: {
          accessKeyId: required("AWS_ACCESS_KEY_ID"),
          secretAccessKey: required("AWS_SECRET_ACCESS_KEY"),
          ...(sessionToken === "" ? {} : { sessionToken }),
        },
        ...(endpoint === "" ? {} : { endpoint }),
        now,
      },
      required("LAKE_BUCKET"),
    ),
    product: required("PRODUCT"),
    keepDays: Number(required("KEEP_DAYS")),
    now,
    record: (record) => process.stdout.write(`${JSON.stringify({ event: "erasure", ...record })}\n`),
  };
}
