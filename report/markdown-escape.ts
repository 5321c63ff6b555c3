import { printableLine } from "./text.js";

/**
 * Text as an inline code span that nothing inside can end: the fence is longer than any run of backticks within. In a code span there are no
 * mentions, links or tags. Source: spec.commonmark.org/0.31.2/#code-spans
 */
export function code(text: string): string {
  const line = printableLine(text);
  if (line.trim() === "") return "` `";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  // A span that begins or ends with a backtick needs a space, and one that begins and ends with a space loses one.
  const pad = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * Text as prose inside a line: every character that Markdown or HTML could take as markup there is escaped. Backslashes do not stop GitHub from turning
 * `@team`, `#12`, `GH-12` and bare addresses into links; an empty comment inside them does.
 */
export function prose(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_{}[\]()#!|~$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@(?=[A-Za-z0-9])/g, "@<!-- -->")
    .replace(/\\#(?=\d)/g, "\\#<!-- -->")
    .replace(/\b(GH)-(?=\d)/gi, "$1<!-- -->-")
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, "$1<!-- -->:")
    .replace(/\bwww\./gi, "www<!-- -->.");
}
