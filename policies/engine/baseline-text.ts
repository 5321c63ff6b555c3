import type { KnownFinding } from "../../model/known-findings.js";

/** One finding a line, so that a review shows what was added. */
export function baselineText(findings: readonly KnownFinding[], created: string): string {
  const lines = findings.map((finding) => `    ${JSON.stringify(finding)}`);
  return `{\n  "schema": "bulwark.baseline/1",\n  "created": ${JSON.stringify(created)},\n  "findings": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}]\n}\n`;
}
