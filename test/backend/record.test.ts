import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEvidenceLog, GENESIS, verifyChain } from "../../backend/record/evidence-log.js";
import { addEntry, addResponse, missingSteps, openIncident, suggestedAwareness } from "../../backend/record/incident.js";
import type { Alarm } from "../../model/detectors/types.js";
import type { EvidenceRecord } from "../../model/evidence.js";
import { at } from "./events.js";

function logOf(count: number) {
  const log = createEvidenceLog();
  for (let i = 0; i < count; i++)
    log.append({ at: at(i), kind: "alarm", subjectKind: "simulated-device", data: { thing: `lock-${i}`, observed: i } });
  return log;
}

const edited = (records: readonly EvidenceRecord[], index: number, change: Partial<EvidenceRecord>): EvidenceRecord[] =>
  records.map((record, i) => (i === index ? { ...record, ...change } : record));

describe("evidence log", () => {
  test("chains each record to the one before, from a fixed beginning", () => {
    const log = logOf(3);
    const [first, second] = log.records();
    expect(first?.previous).toBe(GENESIS);
    expect(second?.previous).toBe(first?.hash);
    expect(verifyChain(log.records(), log.head())).toEqual({ ok: true, head: log.head() });
  });

  test("gives the hash another program gets from the canonical JSON", () => {
    const log = createEvidenceLog();
    const record = log.append({ at: Date.UTC(2026, 10, 25), kind: "alarm", subjectKind: "backend", data: { b: 1, a: "é" } });
    // printf '{"at":"2026-11-25T00:00:00.000Z","data":{"a":"é","b":1},"kind":"alarm","previous":"000...","seq":0,"subjectKind":"backend"}' | sha256sum
    expect(record.hash).toBe("a0114d7ee835c8e219d684a03d59df1b681e2ffccb3b2112ab695df81e2f5ffb");
  });

  test.each([
    ["changed data", (r: readonly EvidenceRecord[]) => edited(r, 2, { data: { thing: "lock-2", observed: 99 } }), 2, "hash"],
    ["a changed time", (r: readonly EvidenceRecord[]) => edited(r, 1, { at: "2026-11-25T00:00:01.001Z" }), 1, "hash"],
    ["a record left out", (r: readonly EvidenceRecord[]) => r.filter((_, i) => i !== 2), 2, "sequence"],
    [
      "a record left out and the rest renumbered",
      (r: readonly EvidenceRecord[]) => r.filter((_, i) => i !== 2).map((record, seq) => ({ ...record, seq })),
      2,
      "link",
    ],
    [
      "two records swapped",
      (r: readonly EvidenceRecord[]) => [r[0], r[2], r[1], r[3], r[4]].filter((record) => record !== undefined),
      1,
      "sequence",
    ],
    ["a missing beginning", (r: readonly EvidenceRecord[]) => r.slice(1), 0, "sequence"],
    ["a cut at the end", (r: readonly EvidenceRecord[]) => r.slice(0, 3), 3, "head"],
  ])("%s is found and named", (_name, tamper, seq, problem) => {
    const log = logOf(5);
    expect(verifyChain(tamper(log.records()), log.head())).toEqual({ ok: false, seq, problem });
  });

  test("any single change of any record is found at that record", () => {
    const records = logOf(6).records();
    const change = fc.oneof(
      fc.record({ data: fc.jsonValue().map((value) => value as EvidenceRecord["data"]) }),
      fc.record({ kind: fc.string() }),
      fc.record({ previous: fc.string() }),
      fc.record({ hash: fc.string() }),
      fc.record({ seq: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.nat(5), change, (index, changes) => {
        const tampered = edited(records, index, changes);
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(records));
        expect(verifyChain(tampered)).toMatchObject({ ok: false, seq: index });
      }),
    );
  });

  test("the log keeps its own copy of what it was given", () => {
    const log = createEvidenceLog();
    const data = { things: ["lock-1"] };
    log.append({ at: at(0), kind: "alarm", subjectKind: "backend", data });
    data.things.push("lock-2");
    expect(verifyChain(log.records())).toMatchObject({ ok: true });
    expect(log.records()[0]?.data).toEqual({ things: ["lock-1"] });
  });

  test("a late report is written down at the time of the last record, never before it", () => {
    const log = logOf(3);
    expect(log.append({ at: at(0), kind: "late", subjectKind: "backend", data: null }).at).toBe(new Date(at(2)).toISOString());
    expect(verifyChain(log.records())).toMatchObject({ ok: true });
  });
});

