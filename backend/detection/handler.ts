import { existsSync, readFileSync } from "node:fs";
import type { AlarmEvent } from "../../model/detectors/alarm-event.js";
import { DETECTORS, DETECTORS_FILE } from "../../model/detectors/catalogue.js";
import type { Detector } from "../../model/detectors/types.js";
import { type AwsClient, awsClientFrom, isRecord } from "../aws/client.js";
import { takeTurn } from "../aws/turn.js";
import { type KinesisEvent, readRecord } from "./kinesis.js";
import { type BatchPorts, observeBatch, sweep } from "./observe-batch.js";
import { createSubjectStore } from "./subject-store.js";

/** Days an idle thing or address is remembered: what is normal for a device takes time to learn. */
const KEEP_DAYS = 30;
/** PutEvents takes this many. Source: docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const EVENTS_A_CALL = 10;

/** Which records must come again; the shape Lambda asks for. Source: docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

let ports: BatchPorts | undefined;

/**
 * AWS Lambda entry: the detection engine over the stream of fleet events. Environment: PRODUCT, STATE_TABLE, ALARM_BUS. Called with a batch of
 * Kinesis records, or with `{"sweep": true}` by the clock.
 * @throws Error when it is called with anything else, or a sweep fails
 */
export async function handler(event: KinesisEvent | { readonly sweep: true }): Promise<BatchAnswer> {
  ports ??= portsFrom(process.env);
  if (isSweep(event)) {
    log({ event: "detection-sweep", ...(await sweep(ports)) });
    return { batchItemFailures: [] };
  }
  if (!Array.isArray(event.Records)) throw new Error("neither a batch of Kinesis records nor a sweep");
  const { failed, ...outcome } = await observeBatch(event.Records.map(readRecord), ports);
  log({ event: "detection-batch", records: event.Records.length, failed: failed.length, ...outcome });
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

export function portsFrom(environment: Readonly<Record<string, string | undefined>>): BatchPorts {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set: without it no alarm would reach anybody`);
    return value;
  };
  const bus = required("ALARM_BUS");
  const product = required("PRODUCT");
  const table = required("STATE_TABLE");
  const client = awsClientFrom(environment, () => new Date());
  return {
    product,
    detectors: detectorsBeside(),
    store: createSubjectStore(client, table, KEEP_DAYS),
    tell: (alarms) => putAlarms(client, bus, alarms),
    now: Date.now,
    turn: takeTurn,
  };
}

/** A provider's own ones lie in the package, under its signature: what they say cannot be changed without it. They were looked at when it was made. */
function detectorsBeside(): readonly Detector[] {
  const file = new URL(DETECTORS_FILE, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly Detector[]) : DETECTORS;
}

async function putAlarms(client: AwsClient, bus: string, alarms: readonly AlarmEvent[]): Promise<void> {
  for (let from = 0; from < alarms.length; from += EVENTS_A_CALL) {
    const answer = await client({
      service: "events",
      target: "AWSEvents.PutEvents",
      contentType: "application/x-amz-json-1.1",
      body: {
        Entries: alarms.slice(from, from + EVENTS_A_CALL).map((detail) => ({
          EventBusName: bus,
          Source: "bulwark.detection",
          DetailType: "Bulwark Alarm",
          Time: Math.floor(detail.alarm.at / 1000),
          Detail: JSON.stringify(detail),
        })),
      },
    });
    // The call succeeds even when entries of it were refused.
    const refused = isRecord(answer) ? Number(answer.FailedEntryCount ?? 0) : Number.NaN;
    if (refused !== 0) throw new Error(`EventBridge refused ${refused} of ${alarms.length} alarms`);
  }
}

const isSweep = (event: object): event is { readonly sweep: true } => "sweep" in event && event.sweep === true;
const log = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
