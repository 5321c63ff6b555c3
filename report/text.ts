import type { ObjectiveState } from "../model/evidence.js";
import type { Severity, Verdict } from "../model/finding.js";

/**
 * Text that came from an input, made safe to show: control characters (a terminal would obey them) and bidirectional overrides (they can make
 * one address read as another, CVE-2021-42574) become visible escapes.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}

/** The same on one line. */
export const printableLine = (text: string): string => printable(text.replace(/\s*\r?\n\s*/g, " ").replace(/\t/g, " "));

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** 1234567 -> 1,234,567 */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Three significant digits, as many as are measured: 0.482, 4.82, 48.2, 482, 4,820. */
export function significant(value: number): string {
  if (value === 0) return "0";
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude >= 2) return grouped(Math.round(value));
  return value
    .toFixed(Math.min(3, 2 - magnitude))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** Milliseconds for people: 820 µs, 4.2 ms, 312 ms, 4.25 s, 2 min 05 s. */
export function duration(ms: number): string {
  if (ms < 0) return `-${duration(-ms)}`;
  if (ms === 0) return "0 ms";
  if (ms < 1) return `${significant(ms * 1000)} µs`;
  if (ms < 1000) return `${significant(ms)} ms`;
  if (ms < 60_000) return `${significant(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${significant(bytes)} B`;
  if (bytes < 1_000_000) return `${significant(bytes / 1000)} kB`;
  return bytes < 1_000_000_000 ? `${significant(bytes / 1_000_000)} MB` : `${significant(bytes / 1_000_000_000)} GB`;
}

/** A share as per cent; never 100 % when something is missing, never 0 % when something is there. */
export function percent(share: number): string {
  const rounded = Math.round(share * 10_000) / 100;
  if (rounded === 100 && share < 1) return ">99.99%";
  if (rounded === 0 && share > 0) return "<0.01%";
  return `${rounded}%`;
}

export const STATE_WORDS = {
  satisfied: "satisfied",
  "not-satisfied": "not satisfied",
  "not-evaluated": "not evaluated",
  "not-applicable": "not applicable",
  waived: "waived",
} as const satisfies Record<ObjectiveState, string>;

export const VERDICT_WORDS = {
  pass: "pass",
  fail: "fail",
  unknown: "unknown",
  waived: "waived",
  "not-applicable": "not applicable",
} as const satisfies Record<Verdict, string>;

export const SEVERITY_RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const satisfies Record<Severity, number>;

/** `a`, `a and b`, `a, b and c`; beyond `most` the rest is counted. */
export function listed(items: readonly string[], most = 6): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  if (shown.length <= 1) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
