import { type AwsClient, isRecord } from "./client.js";

/** The attribute types the tables here use. Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html */
export type Attribute = { readonly S: string } | { readonly N: string } | { readonly BOOL: boolean };
export type Item = Readonly<Record<string, Attribute>>;

const call =
  (operation: string) =>
  (client: AwsClient, input: object): Promise<unknown> =>
    client({ service: "dynamodb", target: `DynamoDB_20120810.${operation}`, contentType: "application/x-amz-json-1.0", body: input });

const get = call("GetItem");
const query = call("Query");
export const putItem = call("PutItem");
export const updateItem = call("UpdateItem");
/** All writes or none. @throws AwsCallError TransactionCanceledException with one reason a write */
export const transactWriteItems = call("TransactWriteItems");

/** Strongly consistent; undefined when there is none. */
export async function getItem(client: AwsClient, TableName: string, Key: Item): Promise<Item | undefined> {
  const answer = await get(client, { TableName, Key, ConsistentRead: true });
  return isRecord(answer) && isRecord(answer.Item) ? (answer.Item as Item) : undefined;
}

/** Every page of a query, in its order. `limit` bounds the items read. */
export async function queryItems(client: AwsClient, input: object, limit = Number.POSITIVE_INFINITY): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: unknown;
  do {
    const answer = await query(client, { ...input, ...(from === undefined ? {} : { ExclusiveStartKey: from }) });
    if (!isRecord(answer)) break;
    if (Array.isArray(answer.Items)) items.push(...(answer.Items as readonly Item[]));
    from = answer.LastEvaluatedKey;
  } while (from !== undefined && items.length < limit);
  return items.slice(0, limit);
}

export const text = (value: string): Attribute => ({ S: value });
export const number = (value: number): Attribute => ({ N: String(value) });

export function textOf(item: Item | undefined, name: string): string | undefined {
  const value = item?.[name];
  return value !== undefined && "S" in value ? value.S : undefined;
}

export function numberOf(item: Item | undefined, name: string): number | undefined {
  const value = item?.[name];
  return value !== undefined && "N" in value ? Number(value.N) : undefined;
}
