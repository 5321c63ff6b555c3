import { printable } from "../text.js";

/** Markup that needs no further escaping. Only {@link html} and {@link trusted} make one. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Part = Markup | string | number | null | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for an element or a quoted attribute: entities, and control or bidirectional characters as visible escapes. */
export const escapeHtml = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Template whose every interpolation is escaped unless it is markup already; lists are joined, null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((all, literal, index) => `${all}${index === 0 ? "" : render(parts[index - 1])}${literal}`, ""));
}

/** For text of our own that is markup (the style sheet, the script). Never for anything that came from an input. */
export const trusted = (text: string): Markup => new Markup(text);

/** A path or an address that may break after its separators, and only there unless it must. */
export const breakable = (text: string): Markup =>
  new Markup(
    text
      .split(/(?<=[._/])(?=[^._/])/)
      .map(escapeHtml)
      .join("<wbr>"),
  );

/** Nothing to see: what a narrow page leaves out. */
export const isBlank = (part: Part): boolean =>
  render(part)
    .replace(/<[^>]*>/g, "")
    .trim() === "";

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part.map(render).join("");
}
