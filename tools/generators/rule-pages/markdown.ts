import { type Fix, isCode, type Remedy } from "../../../model/fix.js";

/** Text of ours inside Markdown: what Markdown or HTML would read as its own is escaped; `_` inside a word is nothing to either. */
export const plain = (text: string): string => escaped(text.trim());

const escaped = (text: string): string =>
  text.replace(/[\\`*<>|$]|\](?=\()/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_");

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

export const remedy = ({ key, text }: Pick<Remedy, "key" | "text">): string => (isCode(text) ? fence(LANGUAGES[key], text) : plain(text));

const LANGUAGES = { construct: "ts", terraform: "hcl", document: "yaml" } as const satisfies Record<keyof Fix, string>;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.join(" | ")} |`,
  `|${head.map(() => "---").join("|")}|`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
];

/** As `plain`, but code in backticks stays code. */
export const prose = (text: string): string =>
  text
    .trim()
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/s.test(part) ? part : escaped(part)))
    .join("");

/** Code in a cell of a table: a bar would end the cell even there. */
export const codeCell = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;
