import { type Part, splitTemplate } from "../lift/template.js";

/** Text as it is written: what is in quotes or a heredoc, or an expression that is not worked out, which is one part. */
export class Text {
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }
}

/** What `jsonencode` makes of a value. */
export class Encoded {
  readonly value: Written;

  constructor(value: Written) {
    this.value = value;
  }
}

export type Written = Text | Encoded | number | boolean | null | readonly Written[] | WrittenObject;
/** In a map, since a key may be called anything. */
export type WrittenObject = ReadonlyMap<string, Written>;

/** No configuration nests this deep, nor names a local value through so many others. */
const MAX_DEPTH = 64;
/** Characters; a document that AWS takes is far smaller. */
const MAX_LENGTH = 200_000;
/** Local values put in place for one expression: those that name others twice would double at each step. */
const MAX_LOCALS = 1000;

/**
 * Reads an expression of Terraform's language as far as it is written out: texts with what is filled in, numbers, lists, objects, `jsonencode`, and what only puts
 * lists and objects together. Anything else (operators, `for`, other functions) stays a text of one expression.
 * Source: developer.hashicorp.com/terraform/language/expressions
 * @param local the expression behind a local value, which is put in its place
 * @returns undefined for what is no expression, or is too large
 */
export function readExpression(source: string, local: (name: string) => string | undefined = () => undefined): Written | undefined {
  return source.length > MAX_LENGTH ? undefined : new Reader(source, { of: local, left: MAX_LOCALS }, 0).whole();
}

/** Attributes that are set in the body of a block, and not in blocks inside it, by name: the expressions. */
export function attributesIn(body: string): ReadonlyMap<string, string> {
  return new Reader(body, { of: () => undefined, left: 0 }, 0).attributes();
}

interface Locals {
  readonly of: (name: string) => string | undefined;
  /** How many more may be put in place. */
  left: number;
}

class Reader {
  readonly #text: string;
  readonly #locals: Locals;
  readonly #hops: number;
  #at = 0;

  constructor(text: string, locals: Locals, hops: number) {
    this.#text = text;
    this.#locals = locals;
    this.#hops = hops;
  }

  whole(): Written | undefined {
    const value = this.#expression(false, 0);
    this.#space(true);
    return this.#at < this.#text.length ? undefined : value;
  }

  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (this.#space(true); this.#at < this.#text.length; this.#space(true)) {
      const name = this.#match(/[A-Za-z_][\w-]*/y);
      this.#space(false);
      if (name !== undefined && this.#match(/=(?!=)/y) !== undefined) {
        this.#space(false);
        const start = this.#at;
        this.#rest(true);
        if (!found.has(name)) found.set(name, this.#text.slice(start, this.#at));
      } else if (!this.#bracket() && this.#quoted() === undefined) this.#at += 1;
    }
    return found;
  }

  /** @param lineEnds whether the end of a line ends the expression, as it does outside of round and square brackets */
  #expression(lineEnds: boolean, depth: number): Written | undefined {
    this.#space(true);
    const start = this.#at;
    const value = depth > MAX_DEPTH ? undefined : this.#primary(depth);
    const end = this.#at;
    if (value !== undefined) {
      this.#space(!lineEnds);
      if (this.#isEnd(lineEnds)) return value;
    }
    this.#at = value === undefined ? start : end;
    this.#rest(lineEnds);
    const source = this.#text.slice(start, this.#at).trim();
    return source === "" ? undefined : this.#unread(source);
  }

  /** An expression that is not worked out; a local value is what it stands for. */
  #unread(source: string): Written {
    const name = /^local\.([A-Za-z_][\w-]*)$/.exec(source)?.[1];
    const behind = name === undefined || this.#hops > MAX_DEPTH || this.#locals.left === 0 ? undefined : this.#locals.of(name);
    if (behind !== undefined) this.#locals.left -= 1;
    const value = behind === undefined || behind.length > MAX_LENGTH ? undefined : new Reader(behind, this.#locals, this.#hops + 1).whole();
    return value ?? new Text([{ kind: "expression", source }]);
  }

  #primary(depth: number): Written | undefined {
    const character = this.#text[this.#at];
    if (character === '"') {
      const raw = this.#quoted();
      return raw === undefined
        ? undefined
        : this.#template(splitTemplate(raw).map((part) => (part.kind === "text" ? unescaped(part) : part)));
    }
    const heredoc = character === "<" ? this.#heredoc() : undefined;
    if (heredoc !== undefined) return this.#template(splitTemplate(heredoc));
    if (character === "{") return this.#object(depth);
    if (character === "[") {
      this.#at += 1;
      return this.#isFor() ? undefined : this.#list("]", depth);
    }
    if (character === "(") {
      this.#at += 1;
      const inner = this.#expression(false, depth + 1);
      this.#space(true);
      return this.#match(/\)/y) === undefined ? undefined : inner;
    }
    const number = this.#match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y);
    if (number !== undefined) return Number(number);
    const word = this.#match(/(?:true|false|null)(?![\w.([-])/y);
    if (word !== undefined) return word === "null" ? null : word === "true";
    const called = this.#match(/[A-Za-z_]\w*(?=\()/y);
    if (called === undefined) return undefined;
    this.#at += 1;
    const given = this.#list(")", depth);
    return given === undefined ? undefined : applied(called, given);
  }

