import { describe, expect, it } from "vitest";
import { DOCUMENT_LIMITS } from "../../model/document-limits.js";
import { clocksFor, dueLatest, dueStrict, REPORTING_CLOCKS, type ReportingClock } from "../../model/incident/clocks.js";

const clock = (id: string): ReportingClock => {
  const found = REPORTING_CLOCKS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
};
const utc = (text: string): number => Date.parse(`${text.replace(" ", "T")}Z`);
const shown = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

describe("deadlines", () => {
  it.each([
    ["cra-incident-early-warning", "2026-11-23 19:20", "2026-11-24 19:20", "2026-11-24 20:00"],
    ["cra-incident-notification", "2026-11-23 19:20", "2026-11-26 19:20", "2026-11-26 20:00"],
    // A weekend moves no hours.
    ["nis2-notification", "2026-12-31 23:30", "2027-01-03 23:30", "2027-01-04 00:00"],
    // From a Saturday to a Saturday; the period of Union law goes on to the end of Monday.
    ["cra-vulnerability-final", "2026-12-12 09:00", "2026-12-26 09:00", "2026-12-29 00:00"],
    ["cra-vulnerability-final", "2027-01-15 09:00", "2027-01-29 09:00", "2027-01-30 00:00"],
    // A month ends on the last day there is.
    ["cra-incident-final", "2027-01-31 10:00", "2027-02-28 10:00", "2027-03-02 00:00"],
    ["nis2-final", "2028-01-30 08:00", "2028-02-29 08:00", "2028-03-01 00:00"],
    ["cra-incident-final", "2026-12-15 10:00", "2027-01-15 10:00", "2027-01-16 00:00"],
  ])("%s from %s: %s, at the latest %s", (id, anchor, strict, latest) => {
    expect(shown(dueStrict(clock(id), utc(anchor)))).toBe(strict);
    expect(shown(dueLatest(clock(id), utc(anchor)))).toBe(latest);
  });

  it("never end earlier by the law's way of counting than by the clock", () => {
    for (const one of REPORTING_CLOCKS)
      for (let day = 0; day < 400; day++) {
        const anchor = utc("2027-01-01 00:00") + day * 86_400_000 + 12_345_678;
        expect(dueLatest(one, anchor), `${one.id} ${day}`).toBeGreaterThanOrEqual(dueStrict(one, anchor));
      }
  });
});

describe("which clocks run", () => {
  it("a final report runs from its own event, never from awareness", () => {
    expect(
      clocksFor(["eu-cra", "eu-nis2"], ["severe-incident", "significant-incident"], "aware", utc("2026-11-23 19:20")).map(({ id }) => id),
    ).toEqual(["cra-incident-early-warning", "cra-incident-notification", "nis2-early-warning", "nis2-notification"]);
    expect(clocksFor(["eu-cra"], ["severe-incident"], "notification-submitted", utc("2026-11-24 10:00")).map(({ id }) => id)).toEqual([
      "cra-incident-final",
    ]);
    expect(clocksFor(["eu-cra"], ["exploited-vulnerability"], "measure-available", utc("2026-11-24 10:00")).map(({ id }) => id)).toEqual([
      "cra-vulnerability-final",
    ]);
  });

  it("none before the duty holds", () => {
    expect(clocksFor(["eu-cra"], ["severe-incident"], "aware", utc("2026-09-10 23:59"))).toEqual([]);
    expect(clocksFor(["eu-cra"], ["severe-incident"], "aware", utc("2026-09-11 00:00"))).toHaveLength(2);
  });

  it("are those that incident plans are held to", () => {
    const inHours = { hour: 1, day: 24, month: 28 * 24 };
    const ours = REPORTING_CLOCKS.map(
      ({ regime, stage, from, within }) => `${regime} ${stage} ${from} ${within.amount * inHours[within.unit]}`,
    );
    const plans = DOCUMENT_LIMITS.incident.clocks.map(({ regime, stage, from, hours }) => `${regime} ${stage} ${from} ${hours}`);
    expect([...new Set(ours)].sort()).toEqual([...plans].sort());
  });

  it("each names its provision and where to read it, once", () => {
    for (const one of REPORTING_CLOCKS) {
      expect(one.provision).toMatch(/^Art\. \d+\(\d\)/);
      expect(one.source).toMatch(/^https:\/\//);
    }
    expect(new Set(REPORTING_CLOCKS.map(({ id }) => id)).size).toBe(REPORTING_CLOCKS.length);
  });
});
