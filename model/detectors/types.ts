import type { Severity } from "../finding.js";
import type { ObligationId } from "../obligations/catalogue.js";

/** Milliseconds since the epoch. Everything in model/ and backend/ takes time as an argument; nothing reads a clock. */
export type Millis = number;

/** Why a connection or an action was refused; `tls` means the handshake failed and no client id is known. */
export type RefusalReason = "tls" | "certificate" | "authorization" | "quarantine" | "limit";

/**
 * What the cloud side sees, one record an event. The simulator's broker produces them from its hooks; in AWS they come from lifecycle
 * events, IoT logs and the jobs topics. `thing` is the registry name the certificate maps to, absent when identity was not established.
 */
export type FleetEvent =
  | {
      readonly type: "connected";
      readonly at: Millis;
      readonly thing: string;
      readonly clientId: string;
      readonly source: string;
      readonly certificateId: string;
    }
  | {
      readonly type: "disconnected";
      readonly at: Millis;
      readonly thing: string;
      readonly clientId: string;
      readonly reason: "client" | "server" | "takeover" | "keepalive";
    }
  | {
      readonly type: "connect-refused";
      readonly at: Millis;
      readonly thing?: string;
      readonly clientId?: string;
      readonly source: string;
      readonly reason: RefusalReason;
    }
  | { readonly type: "published"; readonly at: Millis; readonly thing: string; readonly topic: string; readonly bytes: number }
  | {
      readonly type: "publish-refused";
      readonly at: Millis;
      readonly thing: string;
      readonly topic: string;
      readonly bytes: number;
      readonly reason: RefusalReason;
    }
  | { readonly type: "subscribed"; readonly at: Millis; readonly thing: string; readonly filter: string }
  | {
      readonly type: "subscribe-refused";
      readonly at: Millis;
      readonly thing: string;
      readonly filter: string;
      readonly reason: RefusalReason;
    }
  | {
      readonly type: "job-execution";
      readonly at: Millis;
      readonly thing: string;
      readonly jobId: string;
      readonly status: string;
      readonly reasonCode?: string;
    };

export type FleetEventType = FleetEvent["type"];

/** How a detector decides. Each kind is one pure evaluator in backend/detection. */
export type DetectorLogic =
  /** At least `count` matching events by one subject inside `windowMs` (sliding). */
  | {
      readonly kind: "count";
      readonly events: readonly FleetEventType[];
      readonly reasons?: readonly RefusalReason[];
      /** Only events whose topic or filter matches one of these patterns (`*` and `?` as in policies; `+` and `#` are literal). */
      readonly topics?: readonly string[];
      /** Count different client ids, not events: a device that retries under its own name is one. */
      readonly distinct?: "clientId";
      readonly count: number;
      readonly windowMs: number;
    }
  /** Bytes (or messages) published by one thing in a window, against its own learned baseline and an absolute floor. */
  | {
      readonly kind: "volume";
      readonly measure: "bytes" | "messages";
      readonly windowMs: number;
      /** Alarm when the window exceeds the baseline level + sigmas * deviation (mean absolute difference from the level) ... */
      readonly sigmas: number;
      /** ... and at least this factor times the baseline ... */
      readonly factor: number;
      /** ... and at least this much, in bytes or messages a window. */
      readonly floor: number;
      /** Windows to learn before the detector may speak. */
      readonly learnWindows: number;
    }
  /** A connected thing that has not published for longer than its habit allows; told by the passing of time, not by an event. */
  | {
      readonly kind: "silence";
      /** Times the average interval between its messages ... */
      readonly factor: number;
      /** ... and at least this long. */
      readonly floorMs: number;
      /** Intervals to learn before the detector may speak. */
      readonly learnIntervals: number;
    }
  /** A job execution that ended with one of these reason codes. */
  | { readonly kind: "job-reason"; readonly reasonCodes: readonly string[] };

/** Who is held responsible: the thing, or the network source when no identity was established. */
export type DetectorSubject = "thing" | "source";

export interface Detector {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly title: string;
  readonly subject: DetectorSubject;
  readonly logic: DetectorLogic;
  readonly severity: Severity;
  /** `quarantine` needs an identified thing; `block-source` refuses further connections from the address. */
  readonly response: "quarantine" | "block-source" | "notify";
  /** MITRE ATT&CK technique ids with the matrix they belong to; tactics are not hard-coded (they move between versions). */
  readonly techniques: readonly { readonly matrix: "ics" | "enterprise"; readonly id: string; readonly name: string }[];
  readonly obligations: readonly ObligationId[];
  /** What a person should do; shown in the finding. */
  readonly runbook: string;
}

/** One episode: opened by the first alarm of a detector on a subject, updated in place, never one per data point. */
export interface Alarm {
  /** Stable within a run: detector + subject + episode number. */
  readonly id: string;
  readonly detector: string;
  readonly severity: Severity;
  readonly thing?: string;
  readonly source?: string;
  readonly firstSeen: Millis;
  readonly at: Millis;
  readonly metric: string;
  readonly observed: number;
  readonly expected: string;
  readonly windowMs: number;
  readonly evidence: readonly string[];
}
