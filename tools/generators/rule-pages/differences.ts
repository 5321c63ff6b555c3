import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** What other checkers ask that we answer otherwise on purpose, as docs/not-assessable.md says. */
export interface Difference {
  readonly asked: string;
  readonly done: string;
  readonly why: string;
}

const PAGE = resolve(import.meta.dirname, "../../../docs/not-assessable.md");
const HEADING = "## Where we differ from other checkers on purpose";

/** Rows of that table by each rule they name. @throws Error when the table is not where this looks for it */
export function differencesByRule(): ReadonlyMap<string, readonly Difference[]> {
  const section = readFileSync(PAGE, "utf8").split(`${HEADING}\n`)[1]?.split("\n## ")[0];
  const rows = (section ?? "").split("\n").flatMap((line) => {
    const [asked, done, why, ...more] = line.startsWith("| ") ? line.slice(2, -2).split(" | ") : [];
    return asked !== undefined && done !== undefined && why !== undefined && more.length === 0 ? [{ asked, done, why }] : [];
  });
  if (rows.length < 2) throw new Error(`${PAGE}: no table under "${HEADING}"`);
  const byRule = new Map<string, Difference[]>();
  for (const row of rows.slice(1))
    for (const rule of new Set([...`${row.asked} ${row.done}`.matchAll(/`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`/g)].map(([, id]) => id ?? "")))
      byRule.set(rule, [...(byRule.get(rule) ?? []), row]);
  return byRule;
}
