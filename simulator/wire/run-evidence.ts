import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEvidenceLog, type EvidenceEntry, verifyChain } from "../../backend/record/evidence-log.js";
import type { EvidenceRecord } from "../../model/evidence.js";
import type { Json } from "../../model/resource.js";
import type { RolloutOutcome, RunResult } from "../../model/run.js";
import type { AttackReport } from "../attacks/types.js";
import type { CloudReport } from "./messages.js";
import type { ProbeResult } from "./probes.js";

export interface EvidenceInputs {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly context: Json;
  readonly probes: readonly ProbeResult[];
  readonly reach: RunResult["reach"];
  readonly attacks: readonly AttackReport[];
  readonly cloud: CloudReport;
  readonly rollouts: readonly RolloutOutcome[];
}

/** What happened, in order of time, hash-chained as the backend chains it. */
export function runEvidence({
  startedAt,
  endedAt,
  context,
  probes,
  reach,
  attacks,
  cloud,
  rollouts,
}: EvidenceInputs): readonly EvidenceRecord[] {
  const entries: EvidenceEntry[] = [
    { at: startedAt, kind: "run-started", subjectKind: "process", data: context },
    ...probes.map((probe): EvidenceEntry => ({ at: startedAt, kind: "probe", subjectKind: "backend", data: asJson(probe) })),
    ...(reach?.tries ?? []).map((tried): EvidenceEntry => ({ at: startedAt, kind: "reach", subjectKind: "backend", data: asJson(tried) })),
    ...attacks.map(
      (attack): EvidenceEntry => ({ at: attack.endedAt, kind: "attack", subjectKind: "simulated-device", data: asJson(attack) }),
    ),
    ...cloud.alarms.map((alarm): EvidenceEntry => ({ at: alarm.firstSeen, kind: "alarm", subjectKind: "backend", data: asJson(alarm) })),
    ...cloud.actions.map((action): EvidenceEntry => ({ at: action.at, kind: "response", subjectKind: "backend", data: asJson(action) })),
    ...rollouts.map(
      ({ curve: _, ...outcome }): EvidenceEntry => ({
        at: endedAt,
        kind: "rollout",
        subjectKind: "simulated-device",
        data: asJson(outcome),
      }),
    ),
    { at: endedAt, kind: "run-ended", subjectKind: "process", data: { detection: asJson(cloud.detection) } },
  ];
  const log = createEvidenceLog();
  const ordered = entries.map((entry, i) => ({ entry, i })).sort((a, b) => a.entry.at - b.entry.at || a.i - b.i);
  for (const { entry } of ordered) log.append({ ...entry, at: Math.floor(entry.at) });
  return log.records();
}

/** Edits one record of a copy and asks whether the chain shows it, at that record. */
export function editIsFound(records: readonly EvidenceRecord[]): boolean {
  const at = Math.floor(records.length / 2);
  const edited = records.map((record, i) => (i === at ? { ...record, data: { edited: true } } : record));
  const verdict = verifyChain(edited);
  return verifyChain(records).ok && !verdict.ok && verdict.seq === at;
}

/** Writes run.json and evidence.jsonl whole or not at all. */
export function writeRun(outDir: string, result: RunResult, records: readonly EvidenceRecord[]): void {
  mkdirSync(outDir, { recursive: true });
  writeWhole(join(outDir, "evidence.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  writeWhole(join(outDir, "run.json"), `${JSON.stringify(result, null, 1)}\n`);
}

function writeWhole(path: string, text: string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}

/** Plain data of our own types, whose optional members JSON leaves out. */
const asJson = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json;
