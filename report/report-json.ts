import type { Report } from "../model/report.js";

/** `bulwark.report/1`. Machines read it: no indentation inside the long series, one line a top-level key. */
export function reportJson(report: Report): string {
  const lines = Object.entries(report).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
