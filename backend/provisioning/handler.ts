import { createDynamoDbRegistry, type DynamoDbCalls } from "./dynamodb-registry.js";
import { createHook, type PreProvisioningAnswer, type PreProvisioningEvent } from "./hook.js";

/** Part of the Lambda runtime, not of this package; a name that is not a literal keeps compilers from looking for it. */
const DYNAMODB_SDK: string = "@aws-sdk/client-dynamodb";

let hook: ReturnType<typeof createHook> | undefined;

/**
 * AWS Lambda entry: the pre-provisioning hook of the fleet's provisioning template. Environment: REGISTRY_TABLE, MODELS (comma-separated; empty
 * for any). AWS IoT waits five seconds and refuses the device on an error. Source: docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
 */
export async function handler(event: PreProvisioningEvent): Promise<PreProvisioningAnswer> {
  hook ??= await createFromEnvironment(process.env);
  return hook(event);
}

async function createFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Promise<ReturnType<typeof createHook>> {
  const tableName = environment.REGISTRY_TABLE;
  if (tableName === undefined || tableName === "")
    throw new Error("REGISTRY_TABLE is not set: without a registry no device may have an identity");
  const { DynamoDB } = (await import(DYNAMODB_SDK)) as { readonly DynamoDB: new (config: object) => DynamoDbCalls };
  return createHook({
    store: createDynamoDbRegistry(new DynamoDB({}), tableName, () => new Date()),
    rules: { models: (environment.MODELS ?? "").split(",").filter((model) => model !== "") },
    record: (record) => process.stdout.write(`${JSON.stringify({ event: "provisioning", ...record })}\n`),
  });
}
