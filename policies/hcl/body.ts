import { Cursor } from "./cursor.js";
import { once } from "./once.js";
import type { Source } from "./written.js";

/** What stands in a block. */
export interface Body {
  /** What is set in the block itself, and not in blocks inside it. */
  attribute(name: string): Source | undefined;
  /** The blocks of one name inside it, in their order; undefined where a `dynamic` block may make some. */
  blocks(name: string): readonly Body[] | undefined;
  /** Names of what is set in the block itself. */
  readonly names: Iterable<string>;
}

/** Reads the text between the braces of a block. Of an attribute that is set twice, which Terraform refuses, the first holds. */
export function bodyOf(text: string): Body {
  const attributes = new Map<string, Source>();
  const blocks: { readonly name: string; readonly label: string | undefined; readonly body: () => Body }[] = [];
  const cursor = new Cursor(text);
  for (cursor.space(true); !cursor.isDone; cursor.space(true)) {
    const name = cursor.match(NAME);
    cursor.space(false);
    if (name !== undefined && cursor.match(/=(?!=)/y) !== undefined) {
      cursor.space(false);
      const start = cursor.at;
      cursor.rest(true);
      if (!attributes.has(name)) attributes.set(name, { expression: cursor.text.slice(start, cursor.at) });
      continue;
    }
    const label = name === undefined ? undefined : (cursor.quoted() ?? cursor.match(NAME));
    cursor.space(false);
    const start = cursor.at;
    const isBlock = name !== undefined && text[start] === "{";
    if (cursor.bracket()) {
      const end = cursor.at - 1;
      if (isBlock) blocks.push({ name, label, body: once(() => bodyOf(text.slice(start + 1, end))) });
    } else if (cursor.quoted() === undefined && name === undefined) cursor.at += 1;
  }
  return {
    names: attributes.keys(),
    attribute: (name) => attributes.get(name),
    blocks: (wanted) =>
      blocks.some(({ name, label }) => name === "dynamic" && label === wanted)
        ? undefined
        : blocks.filter(({ name }) => name === wanted).map(({ body }) => body()),
  };
}

const NAME = /[A-Za-z_][\w-]*/y;
