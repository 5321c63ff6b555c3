import type { ResourceLocation } from "../../model/resource.js";

/** Lines and columns by address; 1-based. */
export type Places = ReadonlyMap<string, { readonly line: number; readonly column: number }>;

/** Line and column of places in a text that are asked for in rising order: one pass, using the engine's own substring search. */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;
  #nextBreak: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextBreak = text.indexOf("\n");
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    while (this.#nextBreak >= 0 && this.#nextBreak < offset) {
      this.#line += 1;
      this.#lineStart = this.#nextBreak + 1;
      this.#nextBreak = this.#text.indexOf("\n", this.#lineStart);
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Where each resource of a plan begins, by address: the object whose `address` it is, inside `planned_values`. A second JSON parser would cost
 * as much as the first; searching for the key costs a few milliseconds for 13 MB. The text `"address"` cannot occur inside a JSON string, where
 * its quotes would be escaped; where an attribute of that name holds another text, no resource claims it.
 */
export function locateAddresses(text: string, wanted: ReadonlyMap<string, unknown>): Places {
  const found = new Map<string, { readonly line: number; readonly column: number }>();
  const lines = new LineCounter(text);
  let at = Math.max(0, text.indexOf('"planned_values"'));
  while (found.size < wanted.size) {
    at = text.indexOf('"address"', at);
    if (at < 0) break;
    const keyStart = at;
    at += 9;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text[at] !== ":") continue;
    at += 1;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text[at] !== '"') continue;
    const end = stringEnd(text, at);
    if (end < 0) break;
    const address = readString(text, at, end);
    at = end;
    if (address === undefined || !wanted.has(address) || found.has(address)) continue;
    found.set(address, lines.at(objectStart(text, keyStart)));
  }
  return found;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return -1;
}

function readString(text: string, start: number, end: number): string | undefined {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    return undefined;
  }
}

function objectStart(text: string, keyStart: number): number {
  let at = keyStart - 1;
  while (at >= 0 && isSpace(text.charCodeAt(at))) at -= 1;
  return text[at] === "{" ? at : keyStart;
}

/** As `locationOf`, but looked for when somebody asks: most resources have no finding. */
export class LocationWhenAsked implements ResourceLocation {
  readonly file: string;
  readonly #address: string;
  readonly #places: () => Places;

  constructor(file: string, address: string, places: () => Places) {
    this.file = file;
    this.#address = address;
    this.#places = places;
  }

  get line(): number {
    return this.#places().get(this.#address)?.line ?? 0;
  }

  get column(): number {
    return this.#places().get(this.#address)?.column ?? 0;
  }
}

export const locationOf = (file: string, place: { readonly line: number; readonly column: number } | undefined): ResourceLocation => ({
  file,
  line: place?.line ?? 0,
  column: place?.column ?? 0,
});
