import { createHash } from "node:crypto";
import { canonicalJson } from "../../model/canonical-json.js";
import type { Millis } from "../../model/detectors/types.js";
import type { EvidenceRecord, SubjectKind } from "../../model/evidence.js";
import type { Json } from "../../model/resource.js";

/** What the first record carries as the hash of the one before. */
export const GENESIS = "0".repeat(64);

export interface EvidenceEntry {
  readonly at: Millis;
  /** Kebab-case: `alarm`, `response`, `rollout-offered`. */
  readonly kind: string;
  readonly subjectKind: SubjectKind;
  readonly data: Json;
}

export interface EvidenceLog {
  append(entry: EvidenceEntry): EvidenceRecord;
  records(): readonly EvidenceRecord[];
  /** Hash of the last record. Keep it elsewhere: a log cut short at its end still holds together, and only this tells. */
  head(): string;
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly problem: "hash" | "link" | "sequence" | "time" | "head" };

/** Append-only and hash-chained (OBL-INC-5, OBL-CONS-14): a record changed, put in, left out or moved breaks the chain from there on. */
export function createEvidenceLog(): EvidenceLog {
  const records: EvidenceRecord[] = [];
  let head = GENESIS;
  return {
    append(entry) {
      const record = nextRecord(records.at(-1), entry);
      records.push(record);
      head = record.hash;
      return record;
    },
    records: () => [...records],
    head: () => head,
  };
}

/** What a new record has to know of the one before it. */
export type ChainHead = Pick<EvidenceRecord, "seq" | "at" | "hash">;

/** The record that follows: with it a chain can be kept anywhere that can refuse a second successor. */
export function nextRecord(last: ChainHead | undefined, { at, kind, subjectKind, data }: EvidenceEntry): EvidenceRecord {
  // A late report must not make the log run backwards: what it speaks of is in its data, `at` is when it was written down.
  const time = new Date(at).toISOString();
  const body = {
    seq: last === undefined ? 0 : last.seq + 1,
    at: last !== undefined && last.at > time ? last.at : time,
    kind,
    subjectKind,
    // The record holds its own copy, so that nothing changes under a hash already taken.
    data: structuredClone(data),
    previous: last?.hash ?? GENESIS,
  };
  return { ...body, hash: hashOf(body) };
}

/**
 * Checks a log from its first record and names the first that does not hold.
 * @param expectedHead the head kept elsewhere; without it a cut at the end goes unseen
 */
export function verifyChain(records: readonly EvidenceRecord[], expectedHead?: string): ChainVerdict {
  let previous = GENESIS;
  let time = "";
  for (const [index, record] of records.entries()) {
    const { hash, ...body } = record;
    if (record.seq !== index) return { ok: false, seq: index, problem: "sequence" };
    if (record.previous !== previous) return { ok: false, seq: index, problem: "link" };
    if (hashOf(body) !== hash) return { ok: false, seq: index, problem: "hash" };
    if (record.at < time) return { ok: false, seq: index, problem: "time" };
    previous = hash;
    time = record.at;
  }
  if (expectedHead !== undefined && expectedHead !== previous) return { ok: false, seq: records.length, problem: "head" };
  return { ok: true, head: previous };
}

function hashOf(body: Omit<EvidenceRecord, "hash">): string {
  const { seq, at, kind, subjectKind, data, previous } = body;
  return createHash("sha256").update(canonicalJson({ seq, at, kind, subjectKind, data, previous })).digest("hex");
}
