import type { SERIES, SeriesName } from "../../model/metrics.js";
import type { SeriesPoint } from "../../model/run.js";

/** Per-second values of one process. `sum` adds what happened in a second; `level` holds until it is set again. */
export interface SeriesSnapshot {
  readonly sums: Readonly<Record<string, readonly (readonly [second: number, value: number])[]>>;
  readonly levels: Readonly<Record<string, readonly (readonly [second: number, value: number])[]>>;
}

type Values = Map<number, number>;
type NamesOf<K extends "sum" | "level"> = { [S in SeriesName]: (typeof SERIES)[S]["kind"] extends K ? S : never }[SeriesName];

/**
 * Collects the per-second series of a run. Times are seconds from the start of the run (any fraction); a value lands in the second it
 * belongs to. Levels of several processes are each carried forward before they are added, so a process that is quiet still counts.
 */
export class SeriesRecorder {
  readonly #sums = new Map<string, Values>();
  readonly #levels = new Map<string, Values>();
  readonly #merged: SeriesSnapshot[] = [];

  add(series: NamesOf<"sum">, t: number, by = 1): void {
    const values = valuesOf(this.#sums, series);
    const second = secondOf(t);
    values.set(second, (values.get(second) ?? 0) + by);
  }

  set(series: NamesOf<"level">, t: number, value: number): void {
    valuesOf(this.#levels, series).set(secondOf(t), value);
  }

  snapshot(): SeriesSnapshot {
    return { sums: entriesOf(this.#sums), levels: entriesOf(this.#levels) };
  }

  merge(snapshot: SeriesSnapshot): void {
    this.#merged.push(snapshot);
  }

  /** One point a second from 0 to the last second of any series (or `lastSecond`), every series in each. */
  points(lastSecond?: number): SeriesPoint[] {
    const snapshots = [this.snapshot(), ...this.#merged];
    const last = lastSecond ?? Math.max(-1, ...snapshots.map(lastOf));
    const columns = new Map<string, number[]>();
    for (const { sums, levels } of snapshots) {
      for (const [series, values] of Object.entries(sums)) spread(columnOf(columns, series, last), values, false);
      for (const [series, values] of Object.entries(levels)) spread(columnOf(columns, series, last), values, true);
    }
    return Array.from({ length: last + 1 }, (_, t) => ({
      t,
      ...Object.fromEntries([...columns].map(([series, column]) => [series, column[t] ?? 0])),
    }));
  }
}

const secondOf = (t: number): number => Math.max(0, Math.floor(t));

function valuesOf(map: Map<string, Values>, series: string): Values {
  let values = map.get(series);
  if (values === undefined) {
    values = new Map();
    map.set(series, values);
  }
  return values;
}

function entriesOf(map: Map<string, Values>): Record<string, (readonly [number, number])[]> {
  return Object.fromEntries([...map].map(([series, values]) => [series, [...values].sort(([a], [b]) => a - b)]));
}

function lastOf({ sums, levels }: SeriesSnapshot): number {
  let last = -1;
  for (const values of [...Object.values(sums), ...Object.values(levels)]) last = Math.max(last, values.at(-1)?.[0] ?? -1);
  return last;
}

function columnOf(columns: Map<string, number[]>, series: string, last: number): number[] {
  let column = columns.get(series);
  if (column === undefined) {
    column = new Array<number>(last + 1).fill(0);
    columns.set(series, column);
  }
  return column;
}

function spread(column: number[], values: readonly (readonly [number, number])[], carried: boolean): void {
  for (const [index, [second, value]] of values.entries()) {
    const end = carried ? (values[index + 1]?.[0] ?? column.length) : second + 1;
    for (let t = second; t < Math.min(end, column.length); t++) column[t] = (column[t] ?? 0) + value;
  }
}