  /** Local values that are texts are put where they are filled in. */
  #template(parts: readonly Part[]): Text {
    return new Text(
      parts.flatMap((part) => {
        if (part.kind === "text") return [part];
        const value = this.#unread(part.source);
        if (value instanceof Text) return value.parts;
        return typeof value === "number" || typeof value === "boolean" ? [{ kind: "text" as const, text: String(value) }] : [part];
      }),
    );
  }

  #object(depth: number): Written | undefined {
    this.#at += 1;
    if (this.#isFor()) return undefined;
    const entries = new Map<string, Written>();
    for (this.#space(true); this.#match(/\}/y) === undefined; this.#separator()) {
      const key = this.#key(depth);
      this.#space(false);
      if (key === undefined || this.#match(/=(?!=)|:/y) === undefined) return undefined;
      const value = this.#expression(true, depth + 1);
      if (value === undefined) return undefined;
      entries.set(key, value);
    }
    return entries;
  }

  #key(depth: number): string | undefined {
    const name = this.#match(/[A-Za-z_][\w-]*/y);
    if (name !== undefined) return name;
    const key = this.#primary(depth);
    if (typeof key === "number") return String(key);
    return key instanceof Text ? key.parts.map((part) => (part.kind === "text" ? part.text : `\${${part.source}}`)).join("") : undefined;
  }

  /** After its opening bracket. */
  #list(close: "]" | ")", depth: number): readonly Written[] | undefined {
    const items: Written[] = [];
    for (this.#space(true); this.#text[this.#at] !== close; this.#separator()) {
      const value = this.#expression(false, depth + 1);
      if (value === undefined || this.#at >= this.#text.length) return undefined;
      items.push(value);
    }
    this.#at += 1;
    return items;
  }

  #separator(): void {
    this.#space(true);
    this.#match(/,/y);
    this.#space(true);
  }

  #isFor(): boolean {
    const before = this.#at;
    this.#space(true);
    const found = this.#match(/for(?![\w-])/y) !== undefined && this.#match(/\s*[=:]/y) === undefined;
    this.#at = before;
    return found;
  }

  #isEnd(lineEnds: boolean): boolean {
    const character = this.#text[this.#at];
    return character === undefined || ",]})".includes(character) || (lineEnds && (character === "\n" || character === "\r"));
  }

  /** Up to where the expression ends that is being read. */
  #rest(lineEnds: boolean): void {
    while (this.#at < this.#text.length) {
      const before = this.#at;
      this.#space(!lineEnds);
      if (this.#isEnd(lineEnds)) {
        // What is behind an expression, before its end, is not of it.
        if (this.#at === before || this.#text.slice(before, this.#at).trim() === "") return;
        this.#at = before;
        return;
      }
      if (this.#at > before) continue;
      if (!this.#bracket() && this.#quoted() === undefined && this.#heredoc() === undefined) this.#at += 1;
    }
  }

  /** Passes over a pair of brackets and all that is in it. */
  #bracket(): boolean {
    if (!"{[(".includes(this.#text[this.#at] ?? "x")) return false;
    let open = 0;
    while (this.#at < this.#text.length) {
      const before = this.#at;
      this.#space(true);
      if (this.#at > before) continue;
      const character = this.#text[this.#at] as string;
      if (this.#quoted() !== undefined || (character === "<" && this.#heredoc() !== undefined)) continue;
      if ("{[(".includes(character)) open += 1;
      else if ("}])".includes(character)) open -= 1;
      this.#at += 1;
      if (open === 0) break;
    }
    return true;
  }

  /** The raw content of the quoted text that begins here. */
  #quoted(): string | undefined {
    if (this.#text[this.#at] !== '"') return undefined;
    const start = this.#at + 1;
    // One entry for each open text; the number counts the braces of what is filled in there, 0 outside of that.
    const open = [0];
    let at = start;
    while (open.length > 0 && at < this.#text.length) {
      const braces = open[open.length - 1] ?? 0;
      const character = this.#text[at] as string;
      const isFilled = (character === "$" || character === "%") && this.#text[at + 1] === "{" && this.#text[at - 1] !== character;
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
    this.#at = at;
    return this.#text.slice(start, at - 1);
  }

  /** The lines of the heredoc that begins here; with `<<-` without what all are indented by. */
  #heredoc(): string | undefined {
    const opening = /<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\r?\n/y;
    opening.lastIndex = this.#at;
    const match = opening.exec(this.#text);
    if (match === null) return undefined;
    const closing = new RegExp(`^[^\\S\\n]*${match[2]}(?![\\w-])`, "gm");
    const start = this.#at + match[0].length;
    closing.lastIndex = start;
    const end = closing.exec(this.#text);
    if (end === null) return undefined;
    this.#at = end.index + end[0].length;
    const lines = this.#text.slice(start, end.index).split("\n");
    if (match[1] === "") return lines.join("\n");
    const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
    const least = Math.min(...indents, MAX_LENGTH);
    return lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join("\n");
  }

  /** Blanks and comments; ends of lines where they mean nothing. */
  #space(lines: boolean): void {
    const blank = lines ? /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y : /(?:[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
    this.#match(blank);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
const unescaped = ({ kind, text }: Part & { readonly kind: "text" }): Part => ({
  kind,
  text: text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (all, short?: string, long?: string, one?: string) => {
    const code = Number.parseInt(short ?? long ?? "", 16);
    if (one === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    return ESCAPES[one] ?? one;
  }),
});

/** What a function makes of what is given to it, where that only puts together what is written. */
function applied(name: string, given: readonly Written[]): Written | undefined {
  const [first] = given;
  if (name === "jsonencode") return first === undefined || given.length > 1 ? undefined : new Encoded(first);
  if (["tolist", "toset", "distinct"].includes(name)) return Array.isArray(first) ? first : undefined;
  if (name === "concat") return given.every(isList) ? given.flat() : undefined;
  if (name !== "merge" || !given.every((each) => each instanceof Map)) return undefined;
  return new Map(given.flatMap((each) => [...each]));
}

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);
