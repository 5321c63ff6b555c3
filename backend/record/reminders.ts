import type { Millis } from "../../model/detectors/types.js";
import { dueLatest, dueStrict, type ReportingClock } from "../../model/incident/clocks.js";
import { AwsCallError, type AwsClient } from "../aws/client.js";

/** One message to the alert topic at one moment. */
export interface Reminder {
  /** Unique for incident, clock and kind: setting it again moves it. */
  readonly name: string;
  readonly at: Millis;
  readonly text: string;
}

export interface ReminderPlace {
  readonly group: string;
  /** Where it goes, and under which role; what cannot be delivered goes to `deadLettersArn`. */
  readonly topicArn: string;
  readonly roleArn: string;
  readonly deadLettersArn: string;
  readonly keyArn: string;
}

const KINDS = ["soon", "due"] as const;
/** Of the time given, what is left when the first of the two messages comes. */
const EARLY_SHARE = 0.25;
/** A moment that has passed is told at once; EventBridge Scheduler takes none in the past. */
const AT_ONCE_MS = 60_000;

/**
 * Two messages for a deadline: when a quarter of its time is left, and when it ends.
 * @param decided false while only the first detection is known and no person has said when the provider became aware
 */
export function remindersOf(
  product: string,
  incident: string,
  clock: ReportingClock,
  anchor: Millis,
  decided: boolean,
  now: Millis,
): readonly Reminder[] {
  const strict = dueStrict(clock, anchor);
  const counted = decided
    ? `counted from ${iso(anchor)}`
    : `counted from the first detection, ${iso(anchor)}: nobody has yet decided when the provider became aware`;
  const text = `${product}, incident ${incident}: ${clock.stage} of ${clock.track} to the ${clock.to} is due ${iso(strict)} (${clock.regime} ${clock.provision}; ${counted}; by Regulation 1182/71 at the latest ${iso(dueLatest(clock, anchor))}, public holidays aside). If it is not reportable, record why.`;
  return KINDS.map((kind) => ({
    name: reminderName(incident, clock, kind),
    at: Math.max(kind === "due" ? strict : strict - EARLY_SHARE * (strict - anchor), now + AT_ONCE_MS),
    text: kind === "due" ? `DUE NOW. ${text}` : text,
  }));
}

export const reminderNames = (incident: string, clock: ReportingClock): readonly string[] =>
  KINDS.map((kind) => reminderName(incident, clock, kind));
const reminderName = (incident: string, clock: ReportingClock, kind: string): string => `${incident}-${clock.id}-${kind}`;

/** Sets one-time schedules that delete themselves. Source: docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export async function setReminder(client: AwsClient, place: ReminderPlace, { name, at, text }: Reminder): Promise<void> {
  const path = `/schedules/${encodeURIComponent(name)}`;
  const body = {
    GroupName: place.group,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: "UTC",
    FlexibleTimeWindow: { Mode: "OFF" },
    ActionAfterCompletion: "DELETE",
    KmsKeyArn: place.keyArn,
    Target: { Arn: place.topicArn, RoleArn: place.roleArn, Input: text, DeadLetterConfig: { Arn: place.deadLettersArn } },
  };
  try {
    await client({ service: "scheduler", path, body });
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.code !== "ConflictException") throw error;
    await client({ service: "scheduler", method: "PUT", path, body });
  }
}

/** Takes a reminder away; one that is gone already is fine. */
export async function dropReminder(client: AwsClient, group: string, name: string): Promise<void> {
  try {
    await client({
      service: "scheduler",
      method: "DELETE",
      path: `/schedules/${encodeURIComponent(name)}?groupName=${encodeURIComponent(group)}`,
    });
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.code !== "ResourceNotFoundException") throw error;
  }
}

const iso = (at: Millis): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
