import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { FleetEvent } from "../../model/detectors/types.js";
import { isRecord } from "../aws/client.js";
import { fleetEventsOf } from "./aws-events.js";

/** What Lambda hands over from a stream, as far as it is used. Source: docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
export interface KinesisEvent {
  readonly Records: readonly {
    /** `shardId-000000000006:49590338271490256608559692538361571095921575989136588898` */
    readonly eventID: string;
    readonly kinesis: { readonly sequenceNumber: string; readonly data: string };
  }[];
}

export interface ReadRecord {
  readonly shard: string;
  readonly sequence: string;
  /** Undefined when the record could not be read. */
  readonly events: readonly FleetEvent[] | undefined;
}

/** A compressed record may not blow up to more than this. A log event is at most 256 KB and CloudWatch sends batches of up to 1 MB. */
const MAX_INFLATED = 16 * 1024 * 1024;

export function readRecord({ eventID, kinesis }: KinesisEvent["Records"][number]): ReadRecord {
  const shard = eventID.split(":")[0] ?? "";
  return { shard, sequence: kinesis.sequenceNumber, events: eventsOf(Buffer.from(kinesis.data, "base64")) };
}

function eventsOf(data: Buffer): readonly FleetEvent[] | undefined {
  try {
    // CloudWatch Logs compresses what it sends, a topic rule does not. Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
    const isGzip = data[0] === 0x1f && data[1] === 0x8b;
    const message: unknown = JSON.parse((isGzip ? gunzipSync(data, { maxOutputLength: MAX_INFLATED }) : data).toString("utf8"));
    return isRecord(message) && typeof message.messageType === "string" ? fromLogs(message) : fleetEventsOf(message);
  } catch {
    return undefined;
  }
}

/** CONTROL_MESSAGE is how CloudWatch asks whether the stream is there. A line that is not one of AWS IoT's own says nothing of a device. */
function fromLogs(envelope: Readonly<Record<string, unknown>>): readonly FleetEvent[] | undefined {
  if (envelope.messageType === "CONTROL_MESSAGE") return [];
  if (envelope.messageType !== "DATA_MESSAGE" || !Array.isArray(envelope.logEvents)) return undefined;
  return envelope.logEvents.flatMap((line) => (isRecord(line) && typeof line.message === "string" ? lineEvents(line.message) : []));
}

function lineEvents(message: string): readonly FleetEvent[] {
  try {
    return fleetEventsOf(JSON.parse(message)) ?? [];
  } catch {
    return [];
  }
}
