import type { Json } from "../../../model/resource.js";
import { type Part, splitTemplate } from "../template.js";
import { Cursor } from "./cursor.js";
import { textOf } from "./filled-text.js";
import { applied } from "./functions.js";
import { NOTHING_AROUND, type Source, type Surroundings, Text, Unkeyed, type Written, type WrittenObject } from "./written.js";

/** No configuration nests this deep, nor names a local value through so many others. */
const MAX_DEPTH = 64;
/** Characters; a document that AWS takes is far smaller. */
const MAX_LENGTH = 200_000;
/** Local values put in place for one expression: those that name others twice would double at each step. */
const MAX_LOCALS = 1000;
/** Values of JSON that are read for one source. */
const MAX_VALUES = 100_000;

/**
 * Reads a source as far as it is written out: texts with what is filled in, numbers, lists, objects, `jsonencode`, and what only puts
 * lists and objects together. Anything else (operators, `for`, other functions) stays a text of one expression.
 * Source: developer.hashicorp.com/terraform/language/expressions
 * @param around local values and files, which are put in their place
 * @returns undefined for what is neither, or is too large
 */
export function readSource(source: Source, around: Surroundings = NOTHING_AROUND): Written | undefined {
  return new Reading(around).of(source, 0);
}

/** One source with all that is put in its place. */
class Reading {
  readonly around: Surroundings;
  /** How many more may be put in place. */
  #locals = MAX_LOCALS;
  /** How many more values of JSON may be read. */
  #values = MAX_VALUES;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** @param hops sources that this one stands in */
  of(source: Source, hops: number): Written | undefined {
    if (hops > MAX_DEPTH) return undefined;
    if ("json" in source) return this.#json(source.json, hops, 0);
    return source.expression.length > MAX_LENGTH ? undefined : new Reader(source.expression, this, hops).whole();
  }

  /** Source: developer.hashicorp.com/terraform/language/syntax/json#expression-mapping */
  #json(value: Json, hops: number, depth: number): Written | undefined {
    this.#values -= 1;
    if (depth > MAX_DEPTH || this.#values < 0) return undefined;
    if (typeof value === "string") return value.length > MAX_LENGTH ? undefined : this.template(splitTemplate(value), hops);
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) {
      const items = (value as readonly Json[]).map((item) => this.#json(item, hops, depth + 1));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    const entries: (readonly [Key, Written])[] = [];
    for (const [name, inner] of Object.entries(value)) {
      const key = keyOf(this.template(splitTemplate(name), hops));
      const item = this.#json(inner, hops, depth + 1);
      if (key === undefined || item === undefined) return undefined;
      entries.push([key, item]);
    }
    return objectOf(entries);
  }

  /** An expression that is not worked out; a local value is what it stands for. */
  unread(source: string, hops: number): Written {
    const name = /^local\.([A-Za-z_][\w-]*)$/.exec(source)?.[1];
    const behind = name === undefined || this.#locals === 0 ? undefined : this.around.local(name);
    if (behind !== undefined) this.#locals -= 1;
    return (behind && this.of(behind, hops + 1)) ?? new Text([{ kind: "expression", source }]);
  }

  /** What is filled in is put in its place, where it is text; nothing but one expression is that, and not a text. */
  template(parts: readonly Part[], hops: number): Written {
    const read = parts.map((part) => (part.kind === "text" ? part : (this.of({ expression: part.source }, hops + 1) ?? new Text([part]))));
    const [only] = read;
    if (read.length === 1 && only !== undefined && !isPart(only)) return only;
    return new Text(read.flatMap((value, at) => (isPart(value) ? [value] : (textOf(value) ?? (parts[at] as Part)))));
  }
}

const isPart = (value: Written | Part): value is Part => typeof value === "object" && value !== null && "kind" in value;

interface Key {
  /** What is filled in keeps its place. */
  readonly text: string;
  readonly isOpen: boolean;
}

function keyOf(key: Written | undefined): Key | undefined {
  const parts = key === undefined ? undefined : textOf(key);
  return (
    parts && {
      text: parts.map((part) => (part.kind === "text" ? part.text : `\${${part.source}}`)).join(""),
      isOpen: parts.some(({ kind }) => kind === "expression"),
    }
  );
}

function objectOf(entries: readonly (readonly [Key, Written])[]): WrittenObject {
  const texts = entries.map(([{ text }, value]) => [text, value] as const);
  return entries.some(([{ isOpen }]) => isOpen) ? new Unkeyed(texts) : new Map(texts);
}

class Reader {
  readonly #cursor: Cursor;
  readonly #reading: Reading;
  readonly #hops: number;

