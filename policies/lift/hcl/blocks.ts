export interface HclComment {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A top-level block, or what stands between two of them: then `labels` is empty. */
export interface HclBlock {
  /** What the block begins with: `resource`, `aws_s3_bucket`, `logs`. */
  readonly labels: readonly string[];
  /** Whether it has `count` or `for_each`. */
  readonly expanded: boolean;
  /** Attributes of the block itself that are one text without anything nested in it (`source` of a module, `alias` of a provider). */
  readonly texts: ReadonlyMap<string, string>;
  readonly comments: readonly HclComment[];
  /** What stands between its braces. */
  readonly body: string;
  /** 1-based: where it begins; for a comment that stands outside of every block, where that ends. */
  readonly line: number;
}

/**
 * Top-level blocks of a Terraform file with the comments in them, in one pass that knows strings with interpolations, heredocs and the three kinds of
 * comments. Nothing else of the language matters here. Source: developer.hashicorp.com/terraform/language/syntax/configuration
 */
export function blocksOf(text: string): readonly HclBlock[] {
  const scan = new Scan(text);
  const blocks: HclBlock[] = [];
  for (let block = scan.next(); block !== undefined; block = scan.next()) blocks.push(block);
  return blocks;
}

const NOTHING = { labels: [], expanded: false, texts: new Map<string, string>(), body: "" } as const;

class Scan {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next top-level block with what stands before it; comments outside of it have no address. */
  next(): HclBlock | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const comments: HclComment[] = [];
    let header: string[] = [];
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (character === "{") return this.#block(header, comments);
      const comment = this.#comment();
      if (comment !== undefined) {
        return { ...NOTHING, comments: [comment], line: comment.line + lineEndsIn(comment.text) };
      }
      if (character === "\n") header = [];
      if (character === '"') header.push(this.#string());
      else {
        const word = /[A-Za-z_][\w-]*/y;
        word.lastIndex = this.#at;
        const found = word.exec(this.#text)?.[0];
        if (found !== undefined) header.push(found);
        this.#move(found?.length ?? 1);
      }
    }
    return undefined;
  }

  #block(labels: readonly string[], comments: HclComment[]): HclBlock {
    const line = this.#line;
    const start = this.#at + 1;
    const texts = new Map<string, string>();
    let expanded = false;
    let depth = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      const comment = this.#comment();
      if (comment !== undefined) comments.push(comment);
      else if (character === '"') this.#string();
      else if (character === "<" && this.#heredoc()) continue;
      else {
        const [name, text] = depth === 1 ? this.#setting() : [];
        if (name === "count" || name === "for_each") expanded = true;
        else if (name !== undefined && text !== undefined) texts.set(name, text);
        this.#move(1);
        if (character === "{") depth += 1;
        else if (character === "}") {
          depth -= 1;
          if (depth === 0) break;
        }
      }
    }
    return { labels, expanded, texts, comments, body: this.#text.slice(start, Math.max(start, this.#at - 1)), line };
  }

  /** The attribute that is set here, and its value where that is plain text. */
  #setting(): readonly [name?: string, text?: string] {
    if (/[\w.-]/.test(this.#text[this.#at - 1] ?? "\n")) return [];
    const setting = /([A-Za-z_][\w-]*)[^\S\n]*=(?!=)(?:[^\S\n]*"([^"\\$%]*)")?/y;
    setting.lastIndex = this.#at;
    const [, name, text] = setting.exec(this.#text) ?? [];
    return [name, text];
  }

  #comment(): HclComment | undefined {
    const start = this.#at;
    const line = this.#line;
    const two = this.#text.slice(start, start + 2);
    if (two[0] !== "#" && two !== "//" && two !== "/*") return undefined;
    const end = two === "/*" ? this.#text.indexOf("*/", start + 2) : this.#text.indexOf("\n", start);
    this.#move((end < 0 ? this.#text.length : end + (two === "/*" ? 2 : 0)) - start);
    return { text: this.#text.slice(start, this.#at), line };
  }

  /** A quoted string with whatever is nested in its `${}` and `%{}`; returns its raw content. */
  #string(): string {
    const start = this.#at + 1;
    // One entry per open string; the number counts the braces of the interpolation inside it, 0 outside of one.
    const open = [0];
    this.#move(1);
    while (open.length > 0 && this.#at < this.#text.length) {
      const braces = open[open.length - 1] ?? 0;
      const three = this.#text.slice(this.#at, this.#at + 3);
      if (braces === 0) {
        if (three[0] === "\\") this.#move(2);
        else if (three === "$${" || three === "%%{") this.#move(3);
        else if (three.startsWith("${") || three.startsWith("%{")) {
          open[open.length - 1] = 1;
          this.#move(2);
        } else {
          if (three[0] === '"') open.pop();
          this.#move(1);
        }
      } else {
        if (three[0] === '"') open.push(0);
        else if (three[0] === "{") open[open.length - 1] = braces + 1;
        else if (three[0] === "}") open[open.length - 1] = braces - 1;
        this.#move(1);
      }
    }
    return this.#text.slice(start, this.#at - 1);
  }

  #heredoc(): boolean {
    const opening = /<<-?([A-Za-z_][\w-]*)[^\S\n]*\r?\n/y;
    opening.lastIndex = this.#at;
    const match = opening.exec(this.#text);
    if (match === null) return false;
    const closing = new RegExp(`^[^\\S\\n]*${match[1]}[^\\S\\n]*\\r?$`, "gm");
    closing.lastIndex = this.#at + match[0].length;
    const end = closing.exec(this.#text);
    this.#move((end === null ? this.#text.length : end.index + end[0].length) - this.#at);
    return true;
  }

  #move(count: number): void {
    const to = Math.min(this.#text.length, this.#at + count);
    this.#line += lineEndsIn(this.#text.slice(this.#at, to));
    this.#at = to;
  }
}

/** Ends of lines in a text. */
export function lineEndsIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
