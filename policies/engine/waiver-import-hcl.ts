import type { Suppression } from "./waiver-import.js";

interface Comment {
  readonly text: string;
  readonly line: number;
}

type Found = Omit<Suppression, "address" | "file" | "line"> & { readonly address?: string; readonly at: number };

/**
 * `# checkov:skip=CKV_AWS_18:reason`, several ids with commas between them. Source: www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html;
 * `bridgecrew:` is its older name. Behind a comma and a space only what looks like an id of Checkov's is one, else it is the reason without its colon.
 */
const CHECKOV = /(?:checkov|bridgecrew):skip=\s*([A-Za-z0-9_]+(?:,[A-Za-z0-9_]+|\s*,\s*(?:CKV|BC)\w+)*)(?::([^\n]*))?/g;
/** `#trivy:ignore:AVD-AWS-0086:exp:2027-01-02`, several on a line; `tfsec:` is its older name. Source: trivy.dev/latest/docs/configuration/filtering/ */
const TRIVY = /(?:trivy|tfsec):ignore:([A-Za-z0-9_*-]+)(?:\[[^\]\n]*\])?((?::[a-z]+:[^:\s]+)*)/g;
/** `# kics-scan disable=ID,ID` holds for the file; `ignore`, `ignore-block` and `ignore-line` for every check. Source: docs.kics.io/latest/running-kics/ */
const KICS = /kics-scan\s+(?:disable=([A-Za-z0-9,-]+)|(ignore(?:-block|-line)?))/g;

const EVERY_CHECK = "suppresses every check: name the ones that are meant";

/** The suppressing comments of a Terraform file, each at the address of the block it stands in, or above for the tools that read that. */
export function skipComments(file: string, text: string): readonly Suppression[] {
  return blocksOf(text).flatMap(({ address, above, comments }) =>
    comments.flatMap((comment) => [
      ...checkovIn(comment.text).map((found) => placed(found, address, file, comment)),
      ...[...trivyIn(comment.text), ...kicsIn(comment.text)].map((found) => placed(found, above ?? address, file, comment)),
    ]),
  );
}

function placed({ at, ...found }: Found, address: string, file: string, comment: Comment): Suppression {
  return { address, ...found, file, line: comment.line + countLines(comment.text, at) };
}

function checkovIn(text: string): readonly Found[] {
  return [...text.matchAll(CHECKOV)].flatMap((match): readonly Found[] => {
    const reason = (match[2] ?? "").replace(/\*\/\s*$/, "").trim();
    const ids = (match[1] ?? "").split(",").map((id) => id.trim());
    return ids.map((id): Found => ({ tool: "checkov", id, ...(reason === "" ? {} : { reason }), at: match.index }));
  });
}

function trivyIn(text: string): readonly Found[] {
  return [...text.matchAll(TRIVY)].map((match): Found => {
    const expires = /:exp:(\d{4}-\d{2}-\d{2})/.exec(match[2] ?? "")?.[1];
    const workspace = /:ws:([^:\s]+)/.exec(match[2] ?? "")?.[1];
    const id = match[1] ?? "";
    const notes = [...(id.includes("*") ? [EVERY_CHECK] : []), ...(workspace === undefined ? [] : [`only in workspace ${workspace}`])];
    return {
      tool: "trivy",
      id,
      ...(expires === undefined ? {} : { expires }),
      ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
      at: match.index,
    };
  });
}

function kicsIn(text: string): readonly Found[] {
  return [...text.matchAll(KICS)].flatMap((match): readonly Found[] => {
    const [, ids, everything = ""] = match;
    if (ids === undefined) return [{ tool: "kics", id: everything, note: EVERY_CHECK, at: match.index }];
    return ids
      .split(",")
      .filter((id) => id !== "")
      .map((id): Found => ({ tool: "kics", id, address: "*", at: match.index }));
  });
}

interface Block {
  /** Empty outside of resources, data sources and module calls. */
  readonly address: string;
  /** For comments outside of every block: the block that begins on the line after them. */
  readonly above?: string;
  readonly comments: readonly Comment[];
  readonly line: number;
}

/**
 * Top-level blocks with the comments in them, in one pass that knows strings with interpolations, heredocs and the three kinds of comments.
 * Nothing else of the language matters here. Source: developer.hashicorp.com/terraform/language/syntax/configuration
 */
function blocksOf(text: string): readonly Block[] {
  const scan = new Scan(text);
  const blocks: Block[] = [];
  for (let block = scan.next(); block !== undefined; block = scan.next()) blocks.push(block);
  return blocks.map((block, index) => (block.address === "" ? aboveNext(block, blocks, index) : block));
}

/** Comments in a row stand above what follows the last of them. */
function aboveNext(block: Block, blocks: readonly Block[], index: number): Block {
  let { line } = block;
  for (const next of blocks.slice(index + 1)) {
    if (next.line > line + 1) return block;
    if (next.address !== "") return { ...block, above: next.address };
    line = next.line;
  }
  return block;
}

class Scan {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next top-level block with what stands before it; comments outside of it have no address. */
  next(): Block | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const comments: Comment[] = [];
    let header: string[] = [];
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (character === "{") return this.#block(header, comments);
      const comment = this.#comment();
      if (comment !== undefined) {
        // Above a block it is nobody's: Checkov reads only what stands inside.
        return { address: "", comments: [comment], line: comment.line + countLines(comment.text, comment.text.length) };
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

  #block(header: readonly string[], comments: Comment[]): Block {
    const line = this.#line;
    let expanded = false;
    let depth = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      const comment = this.#comment();
      if (comment !== undefined) comments.push(comment);
      else if (character === '"') this.#string();
      else if (character === "<" && this.#heredoc()) continue;
      else {
        if (depth === 1 && this.#isExpansion()) expanded = true;
        this.#move(1);
        if (character === "{") depth += 1;
        else if (character === "}") {
          depth -= 1;
          if (depth === 0) break;
        }
      }
    }
    return { address: addressOf(header, expanded), comments, line };
  }

  #isExpansion(): boolean {
    const before = this.#text[this.#at - 1] ?? "\n";
    if (/[\w.-]/.test(before)) return false;
    const expansion = /(?:count|for_each)\s*=(?!=)/y;
    expansion.lastIndex = this.#at;
    return expansion.test(this.#text);
  }

  #comment(): Comment | undefined {
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
    this.#line += countLines(this.#text.slice(this.#at, to), to - this.#at);
    this.#at = to;
  }
}

/** Expanded resources are suppressed with all their instances. */
function addressOf([kind, first, second]: readonly string[], expanded: boolean): string {
  const key = expanded ? "[*]" : "";
  if (kind === "resource" && first !== undefined && second !== undefined) return `${first}.${second}${key}`;
  if (kind === "data" && first !== undefined && second !== undefined) return `data.${first}.${second}${key}`;
  if (kind === "module" && first !== undefined) return `module.${first}${expanded ? "[*]" : ""}.*`;
  return "";
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
