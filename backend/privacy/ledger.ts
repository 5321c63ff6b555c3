import { type AwsClient, isRecord } from "../aws/client.js";
import { type Attribute, type Item, putItem, queryItems, text } from "../aws/dynamodb.js";
import type { Consents } from "./consent.js";

/** Sort key of the one item that is no consent: the random salt a thing's pseudonym is made with. */
export const PSEUDONYM = "#pseudonym";
const ERASURES = "#erasures";
/** DynamoDB takes 100 keys a call. Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const KEYS_A_CALL = 100;

export interface OnRecord extends Consents {
  readonly salt?: string;
}

/** The consent table: key `thing` and `purpose`; `granted` (BOOL), `at`, `notice`; `salt` on the pseudonym's item; `expires` is its TTL. */
export interface ConsentLedger {
  /** What is on record for each thing; things without anything are left out. */
  read(things: readonly string[], purposes: readonly string[]): Promise<ReadonlyMap<string, OnRecord>>;
  /** Keeps the salt unless the thing has one by now, and returns the one that stands. */
  keepSalt(thing: string, salt: string): Promise<string>;
  /** Every entry of a thing, by its purpose. */
  purposesOf(thing: string): Promise<readonly string[]>;
  remove(thing: string, purpose: string): Promise<void>;
  /** Writes what was erased under the request's id; false when that is on record already. */
  recordErasure(id: string, record: Readonly<Record<string, string>>, expires: Date): Promise<boolean>;
}

export function createConsentLedger(client: AwsClient, table: string): ConsentLedger {
  const key = (thing: string, purpose: string): Item => ({ thing: text(thing), purpose: text(purpose) });
  return {
    async read(things, purposes) {
      const keys = things.flatMap((thing) => [PSEUDONYM, ...purposes].map((purpose) => key(thing, purpose)));
      const chunks = Array.from({ length: Math.ceil(keys.length / KEYS_A_CALL) }, (_, i) =>
        keys.slice(i * KEYS_A_CALL, (i + 1) * KEYS_A_CALL),
      );
      const items = (await Promise.all(chunks.map((chunk) => batchGet(client, table, chunk)))).flat();
      return collect(items);
    },
    async keepSalt(thing, salt) {
      try {
        await putItem(client, {
          TableName: table,
          Item: { ...key(thing, PSEUDONYM), salt: text(salt) },
          ConditionExpression: "attribute_not_exists(thing)",
        });
        return salt;
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        const standing = (await this.read([thing], [])).get(thing)?.salt;
        // Erased between the two calls: the next message makes a new one.
        if (standing === undefined) throw error;
        return standing;
      }
    },
    async purposesOf(thing) {
      const items = await queryItems(client, {
        TableName: table,
        KeyConditionExpression: "thing = :thing",
        ExpressionAttributeValues: { ":thing": text(thing) },
        ConsistentRead: true,
      });
      return items.flatMap((item) => textIn(item.purpose) ?? []);
    },
    async remove(thing, purpose) {
      await call(client, "DeleteItem", { TableName: table, Key: key(thing, purpose) });
    },
    async recordErasure(id, record, expires) {
      const facts = Object.fromEntries(Object.entries(record).map(([name, value]) => [name, text(value)]));
      try {
        await putItem(client, {
          TableName: table,
          Item: { ...facts, ...key(ERASURES, id), expires: { N: String(Math.floor(expires.getTime() / 1000)) } },
          ConditionExpression: "attribute_not_exists(thing)",
        });
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
  };
}

async function batchGet(client: AwsClient, table: string, keys: readonly Item[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  let open: unknown = { [table]: { Keys: keys, ConsistentRead: true } };
  while (isRecord(open) && Object.keys(open).length > 0) {
    const answer = await call(client, "BatchGetItem", { RequestItems: open });
    if (!isRecord(answer)) throw new Error("BatchGetItem answered with no JSON");
    const items = isRecord(answer.Responses) ? answer.Responses[table] : undefined;
    if (Array.isArray(items)) found.push(...(items as readonly Item[]));
    open = answer.UnprocessedKeys;
  }
  return found;
}

function collect(items: readonly Item[]): ReadonlyMap<string, OnRecord> {
  const byThing = new Map<string, { granted: Set<string>; salt?: string }>();
  for (const item of items) {
    const thing = textIn(item.thing);
    const purpose = textIn(item.purpose);
    if (thing === undefined || purpose === undefined) continue;
    const known = byThing.get(thing) ?? { granted: new Set<string>() };
    byThing.set(thing, known);
    const salt = textIn(item.salt);
    if (purpose === PSEUDONYM && salt !== undefined) known.salt = salt;
    else if (item.granted !== undefined && "BOOL" in item.granted && item.granted.BOOL) known.granted.add(purpose);
  }
  return byThing;
}

const call = (client: AwsClient, operation: string, body: object): Promise<unknown> =>
  client({ service: "dynamodb", target: `DynamoDB_20120810.${operation}`, contentType: "application/x-amz-json-1.0", body });

const textIn = (value: Attribute | undefined): string | undefined => (value !== undefined && "S" in value ? value.S : undefined);

const isConditionFailed = (error: unknown): boolean => error instanceof Error && error.name === "ConditionalCheckFailedException";
