import { describe, expect, it } from "vitest";
import { BASELINE } from "../../model/baseline.js";
import { LOG_GROUP_DAYS, logGroupDays, RETENTION, type RetentionClass, retentionOf } from "../../model/retention.js";

const CLASSES = Object.keys(RETENTION) as readonly RetentionClass[];

describe("retention classes", () => {
  it("hold personal data no longer than the record of processing may say", () => {
    for (const [name, days] of Object.entries(BASELINE.documents.privacy.retentionDays))
      expect(RETENTION[name as RetentionClass].days, name).toBe(days);
  });

  it("lock and cool nothing after it has gone", () => {
    for (const name of CLASSES) {
      const { days, coldAfterDays = 0, lockDays = 0 } = retentionOf(name);
      expect(Math.max(coldAfterDays, lockDays), name).toBeLessThanOrEqual(days);
    }
  });

  it("keep a log group no shorter than the class says, in days that AWS takes", () => {
    for (const name of CLASSES) {
      expect(LOG_GROUP_DAYS, name).toContain(logGroupDays(name));
      expect(logGroupDays(name), name).toBeGreaterThanOrEqual(RETENTION[name].days);
    }
    expect(logGroupDays(42)).toBe(42);
  });

  it("leave a number of days as it is, with neither cold storage nor lock", () => {
    expect(retentionOf(42)).toEqual({ days: 42 });
  });
});
