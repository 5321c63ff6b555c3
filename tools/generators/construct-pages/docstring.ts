import ts from "typescript";

/** The tags of a public docstring under constructs/, as CONTRIBUTING.md describes them. */
export interface Docstring {
  /** Everything before the first tag, without its sources. */
  readonly text: string;
  readonly default?: string;
  readonly obligations: readonly string[];
  /** The property connects constructs or gives a name: no obligation hangs on it by itself. */
  readonly wiring: boolean;
  /** Controls that a value weaker than the baseline needs an accept for. */
  readonly accepts: readonly string[];
  /** What the bill of the construct grows with. */
  readonly cost?: string;
  readonly settings: readonly Setting[];
}

/** A default, and the rule that turns red without it. */
export interface Setting {
  readonly rule: string;
  readonly says: string;
}

const TAG = /(?:^|\s)@(default|obligation|wiring|accept|cost|setting|throws|param)\b/;
const SOURCE = /\s*(?:Source|Sources)\b[^:]*:\s+(?:and\s+|,\s*)*https?:\/\/.*$/s;

export function docstringOf(node: ts.Node): Docstring | undefined {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const comment = comments.at(-1);
  return comment === undefined ? undefined : parseDocstring(comment.getText());
}

export function parseDocstring(comment: string): Docstring {
  const [text = "", ...parts] = plainText(comment).split(TAG);
  const tags = parts.flatMap((name, index) => (index % 2 === 0 ? [{ name, value: withoutSource(parts[index + 1] ?? "") }] : []));
  const all = (name: string): readonly string[] => tags.filter((tag) => tag.name === name).map(({ value }) => value);
  const [fallback] = all("default");
  const [cost] = all("cost");
  return {
    text: withoutSource(text),
    ...(fallback === undefined ? {} : { default: fallback }),
    obligations: all("obligation").map(firstWord),
    accepts: all("accept").map(firstWord),
    wiring: all("wiring").length > 0,
    ...(cost === undefined ? {} : { cost }),
    settings: all("setting").map((value) => {
      const [, rule = value, says = ""] = /^([a-z0-9-]+):\s*(.*)$/s.exec(value) ?? [];
      return { rule, says };
    }),
  };
}

const firstWord = (text: string): string => text.split(/\s/)[0] ?? "";

const plainText = (comment: string): string =>
  comment
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*\s?/, "").trim())
    .join(" ")
    .trim();

const withoutSource = (text: string): string => text.replace(SOURCE, "").trim();
