import type { AwsClient } from "../aws/client.js";
import { getItem, text, updateItem } from "../aws/dynamodb.js";
import type { ErasurePorts } from "./erasure.js";

/** Attributes of a registry entry that lead to a person; the rest says what the factory made. */
export const OWNER_ATTRIBUTES = ["accountId", "owner", "ownedSince"] as const;

/** The device registry as the erasure job sees it. */
export function createRegistryOwner(client: AwsClient, table: string): ErasurePorts["registry"] {
  const key = (serialNumber: string) => ({ serialNumber: text(serialNumber) });
  return {
    async holds(serialNumber) {
      return (await getItem(client, table, key(serialNumber))) !== undefined;
    },
    async forgetOwner(serialNumber) {
      await updateItem(client, {
        TableName: table,
        Key: key(serialNumber),
        UpdateExpression: `REMOVE ${OWNER_ATTRIBUTES.map((_, index) => `#a${index}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(OWNER_ATTRIBUTES.map((name, index) => [`#a${index}`, name])),
        // An update of an entry that went meanwhile would make it again, and with it a serial number that may be claimed.
        ConditionExpression: "attribute_exists(serialNumber)",
      });
    },
    async remove(serialNumber) {
      await client({
        service: "dynamodb",
        target: "DynamoDB_20120810.DeleteItem",
        contentType: "application/x-amz-json-1.0",
        body: { TableName: table, Key: key(serialNumber) },
      });
    },
  };
}
