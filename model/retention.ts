import { DOCUMENT_LIMITS } from "./document-limits.js";

/** How one kind of data ends, wherever it lies: a bucket's lifecycle, a table's TTL, a log group and a lock all read the same row. */
export interface Retention {
  /** Days after which it goes. */
  readonly days: number;
  /** Days after which it moves to storage that costs less to keep and more to read. @default it stays where it is */
  readonly coldAfterDays?: number;
  /** Days during which nobody removes it. @default not locked */
  readonly lockDays?: number;
}

const PERSONAL = DOCUMENT_LIMITS.privacy.retentionDays;
const LOCK_DAYS = 365;

/**
 * The retention classes. The first four are the classes of the record of processing, with the limits that
 * `privacy-retention-limit` holds the record to. All are product decisions unless a source is given.
 */
export const RETENTION = {
  /** What somebody's body, place or home says. */
  sensitive: { days: PERSONAL.sensitive },
  personal: { days: PERSONAL.personal },
  pseudonymous: { days: PERSONAL.pseudonymous },
  /** Says nothing about people. */
  technical: { days: PERSONAL.technical },
  /** Logs that people look into while they run the fleet. */
  operational: { days: 365 },
  /** What proves who did what. Asked for rarely after a year. */
  evidence: { days: 3650, coldAfterDays: 365, lockDays: LOCK_DAYS },
  /** An update stays available for ten years: CRA Art. 13(9). Only versions that were replaced are counted. */
  firmware: { days: 3650, lockDays: LOCK_DAYS },
  /** A withdrawn consent: the general limitation of a claim in most Member States is three years. */
  consent: { days: 1096 },
  /** Long enough for a slow attack to be noticed; the same number as backup-plan-retention's, after AWS Config's own rule. */
  backup: { days: 35 },
} as const satisfies Readonly<Record<string, Retention>>;

export type RetentionClass = keyof typeof RETENTION;

/** A class, or a number of days of one's own. */
export type RetentionChoice = RetentionClass | number;

/** The row of a class; a number of days is a row with neither cold storage nor lock. */
export const retentionOf = (choice: RetentionChoice): Retention => (typeof choice === "number" ? { days: choice } : RETENTION[choice]);

/** Days a CloudWatch log group can keep events. Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const LOG_GROUP_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days of a log group for a class: the first it can keep that is not shorter. A number is taken as it is, for AWS to judge. */
export function logGroupDays(choice: RetentionChoice): number {
  if (typeof choice === "number") return choice;
  const { days } = RETENTION[choice];
  return LOG_GROUP_DAYS.find((possible) => possible >= days) ?? days;
}