describe("incident record", () => {
  const alarm = (id: string, thing: string, firstSeen: number, seen: number, severity: Alarm["severity"] = "high"): Alarm => ({
    id,
    detector: "foreign-topic-access",
    severity,
    thing,
    firstSeen: at(firstSeen),
    at: at(seen),
    metric: "subscribe-refused",
    observed: 3,
    expected: "fewer than 3 in 10 s",
    windowMs: 10_000,
    evidence: [],
  });
  const opened = () => {
    const incident = openIncident("INC-1", [alarm("a1", "lock-2", 5, 9), alarm("a2", "lock-1", 2, 11, "critical")], at(12));
    if (incident === undefined) throw new Error("two alarms open an incident");
    return incident;
  };

  test("opens with the earliest event, every detection, and the gravest severity", () => {
    const incident = opened();
    expect(incident).toMatchObject({ id: "INC-1", severity: "critical", alarms: ["a1", "a2"], things: ["lock-1", "lock-2"] });
    expect(incident.timeline.map(({ step, at: time }) => [step, time])).toEqual([
      ["occurred", new Date(at(2)).toISOString()],
      ["detected", new Date(at(9)).toISOString()],
      ["detected", new Date(at(11)).toISOString()],
    ]);
    expect(suggestedAwareness(incident)).toBe(new Date(at(9)).toISOString());
  });

  test("awareness is a person's decision: it is missing until someone writes it", () => {
    const incident = opened();
    expect(missingSteps(incident)).toEqual(["aware", "contained", "reported"]);
    const aware = addEntry(incident, { at: at(60), step: "aware", source: "A. Meyer", text: "credible", judgement: true }, at(61));
    expect(missingSteps(aware)).toEqual(["contained", "reported"]);
    expect(aware.timeline.at(-1)).toMatchObject({ judgement: true, source: "A. Meyer" });
  });

  test("what was written stays as it was", () => {
    const incident = opened();
    const before = JSON.stringify(incident);
    const later = addEntry(incident, { at: at(1), step: "note", source: "x", text: "seen in the archive" }, at(20));
    expect(JSON.stringify(incident)).toBe(before);
    expect(later.timeline.slice(0, 3)).toEqual(incident.timeline);
    expect(later.timeline.map((entry) => entry.seq)).toEqual([0, 1, 2, 3]);
  });

  test("the time of writing never runs backwards and never lies before what is told", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(100), now: fc.nat(100) }), { maxLength: 10 }), (entries) => {
        const incident = entries.reduce(
          (state, entry) => addEntry(state, { at: at(entry.at), step: "note", source: "x", text: "y" }, at(entry.now)),
          opened(),
        );
        const written = incident.timeline.map((entry) => entry.recordedAt);
        expect(written).toEqual(written.toSorted());
        for (const entry of incident.timeline) expect(entry.recordedAt >= entry.at).toBe(true);
      }),
    );
  });

  test("a quarantine done contains; one only rehearsed does not", () => {
    const action = { action: "quarantine", target: "lock-1", alarm: "a1", reason: "r" } as const;
    expect(missingSteps(addResponse(opened(), [{ ...action, outcome: "dry-run" }], at(13)))).toContain("contained");
    expect(missingSteps(addResponse(opened(), [{ ...action, outcome: "done" }], at(13)))).not.toContain("contained");
  });

  test("without an alarm there is no incident", () => {
    expect(openIncident("INC-2", [], at(0))).toBeUndefined();
  });
});
