import type { Detector, FleetEvent, Millis } from "../../model/detectors/types.js";

/** Client-chosen text is shortened and its control characters are made visible before it goes into an alarm. */
const TEXT_LIMIT = 120;

/** One event as a line of evidence, UTC. */
export function describeEvent(event: FleetEvent): string {
  return `${new Date(event.at).toISOString()} ${event.type}${detailOf(event)}`;
}

function detailOf(event: FleetEvent): string {
  switch (event.type) {
    case "connected":
      return ` ${safe(event.clientId)} from ${safe(event.source)}`;
    case "disconnected":
      return ` ${safe(event.clientId)} (${event.reason})`;
    case "connect-refused":
      return `${event.clientId === undefined ? "" : ` ${safe(event.clientId)}`} from ${safe(event.source)} (${event.reason})`;
    case "published":
      return ` ${safe(event.topic)} (${event.bytes} bytes)`;
    case "publish-refused":
      return ` ${safe(event.topic)} (${event.bytes} bytes, ${event.reason})`;
    case "subscribed":
      return ` ${safe(event.filter)}`;
    case "subscribe-refused":
      return ` ${safe(event.filter)} (${event.reason})`;
    case "job-execution":
      return ` ${safe(event.jobId)} ${safe(event.status)}${event.reasonCode === undefined ? "" : ` (${safe(event.reasonCode)})`}`;
  }
}

export function metricName({ logic }: Detector): string {
  if (logic.kind === "volume") return `published ${logic.measure}`;
  if (logic.kind === "job-reason") return "job execution reason";
  if (logic.kind === "silence") return "seconds since the last message";
  const what = logic.events.join(" + ");
  return logic.distinct === undefined ? what : `${what}, different client ids`;
}

/** The band the observation left. */
export function expectation({ logic }: Detector, limit: number): string {
  if (logic.kind === "job-reason") return `none of ${logic.reasonCodes.join(", ")}`;
  if (logic.kind === "silence") return `a message within ${seconds(limit * 1000)}`;
  if (logic.kind === "count") return logic.count === 1 ? "none" : `fewer than ${logic.count} in ${seconds(logic.windowMs)}`;
  return `at most ${Math.round(limit)} ${logic.measure} in ${seconds(logic.windowMs)}`;
}

function seconds(ms: Millis): string {
  return `${Number((ms / 1000).toFixed(3))} s`;
}

function safe(text: string): string {
  const visible = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return visible.length > TEXT_LIMIT ? `${visible.slice(0, TEXT_LIMIT - 3)}...` : visible;
}
