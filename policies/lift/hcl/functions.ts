import { type Part, splitTemplate } from "../template.js";
import { allOf, joined, textOf } from "./filled-text.js";
import { Encoded, Several, type Surroundings, Text, Unkeyed, type Written, type WrittenObject } from "./written.js";

/**
 * What a function makes of what is given to it, where that only puts together what is written.
 * Source: developer.hashicorp.com/terraform/language/functions
 * @returns undefined for any other function, and where what is given is not written out as far as it must be
 */
export function applied(name: string, given: readonly Written[], files: Surroundings["file"]): Written | undefined {
  const [first, second] = given;
  switch (name) {
    case "jsonencode":
      return first === undefined || given.length > 1 ? undefined : new Encoded(first);
    case "tolist":
    case "toset":
      return isList(first) ? first : undefined;
    case "distinct":
      return isList(first) ? withoutRepeats(first) : undefined;
    case "concat":
      return allOf(given.map(itemsOf))?.flat();
    case "flatten":
      return isList(first) ? flattened(first) : undefined;
    case "merge":
      return given.every((each) => each instanceof Map) ? merged(given) : undefined;
    case "join":
      return textOfParts(isList(second) ? joinedBy(first, second) : undefined);
    case "format":
      return textOfParts(formatted(given));
    case "file":
      return given.length === 1 ? fileText(first, files) : undefined;
    case "templatefile":
      return second instanceof Map ? templateText(fileText(first, files), second) : undefined;
    default:
      return undefined;
  }
}

const isList = (value: Written | undefined): value is readonly Written[] => Array.isArray(value);

/** What is put together of several values, or holds a document, is left: it does no harm twice. */
function withoutRepeats(list: readonly Written[]): readonly Written[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    if (!(item instanceof Text) && typeof item === "object" && item !== null) return true;
    const key = JSON.stringify(item);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The one expression that a value is, where it is not worked out. */
function unread(value: Written): string | undefined {
  const [only, ...more] = value instanceof Text ? value.parts : [];
  return only?.kind === "expression" && more.length === 0 ? only.source : undefined;
}

function itemsOf(value: Written): readonly Written[] | undefined {
  const source = unread(value);
  return source === undefined ? (isList(value) ? value : undefined) : [new Several(source)];
}

/** An element that is not worked out may be a list. */
function flattened(list: readonly Written[]): readonly Written[] {
  return list.flatMap((item): readonly Written[] => {
    if (isList(item)) return flattened(item);
    const source = unread(item);
    return source === undefined || item instanceof Several ? [item] : [new Several(source)];
  });
}

function merged(objects: readonly WrittenObject[]): WrittenObject {
  const entries = objects.flatMap((each) => [...each]);
  return objects.some((each) => each instanceof Unkeyed) ? new Unkeyed(entries) : new Map(entries);
}

const textOfParts = (parts: readonly Part[] | undefined): Text | undefined => parts && new Text(parts);

function joinedBy(separator: Written | undefined, list: readonly Written[]): readonly Part[] | undefined {
  const texts = allOf(list.map(textOf));
  return separator instanceof Text ? texts && joined(texts, separator.parts) : undefined;
}

/** Of the verbs only `%s` is followed. */
function formatted([pattern, ...given]: readonly Written[]): readonly Part[] | undefined {
  const [only, ...more] = pattern instanceof Text ? pattern.parts : [];
  const texts = allOf(given.map(textOf));
  if (only?.kind !== "text" || more.length > 0 || texts === undefined || /%[^s%]|%$/.test(only.text.replaceAll("%%", ""))) return undefined;
  const pieces = only.text.replaceAll("%%", DOUBLED).split("%s");
  if (pieces.length !== texts.length + 1) return undefined;
  return pieces.flatMap((piece, at) => [{ kind: "text" as const, text: piece.replaceAll(DOUBLED, "%") }, ...(texts[at] ?? [])]);
}

/** A private-use letter, which no real text holds. */
const DOUBLED = "\uE002";

/** The text of a file whose path is written out from the folder of the module, or of the root module, in which Terraform runs. */
function fileText(path: Written | undefined, files: Surroundings["file"]): Text | undefined {
  const [base, rest, ...more] = path instanceof Text ? path.parts : [];
  if (base?.kind === "text" && rest === undefined) {
    const text = /^[~/]/.test(base.text) ? undefined : files("root", `/${base.text}`);
    return text === undefined ? undefined : new Text([{ kind: "text", text }]);
  }
  if (base?.kind !== "expression" || rest?.kind !== "text" || !rest.text.startsWith("/")) return undefined;
  const name = /^path\.(module|root)$/.exec(base.source)?.[1] as "module" | "root" | undefined;
  if (name === undefined || more.some(({ kind }) => kind !== "text")) return undefined;
  const text = files(name, [rest, ...more].map((part) => (part as { readonly text: string }).text).join(""));
  return text === undefined ? undefined : new Text([{ kind: "text", text }]);
}

/** A template in which each variable is filled in as it is, or by `jsonencode`. */
function templateText(template: Text | undefined, variables: WrittenObject): Text | undefined {
  const [only] = template?.parts ?? [];
  if (only?.kind !== "text") return undefined;
  const parts = splitTemplate(only.text).map((part): readonly Part[] | undefined => {
    if (part.kind === "text") return [part];
    const [, encoded, name] = /^(?:(jsonencode)\(\s*)?([A-Za-z_]\w*)(?:\s*\))?$/.exec(part.source) ?? [];
    const value = name === undefined ? undefined : variables.get(name);
    return value === undefined ? undefined : textOf(encoded === undefined ? value : new Encoded(value));
  });
  return textOfParts(allOf(parts)?.flat());
}
