import { printable } from "./text.js";

/** The colours a view uses; picocolors fits, and so do plain functions when there is no terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;
export const PLAIN: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

const INVISIBLE = /\u001b\[[0-9;]*m/g;
/** Columns a text takes; colour codes take none. */
const columns = (text: string): number => [...text.replace(INVISIBLE, "")].length;

const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - columns(text)));
const padStart = (text: string, width: number): string => " ".repeat(Math.max(0, width - columns(text))) + text;

/** Breaks text at spaces so that no line is longer than `width`; a single longer word (an address, a path) stays whole, so it can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of printable(text).split("\n")) {
    let line = "";
    for (const word of paragraph.split(/ +/)) {
      if (line !== "" && columns(line) + 1 + columns(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** `label  text`, wrapped, with the further lines under the text. */
export function labelled(
  label: string,
  text: string,
  { indent, labelWidth, width }: { indent: number; labelWidth: number; width: number },
  paint = same,
): string[] {
  const room = Math.max(24, width - indent - labelWidth);
  return wrap(text, room).map((line, index) => `${" ".repeat(indent)}${paint(padEnd(index === 0 ? label : "", labelWidth))}${line}`);
}

/** Rows as aligned columns two spaces apart; `right` names the columns whose figures are aligned at the end. */
export function aligned(rows: readonly (readonly string[])[], indent: number, right: readonly number[] = []): string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, columns(cell))), []);
  return rows.map((row) => {
    const cells = row.map((cell, index) => (right.includes(index) ? padStart(cell, widths[index] ?? 0) : padEnd(cell, widths[index] ?? 0)));
    return `${" ".repeat(indent)}${cells.join("  ")}`.trimEnd();
  });
}
