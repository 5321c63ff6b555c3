import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import type { KinesisEvent } from "../../backend/detection/kinesis.js";
import type { FleetEvent } from "../../model/detectors/types.js";

const SESSION = "a4666d2a7d844ae4ac5d7b38c9cb7967";
const LOG_REASON = { authorization: "AUTHORIZATION_FAILURE", limit: "THROTTLED" } as const;

/** How AWS would tell of an event: a lifecycle or job event, our own measure of a message, or a line of the AWS IoT log. */
export function awsShapeOf(event: FleetEvent): { readonly message: object; readonly isLog: boolean } {
  const lifecycle = (message: object) => ({ message: { timestamp: event.at, sessionIdentifier: SESSION, ...message }, isLog: false });
  const log = (message: object) => ({
    message: {
      timestamp: new Date(event.at).toISOString().replace("T", " ").replace("Z", ""),
      logLevel: "ERROR",
      traceId: "20b23f3f-d7f1-feae-169f-82263394fbdb",
      accountId: "123456789012",
      status: "Failure",
      protocol: "MQTT",
      sourcePort: 13490,
      ...message,
    },
    isLog: true,
  });
  switch (event.type) {
    case "connected":
      return lifecycle({
        clientId: event.clientId,
        eventType: "connected",
        principalIdentifier: event.certificateId,
        ipAddress: event.source,
        versionNumber: 0,
      });
    case "disconnected":
      return lifecycle({
        clientId: event.clientId,
        eventType: "disconnected",
        clientInitiatedDisconnect: event.reason === "client",
        disconnectReason: {
          client: "CLIENT_INITIATED_DISCONNECT",
          server: "SERVER_INITIATED_DISCONNECT",
          takeover: "DUPLICATE_CLIENTID",
          keepalive: "MQTT_KEEP_ALIVE_TIMEOUT",
        }[event.reason],
        versionNumber: 0,
      });
    case "subscribed":
      return lifecycle({ clientId: event.thing, eventType: "subscribed", topics: [event.filter] });
    case "published":
      return {
        message: {
          eventType: "published",
          timestamp: event.at,
          thing: event.thing,
          topic: event.topic,
          size64: Math.ceil(event.bytes / 3) * 4,
        },
        isLog: false,
      };
    case "job-execution":
      return {
        message: {
          eventType: "JOB_EXECUTION",
          eventId: "cca89fa5-8a7f-4ced-8c20-5e653afb3572",
          timestamp: event.at / 1000,
          operation: event.status.toLowerCase(),
          jobId: event.jobId,
          thingArn: `arn:aws:iot:us-east-1:123456789012:thing/${event.thing}`,
          status: event.status,
          ...(event.reasonCode === undefined ? {} : { statusDetails: { reasonCode: event.reasonCode } }),
        },
        isLog: false,
      };
    case "connect-refused": {
      const who = { clientId: event.clientId, sourceIp: event.source };
      if (event.reason === "authorization" || event.reason === "limit")
        return log({ eventType: "Connect", ...who, reason: LOG_REASON[event.reason] });
      return log({
        eventType: "Connection.AuthNError",
        ...who,
        reason: event.reason === "tls" ? "SNI_MISUSED" : "DEVICE_CERTIFICATE_NOT_REGISTERED",
      });
    }
    case "publish-refused":
      return log({ eventType: "Publish-In", clientId: event.thing, topicName: event.topic, reason: "AUTHORIZATION_FAILURE" });
    case "subscribe-refused":
      return log({ eventType: "Subscribe", clientId: event.thing, topicName: event.filter, reason: "AUTHORIZATION_FAILURE" });
  }
}

/** Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
export function logEnvelope(lines: readonly string[], messageType = "DATA_MESSAGE"): Buffer {
  return gzipSync(
    JSON.stringify({
      messageType,
      owner: "123456789012",
      logGroup: "AWSIotLogsV2",
      logStream: "e5d0d1b0-6f4f-4c3e-9c7f-2f8d0c5a1b22_123456789012_0",
      subscriptionFilters: ["acme-detection"],
      logEvents: lines.map((message, id) => ({ id: String(id).padStart(56, "3"), timestamp: 1_432_826_855_000, message })),
    }),
  );
}

/** Source: docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
export function kinesisEvent(data: readonly Buffer[], { shard = "shardId-000000000006", from = 0 } = {}): KinesisEvent {
  return {
    Records: data.map((bytes, index) => {
      const sequenceNumber = `4959033827149025660855969253836157109592157598913658${String(8898 + from + index).padStart(4, "0")}`;
      return {
        kinesis: {
          kinesisSchemaVersion: "1.0",
          partitionKey: "1",
          sequenceNumber,
          data: bytes.toString("base64"),
          approximateArrivalTimestamp: 1545084650.987,
        },
        eventSource: "aws:kinesis",
        eventVersion: "1.0",
        eventID: `${shard}:${sequenceNumber}`,
        eventName: "aws:kinesis:record",
        invokeIdentityArn: "arn:aws:iam::123456789012:role/lambda-role",
        awsRegion: "us-east-2",
        eventSourceARN: "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream",
      };
    }),
  };
}

/** One record an event, as the rules and the subscription filter would put them into the stream. */
export const recordOf = (event: FleetEvent): Buffer => {
  const { message, isLog } = awsShapeOf(event);
  return isLog ? logEnvelope([JSON.stringify(message)]) : Buffer.from(JSON.stringify(message));
};
