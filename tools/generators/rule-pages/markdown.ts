/** Text of ours inside Markdown: what Markdown or HTML would read as its own is escaped; `_` inside a word is nothing to either. */
export const plain = (text: string): string => escaped(text.trim());

const escaped = (text: string): string =>
  text.replace(/[\\`*<>|$]|\](?=\()/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_");

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** A remedy is a line of Terraform or YAML, or a sentence about it. */
export const remedy = (language: string, text: string): string => (isCode(text) ? fence(language, text) : plain(text));

const isCode = (text: string): boolean => /[={]|: /.test(text) && !/[a-z)]\. |[a-z]\.$|; /.test(text.trim());

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
