/** No heredoc is indented further than this. */
const MAX_INDENT = 1000;

/** A place in text of Terraform's language, with what can be passed over there as one thing. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Offset of a bracket that was passed over and that nothing closes. */
  unclosed: number | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  isEnd(lineEnds: boolean): boolean {
    const character = this.text[this.at];
    return character === undefined || ",]})".includes(character) || (lineEnds && (character === "\n" || character === "\r"));
  }

  /** Up to where the expression ends that is being read. */
  rest(lineEnds: boolean): void {
    while (this.at < this.text.length) {
      const before = this.at;
      this.space(!lineEnds);
      if (this.isEnd(lineEnds)) {
        // What is behind an expression, before its end, is not of it.
        if (this.at === before || this.text.slice(before, this.at).trim() === "") return;
        this.at = before;
        return;
      }
      if (this.at > before) continue;
      if (!this.bracket() && this.quoted() === undefined && this.heredoc() === undefined) this.at += 1;
    }
  }

  /** Passes over blanks, comments, or one pair of brackets, quoted text or heredoc, where such a thing begins here. */
  skip(): boolean {
    const before = this.at;
    this.space(true);
    return this.at > before || this.bracket() || this.quoted() !== undefined || this.heredoc() !== undefined;
  }

  /** Passes over a pair of brackets and all that is in it. */
  bracket(): boolean {
    if (!"{[(".includes(this.text[this.at] ?? "x")) return false;
    const start = this.at;
    let open = 0;
    while (this.at < this.text.length) {
      const before = this.at;
      this.space(true);
      if (this.at > before) continue;
      const character = this.text[this.at] as string;
      if (this.quoted() !== undefined || (character === "<" && this.heredoc() !== undefined)) continue;
      if ("{[(".includes(character)) open += 1;
      else if ("}])".includes(character)) open -= 1;
      this.at += 1;
      if (open === 0) break;
    }
    if (open > 0) this.unclosed ??= start;
    return true;
  }

  /** The raw content of the quoted text that begins here. */
  quoted(): string | undefined {
    if (this.text[this.at] !== '"') return undefined;
    const start = this.at + 1;
    // One entry for each open text; the number counts the braces of what is filled in there, 0 outside of that.
    const open = [0];
    let at = start;
    while (open.length > 0 && at < this.text.length) {
      const braces = open[open.length - 1] ?? 0;
      const character = this.text[at] as string;
      const isFilled = (character === "$" || character === "%") && this.text[at + 1] === "{" && this.text[at - 1] !== character;
      if (braces === 0) {
        if (character === "\\") at += 1;
        else if (character === "\n") return undefined;
        else if (isFilled) {
          open[open.length - 1] = 1;
          at += 1;
        } else if (character === '"') open.pop();
      } else if (character === '"') open.push(0);
      else if (character === "{") open[open.length - 1] = braces + 1;
      else if (character === "}") open[open.length - 1] = braces - 1;
      at += 1;
    }
    if (open.length > 0) return undefined;
    this.at = at;
    return this.text.slice(start, at - 1);
  }

  /** The lines of the heredoc that begins here; with `<<-` without what all are indented by. */
  heredoc(): string | undefined {
    const opening = /<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\r?\n/y;
    opening.lastIndex = this.at;
    const match = opening.exec(this.text);
    if (match === null) return undefined;
    const closing = new RegExp(`^[^\\S\\n]*${match[2]}(?![\\w-])`, "gm");
    const start = this.at + match[0].length;
    closing.lastIndex = start;
    const end = closing.exec(this.text);
    if (end === null) return undefined;
    this.at = end.index + end[0].length;
    const lines = this.text.slice(start, end.index).split("\n");
    if (match[1] === "") return lines.join("\n");
    const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
    const least = Math.min(...indents, MAX_INDENT);
    return lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join("\n");
  }

  /** Blanks and comments; ends of lines where they mean nothing. */
  space(lines: boolean): void {
    const blank = lines ? /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y : /(?:[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
    this.match(blank);
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
