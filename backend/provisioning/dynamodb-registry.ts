import type { RegistryEntry } from "./decide.js";
import type { RegistryStore } from "./hook.js";

type Attribute = { readonly S?: string; readonly BOOL?: boolean };
type Item = Readonly<Record<string, Attribute>>;

/** The two calls of the AWS SDK's `DynamoDB` class used here; the Lambda runtime brings the SDK, so no package is needed for its types. */
export interface DynamoDbCalls {
  getItem(input: { readonly TableName: string; readonly Key: Item; readonly ConsistentRead: boolean }): Promise<{ readonly Item?: Item }>;
  updateItem(input: {
    readonly TableName: string;
    readonly Key: Item;
    readonly UpdateExpression: string;
    readonly ConditionExpression: string;
    readonly ExpressionAttributeValues: Item;
  }): Promise<unknown>;
}

/** The device registry table: key `serialNumber`; `model`, `hardware` and optionally `claimCertificateId`, `blocked`, `claimedBy`, `claimedAt`. */
export function createDynamoDbRegistry(db: DynamoDbCalls, tableName: string, now: () => Date): RegistryStore {
  return {
    async find(serialNumber) {
      const { Item } = await db.getItem({ TableName: tableName, Key: { serialNumber: { S: serialNumber } }, ConsistentRead: true });
      return Item === undefined ? undefined : entryOf(Item);
    },
    async claim(serialNumber, certificateId) {
      try {
        await db.updateItem({
          TableName: tableName,
          Key: { serialNumber: { S: serialNumber } },
          UpdateExpression: "SET claimedBy = :certificate, claimedAt = if_not_exists(claimedAt, :now)",
          // Judged by DynamoDB itself at the moment of writing: of two devices with one serial number only one gets through.
          ConditionExpression:
            "attribute_exists(serialNumber) AND (attribute_not_exists(claimedBy) OR claimedBy = :certificate) AND (attribute_not_exists(blocked) OR blocked = :no)",
          ExpressionAttributeValues: { ":certificate": { S: certificateId }, ":now": { S: now().toISOString() }, ":no": { BOOL: false } },
        });
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
        throw error;
      }
    },
  };
}

/** An item that lacks model or hardware is no device: nothing then matches what a device claims, and it is refused. */
function entryOf(item: Item): RegistryEntry {
  const { claimCertificateId, claimedBy } = item;
  return {
    serialNumber: item.serialNumber?.S ?? "",
    model: item.model?.S ?? "",
    hardware: item.hardware?.S ?? "",
    ...(claimCertificateId?.S === undefined ? {} : { claimCertificateId: claimCertificateId.S }),
    ...(claimedBy?.S === undefined ? {} : { claimedBy: claimedBy.S }),
    blocked: item.blocked?.BOOL ?? false,
  };
}
