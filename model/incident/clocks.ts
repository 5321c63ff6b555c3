import type { Millis } from "../detectors/types.js";
import type { RegimeId } from "../obligations/regimes.js";

/**
 * What a clock runs from. A clock without its event is not started, never guessed: when a provider became aware is a person's decision
 * (the first detection is only the earliest it can have been).
 */
export const CLOCK_ANCHORS = ["aware", "measure-available", "notification-submitted"] as const;
export type ClockAnchor = (typeof CLOCK_ANCHORS)[number];

/** What is reported; one incident can open several tracks, and they never share an end. */
export type ReportingTrack = "exploited-vulnerability" | "severe-incident" | "significant-incident" | "personal-data-breach";

export interface ReportingClock {
  /** Kebab-case, stable; part of the name of a reminder. */
  readonly id: string;
  readonly regime: RegimeId;
  readonly track: ReportingTrack;
  readonly stage: "early-warning" | "notification" | "final";
  readonly from: ClockAnchor;
  readonly within: { readonly amount: number; readonly unit: "hour" | "day" | "month" };
  readonly to: string;
  readonly provision: string;
  readonly source: string;
  /** First day (YYYY-MM-DD) on which the duty holds. */
  readonly appliesFrom: string;
}

const CRA = {
  regime: "eu-cra",
  to: "CSIRT designated as coordinator and ENISA, over the single reporting platform",
  source: "https://eur-lex.europa.eu/eli/reg/2024/2847/oj",
  // Art. 71(2): Article 14 applies earlier than the rest.
  appliesFrom: "2026-09-11",
} as const;
const NIS2 = {
  regime: "eu-nis2",
  track: "significant-incident",
  to: "CSIRT or competent authority",
  source: "https://eur-lex.europa.eu/eli/dir/2022/2555/oj",
  // Art. 41(1), second sentence.
  appliesFrom: "2024-10-18",
} as const;
const hours = (amount: number) => ({ amount, unit: "hour" as const });

/**
 * Deadlines laws set in hours, days or months. "Without undue delay" (users, data subjects, and all of the UK's PSTI Act ss. 10-12) is no
 * clock and is not here.
 */
export const REPORTING_CLOCKS: readonly ReportingClock[] = [
  {
    id: "cra-vulnerability-early-warning",
    ...CRA,
    track: "exploited-vulnerability",
    stage: "early-warning",
    from: "aware",
    within: hours(24),
    provision: "Art. 14(2)(a)",
  },
  {
    id: "cra-vulnerability-notification",
    ...CRA,
    track: "exploited-vulnerability",
    stage: "notification",
    from: "aware",
    within: hours(72),
    provision: "Art. 14(2)(b)",
  },
  {
    id: "cra-vulnerability-final",
    ...CRA,
    track: "exploited-vulnerability",
    stage: "final",
    from: "measure-available",
    within: { amount: 14, unit: "day" },
    provision: "Art. 14(2)(c)",
  },
  {
    id: "cra-incident-early-warning",
    ...CRA,
    track: "severe-incident",
    stage: "early-warning",
    from: "aware",
    within: hours(24),
    provision: "Art. 14(4)(a)",
  },
  {
    id: "cra-incident-notification",
    ...CRA,
    track: "severe-incident",
    stage: "notification",
    from: "aware",
    within: hours(72),
    provision: "Art. 14(4)(b)",
  },
  {
    id: "cra-incident-final",
    ...CRA,
    track: "severe-incident",
    stage: "final",
    from: "notification-submitted",
    within: { amount: 1, unit: "month" },
    provision: "Art. 14(4)(c)",
  },
  { id: "nis2-early-warning", ...NIS2, stage: "early-warning", from: "aware", within: hours(24), provision: "Art. 23(4)(a)" },
  { id: "nis2-notification", ...NIS2, stage: "notification", from: "aware", within: hours(72), provision: "Art. 23(4)(b)" },
  {
    id: "nis2-final",
    ...NIS2,
    stage: "final",
    from: "notification-submitted",
    within: { amount: 1, unit: "month" },
    provision: "Art. 23(4)(d)",
  },
  {
    id: "gdpr-notification",
    regime: "eu-gdpr",
    track: "personal-data-breach",
    stage: "notification",
    from: "aware",
    within: hours(72),
    to: "supervisory authority",
    provision: "Art. 33(1)",
    source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    appliesFrom: "2018-05-25",
  },
  {
    id: "uk-gdpr-notification",
    regime: "uk-gdpr",
    track: "personal-data-breach",
    stage: "notification",
    from: "aware",
    within: hours(72),
    to: "Information Commissioner",
    provision: "Art. 33(1)",
    source: "https://www.legislation.gov.uk/eur/2016/679/article/33",
    appliesFrom: "2021-01-01",
  },
];

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The end by plain arithmetic, to the millisecond: what alarms are set by. A month after the 31st ends on the last day there is. */
export function dueStrict({ within: { amount, unit } }: Pick<ReportingClock, "within">, anchor: Millis): Millis {
  if (unit === "hour") return anchor + amount * HOUR_MS;
  return unit === "day" ? anchor + amount * DAY_MS : addMonths(anchor, amount);
}

/**
 * The end as Regulation (EEC, Euratom) No 1182/71 Art. 3 counts periods of Union law, in UTC: hours run from the next full hour and through
 * weekends; days and months leave out the day of the event, end at midnight, and an end on a Saturday or Sunday moves to Monday's midnight.
 * Public holidays are not known here. Never earlier than the strict end.
 */
export function dueLatest({ within: { amount, unit } }: Pick<ReportingClock, "within">, anchor: Millis): Millis {
  if (unit === "hour") return Math.ceil(anchor / HOUR_MS) * HOUR_MS + amount * HOUR_MS;
  const day = Math.floor(anchor / DAY_MS) * DAY_MS;
  const last = unit === "day" ? day + amount * DAY_MS : addMonths(day, amount);
  const weekday = new Date(last).getUTCDay();
  const moved = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return last + (moved + 1) * DAY_MS;
}

function addMonths(from: Millis, amount: number): Millis {
  const date = new Date(from);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + amount);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime();
}

/** The clocks of a regime and track that hold on the day of the event. */
export function clocksFor(
  regimes: readonly string[],
  tracks: readonly string[],
  from: ClockAnchor,
  anchor: Millis,
): readonly ReportingClock[] {
  const day = new Date(anchor).toISOString().slice(0, 10);
  return REPORTING_CLOCKS.filter(
    (clock) => clock.from === from && clock.appliesFrom <= day && regimes.includes(clock.regime) && tracks.includes(clock.track),
  );
}
