import type { FleetEvent, Millis, RefusalReason } from "../../model/detectors/types.js";
import { isRecord } from "../aws/client.js";

/**
 * What AWS tells of a fleet, as the model's events. Pure; every string in it is a client's own words. Three sources, told apart by their shape:
 *
 * - lifecycle events: docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 * - job events: docs.aws.amazon.com/iot/latest/developerguide/events-jobs.html
 * - entries of the AWS IoT log: docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
 *
 * and one shape of our own, which the rule over telemetry makes: who published where and how much, never what.
 *
 * The thing of an established connection is its client id: the device policy lets a certificate connect under its thing's name only. The
 * client id of a refused connect is a claim, and nobody is held responsible for it.
 *
 * @returns no event for what says nothing of a device (a success in the log, a job nobody refused); undefined for a shape that is none of these
 */
export function fleetEventsOf(message: unknown): readonly FleetEvent[] | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.eventType) {
    case "connected":
    case "disconnected":
    case "connect_failed":
      return presence(message);
    case "subscribed":
    case "unsubscribed":
      return subscriptions(message);
    case "JOB_EXECUTION":
      return jobExecution(message);
    case "published":
      return published(message);
    default:
      return typeof message.eventType === "string" && typeof message.status === "string" ? logEntry(message) : undefined;
  }
}

type Message = Readonly<Record<string, unknown>>;

function presence(message: Message): readonly FleetEvent[] | undefined {
  const at = timeOf(message.timestamp);
  const clientId = textOf(message.clientId);
  if (at === undefined || clientId === undefined) return undefined;
  const thing = textOf(message.thingName) ?? clientId;
  const source = textOf(message.ipAddress);
  if (message.eventType === "disconnected")
    return [{ type: "disconnected", at, thing, clientId, reason: disconnectReason(message.disconnectReason) }];
  if (source === undefined) return undefined;
  if (message.eventType === "connect_failed") return [{ type: "connect-refused", at, clientId, source, reason: "authorization" }];
  return [{ type: "connected", at, thing, clientId, source, certificateId: textOf(message.principalIdentifier) ?? "" }];
}

/** The reasons that are somebody else's doing than the client's or the network's. */
function disconnectReason(reason: unknown): "client" | "server" | "takeover" | "keepalive" {
  switch (reason) {
    case "DUPLICATE_CLIENTID":
      return "takeover";
    case "MQTT_KEEP_ALIVE_TIMEOUT":
    case "CONNECTION_LOST":
      return "keepalive";
    case "CLIENT_INITIATED_DISCONNECT":
    case "CLIENT_ERROR":
    case "WEBSOCKET_TTL_EXPIRATION":
      return "client";
    default:
      return "server";
  }
}

function subscriptions(message: Message): readonly FleetEvent[] | undefined {
  const at = timeOf(message.timestamp);
  const thing = textOf(message.thingName) ?? textOf(message.clientId);
  if (at === undefined || thing === undefined || !Array.isArray(message.topics)) return undefined;
  if (message.eventType === "unsubscribed") return [];
  return message.topics.flatMap((filter) => (typeof filter === "string" ? [{ type: "subscribed" as const, at, thing, filter }] : []));
}

function jobExecution(message: Message): readonly FleetEvent[] | undefined {
  const at = timeOf(message.timestamp);
  const jobId = textOf(message.jobId);
  const status = textOf(message.status);
  const thing = textOf(message.thingArn)?.split("/").slice(1).join("/");
  if (at === undefined || jobId === undefined || status === undefined || thing === undefined || thing === "") return undefined;
  const reasonCode = isRecord(message.statusDetails) ? textOf(message.statusDetails.reasonCode) : undefined;
  return [{ type: "job-execution", at, thing, jobId, status, ...(reasonCode === undefined ? {} : { reasonCode }) }];
}

/** `size64` is the length of the payload in base64, the one measure of a payload the rules engine's SQL has: four characters for three bytes. */
function published(message: Message): readonly FleetEvent[] | undefined {
  const at = timeOf(message.timestamp);
  const thing = textOf(message.thing);
  const topic = textOf(message.topic);
  if (at === undefined || thing === undefined || topic === undefined || typeof message.size64 !== "number") return undefined;
  return [{ type: "published", at, thing, topic, bytes: Math.floor((message.size64 * 3) / 4) }];
}

function logEntry(entry: Message): readonly FleetEvent[] | undefined {
  if (entry.status !== "Failure") return [];
  const at = timeOf(entry.timestamp);
  if (at === undefined) return undefined;
  const reason = refusal(entry.eventType, textOf(entry.reason) ?? "");
  if (reason === undefined) return [];
  const clientId = textOf(entry.clientId);
  const source = textOf(entry.sourceIp);
  const name = textOf(entry.topicName);
  switch (entry.eventType) {
    case "Connect":
    case "Connection.AuthNError":
      return source === undefined ? [] : [{ type: "connect-refused", at, source, ...(clientId === undefined ? {} : { clientId }), reason }];
    case "Publish-In":
      return clientId === undefined || name === undefined
        ? []
        : [{ type: "publish-refused", at, thing: clientId, topic: name, bytes: 0, reason }];
    case "Subscribe":
      return clientId === undefined || name === undefined ? [] : [{ type: "subscribe-refused", at, thing: clientId, filter: name, reason }];
    default:
      return [];
  }
}

/** Failures of the service or of our own settings are no refusals: nobody is suspected for them. */
function refusal(eventType: unknown, reason: string): RefusalReason | undefined {
  if (eventType === "Connection.AuthNError") {
    if (reason === "SNI_MISUSED") return "tls";
    return /^(DEVICE_CERTIFICATE_|SECURITY_TOKEN_|NOT_AUTHENTICATED$)/.test(reason) ? "certificate" : undefined;
  }
  if (/^AUTHORIZATION_FAIL/.test(reason)) return "authorization";
  return /THROTTL|LIMIT_EXCEEDED/.test(reason) ? "limit" : undefined;
}

/** Milliseconds; seconds in job events; UTC text such as `2017-08-10 15:37:23.476` in the log. */
function timeOf(value: unknown): Millis | undefined {
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return value < 100_000_000_000 ? value * 1000 : value;
  if (typeof value !== "string") return undefined;
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(value) ? value : `${value.replace(" ", "T")}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