  constructor(text: string, reading: Reading, hops: number) {
    this.#cursor = new Cursor(text);
    this.#reading = reading;
    this.#hops = hops;
  }

  whole(): Written | undefined {
    const value = this.#expression(false, 0);
    this.#cursor.space(true);
    return this.#cursor.isDone ? value : undefined;
  }

  /** @param lineEnds whether the end of a line ends the expression, as it does outside of round and square brackets */
  #expression(lineEnds: boolean, depth: number): Written | undefined {
    this.#cursor.space(true);
    const start = this.#cursor.at;
    const value = depth > MAX_DEPTH ? undefined : this.#primary(depth);
    const end = this.#cursor.at;
    if (value !== undefined) {
      this.#cursor.space(!lineEnds);
      if (this.#cursor.isEnd(lineEnds)) return value;
    }
    this.#cursor.at = value === undefined ? start : end;
    this.#cursor.rest(lineEnds);
    const source = this.#cursor.text.slice(start, this.#cursor.at).trim();
    return source === "" ? undefined : this.#reading.unread(source, this.#hops);
  }

  #primary(depth: number): Written | undefined {
    const character = this.#cursor.text[this.#cursor.at];
    if (character === '"') {
      const raw = this.#cursor.quoted();
      return raw === undefined
        ? undefined
        : this.#reading.template(
            splitTemplate(raw).map((part) => (part.kind === "text" ? unescaped(part) : part)),
            this.#hops,
          );
    }
    const heredoc = character === "<" ? this.#cursor.heredoc() : undefined;
    if (heredoc !== undefined) return this.#reading.template(splitTemplate(heredoc), this.#hops);
    if (character === "{") return this.#object(depth);
    if (character === "[") {
      this.#cursor.at += 1;
      return this.#isFor() ? undefined : this.#list("]", depth);
    }
    if (character === "(") {
      this.#cursor.at += 1;
      const inner = this.#expression(false, depth + 1);
      this.#cursor.space(true);
      return this.#cursor.match(/\)/y) === undefined ? undefined : inner;
    }
    const number = this.#cursor.match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y);
    if (number !== undefined) return Number(number);
    const word = this.#cursor.match(/(?:true|false|null)(?![\w.([-])/y);
    if (word !== undefined) return word === "null" ? null : word === "true";
    const called = this.#cursor.match(/[A-Za-z_]\w*(?=\()/y);
    if (called === undefined) return undefined;
    this.#cursor.at += 1;
    const given = this.#list(")", depth);
    return given === undefined ? undefined : applied(called, given, this.#reading.around.file);
  }

  #object(depth: number): Written | undefined {
    this.#cursor.at += 1;
    if (this.#isFor()) return undefined;
    const entries: (readonly [Key, Written])[] = [];
    for (this.#cursor.space(true); this.#cursor.match(/\}/y) === undefined; this.#separator()) {
      const key = this.#key(depth);
      this.#cursor.space(false);
      if (key === undefined || this.#cursor.match(/=(?!=)|:/y) === undefined) return undefined;
      const value = this.#expression(true, depth + 1);
      if (value === undefined) return undefined;
      entries.push([key, value]);
    }
    return objectOf(entries);
  }

  #key(depth: number): Key | undefined {
    const name = this.#cursor.match(/[A-Za-z_][\w-]*/y);
    if (name !== undefined) return { text: name, isOpen: false };
    return keyOf(this.#primary(depth));
  }

  /** After its opening bracket. */
  #list(close: "]" | ")", depth: number): readonly Written[] | undefined {
    const items: Written[] = [];
    for (this.#cursor.space(true); this.#cursor.text[this.#cursor.at] !== close; this.#separator()) {
      const value = this.#expression(false, depth + 1);
      if (value === undefined || this.#cursor.at >= this.#cursor.text.length) return undefined;
      items.push(value);
    }
    this.#cursor.at += 1;
    return items;
  }

  #separator(): void {
    this.#cursor.space(true);
    this.#cursor.match(/,/y);
    this.#cursor.space(true);
  }

  #isFor(): boolean {
    const before = this.#cursor.at;
    this.#cursor.space(true);
    const found = this.#cursor.match(/for(?![\w-])/y) !== undefined && this.#cursor.match(/\s*[=:]/y) === undefined;
    this.#cursor.at = before;
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
