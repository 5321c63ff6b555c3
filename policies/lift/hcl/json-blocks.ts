import type { Json } from "../../../model/resource.js";
import { LineCounter } from "../locate.js";
import { isObject, type JsonObject, jsonOf, own } from "../normal.js";
import { locateBlocks } from "../synth/locate.js";
import type { Body } from "./body.js";
import type { WrittenBlock } from "./module-folder.js";
import { once, onceBy } from "./once.js";

/** How many names a block of each kind has. */
const LABELS = [
  ["resource", 2],
  ["data", 2],
  ["module", 1],
  ["provider", 1],
  ["locals", 0],
] as const;

/**
 * Top-level blocks of a Terraform file in JSON (`*.tf.json`); none of text that is no JSON, of which nothing could be told.
 * Source: developer.hashicorp.com/terraform/language/syntax/json
 */
export function jsonBlocks(file: string, text: string): readonly WrittenBlock[] {
  const roots = objectsIn(jsonOf(text));
  if (roots.length === 0) return [];
  const places = placesIn(text);
  return LABELS.flatMap(([kind, names]) =>
    roots
      .flatMap((root) => labelled(own(root, kind), [kind], names))
      .map(({ labels, value }) => ({
        labels,
        texts: plainTexts(value),
        body: once(() => jsonBody(value)),
        place: { file, ...(places.get(labels.join("\n")) ?? { line: 1, column: 1 }) },
      })),
  );
}

interface Labelled {
  readonly labels: readonly string[];
  readonly value: JsonObject;
}

/** The blocks behind levels of names. What begins with `//` is a comment. */
function labelled(value: Json | undefined, labels: readonly string[], names: number): readonly Labelled[] {
  const objects = objectsIn(value);
  if (names === 0) return objects.map((object) => ({ labels, value: object }));
  return objects.flatMap((object) =>
    Object.keys(object).flatMap((name) => (name === "//" ? [] : labelled(own(object, name), [...labels, name], names - 1))),
  );
}

/** At each level an object may stand in a list, alone or with others. */
const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : isObject(value) ? [value] : [];

function placesIn(text: string): ReadonlyMap<string, { readonly line: number; readonly column: number }> {
  const lines = new LineCounter(text);
  return new Map([...locateBlocks(text).offsets].map(([labels, offset]) => [labels, lines.at(offset)]));
}

const plainTexts = (value: JsonObject): ReadonlyMap<string, string> =>
  new Map(Object.entries(value).flatMap(([name, text]) => (typeof text === "string" && !/[$%]\{/.test(text) ? [[name, text]] : [])));

function jsonBody(value: JsonObject): Body {
  const sources = new Map(Object.entries(value).flatMap(([name, json]) => (json === null ? [] : [[name, { json }] as const])));
  return {
    names: [...sources.keys()],
    attribute: (name) => sources.get(name),
    blocks: onceBy((name) =>
      labelled(own(value, "dynamic"), [], 1).some(({ labels: [label] }) => label === name)
        ? undefined
        : objectsIn(own(value, name)).map(jsonBody),
    ),
  };
}
