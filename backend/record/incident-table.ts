import type { Millis } from "../../model/detectors/types.js";
import type { EvidenceRecord } from "../../model/evidence.js";
import type { ClockAnchor } from "../../model/incident/clocks.js";
import type { Incident } from "../../model/incident/incident.js";
import { AwsCallError, type AwsClient } from "../aws/client.js";
import { getItem, type Item, number, numberOf, queryItems, text, textOf, transactWriteItems } from "../aws/dynamodb.js";
import { type ChainHead, type EvidenceEntry, nextRecord } from "./evidence-log.js";

/** An incident as it stands, next to the chain that says how it came to. */
export interface OpenIncident {
  readonly incident: Incident;
  /** Counts the writes; 0 for one that is not there yet. */
  readonly version: number;
  readonly openedAt: Millis;
  readonly anchors: Readonly<Partial<Record<ClockAnchor, Millis>>>;
}

export interface IncidentTable {
  find(id: string): Promise<OpenIncident | undefined>;
  /** The incident that alarms of this thing or address go to. */
  latestOf(subject: string): Promise<OpenIncident | undefined>;
  /**
   * Writes the record to the end of the chain and the incident with it, both or neither; undefined when somebody else has written to either
   * since they were read. The caller reads again.
   */
  append(entry: EvidenceEntry, next: OpenIncident, subject: string): Promise<EvidenceRecord | undefined>;
  /** The whole chain, from its first record, and its head as it is kept apart. */
  chain(): Promise<{ readonly records: readonly EvidenceRecord[]; readonly head: string | undefined }>;
}

const CHAIN = "chain";
const HEAD = "head";

/** The incident table: key `id` and `seq`. One chain for the whole table: that an incident was taken out as a whole shows too. */
export function createIncidentTable(client: AwsClient, tableName: string): IncidentTable {
  const read = (id: string): Promise<Item | undefined> => getItem(client, tableName, { id: text(id), seq: number(0) });
  const find = async (id: string): Promise<OpenIncident | undefined> => openIncidentOf(await read(`incident#${id}`));
  return {
    find,
    async latestOf(subject) {
      const id = textOf(await read(`subject#${subject}`), "incident");
      return id === undefined ? undefined : find(id);
    },
    async append(entry, next, subject) {
      const record = nextRecord(headOf(await read(HEAD)), entry);
      const put = (item: Item, condition?: object): object => ({ Put: { TableName: tableName, Item: item, ...condition } });
      try {
        await transactWriteItems(client, {
          // A repeated call within ten minutes is the same write, should its first answer have been lost.
          ClientRequestToken: record.hash.slice(0, 36),
          TransactItems: [
            put(recordItem(record), { ConditionExpression: "attribute_not_exists(id)" }),
            put(
              { id: text(HEAD), seq: number(0), hash: text(record.hash), at: text(record.at), length: number(record.seq + 1) },
              record.seq === 0
                ? { ConditionExpression: "attribute_not_exists(id)" }
                : {
                    ConditionExpression: "#hash = :previous",
                    ExpressionAttributeNames: { "#hash": "hash" },
                    ExpressionAttributeValues: { ":previous": text(record.previous) },
                  },
            ),
            put(incidentItem(next), {
              ConditionExpression: "attribute_not_exists(id) OR version = :read",
              ExpressionAttributeValues: { ":read": number(next.version) },
            }),
            put({ id: text(`subject#${subject}`), seq: number(0), incident: text(next.incident.id) }),
          ],
        });
        return record;
      } catch (error) {
        if (error instanceof AwsCallError && isOvertaken(error)) return undefined;
        throw error;
      }
    },
    async chain() {
      const items = await queryItems(client, {
        TableName: tableName,
        KeyConditionExpression: "id = :chain",
        ExpressionAttributeValues: { ":chain": text(CHAIN) },
        ConsistentRead: true,
      });
      return { records: items.map(recordOf), head: textOf(await read(HEAD), "hash") };
    },
  };
}

/** TransactionConflict: two transactions met on one item, and the other one goes on. */
function isOvertaken({ code, reasons }: AwsCallError): boolean {
  return code === "TransactionCanceledException" && reasons.some((reason) => /^(ConditionalCheckFailed|TransactionConflict)$/.test(reason));
}

function headOf(item: Item | undefined): ChainHead | undefined {
  const hash = textOf(item, "hash");
  return hash === undefined ? undefined : { hash, at: textOf(item, "at") ?? "", seq: (numberOf(item, "length") ?? 1) - 1 };
}

const recordItem = (record: EvidenceRecord): Item => ({
  id: text(CHAIN),
  seq: number(record.seq),
  at: text(record.at),
  kind: text(record.kind),
  subjectKind: text(record.subjectKind),
  data: text(JSON.stringify(record.data)),
  previous: text(record.previous),
  hash: text(record.hash),
});

const recordOf = (item: Item): EvidenceRecord => ({
  seq: numberOf(item, "seq") ?? -1,
  at: textOf(item, "at") ?? "",
  kind: textOf(item, "kind") ?? "",
  subjectKind: textOf(item, "subjectKind") as EvidenceRecord["subjectKind"],
  data: JSON.parse(textOf(item, "data") ?? "null") as EvidenceRecord["data"],
  previous: textOf(item, "previous") ?? "",
  hash: textOf(item, "hash") ?? "",
});

const incidentItem = ({ incident, version, openedAt, anchors }: OpenIncident): Item => ({
  id: text(`incident#${incident.id}`),
  seq: number(0),
  version: number(version + 1),
  openedAt: number(openedAt),
  incident: text(JSON.stringify(incident)),
  anchors: text(JSON.stringify(anchors)),
});

function openIncidentOf(item: Item | undefined): OpenIncident | undefined {
  const incident = textOf(item, "incident");
  if (incident === undefined) return undefined;
  return {
    incident: JSON.parse(incident) as Incident,
    version: numberOf(item, "version") ?? 0,
    openedAt: numberOf(item, "openedAt") ?? 0,
    anchors: JSON.parse(textOf(item, "anchors") ?? "{}") as OpenIncident["anchors"],
  };
}
