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

export interface InnerBlock {
  readonly name: string;
  /** Of a `dynamic` block, the name of those that it makes. */
  readonly label: string | undefined;
  readonly body: () => HclBody;
  /** Where its text begins in that of the block around it. */
  readonly offset: number;
}

/** What stands in a block of Terraform's own language, where a block inside it cannot be taken for an attribute. */
export interface HclBody extends Body {
  readonly inner: readonly InnerBlock[];
  /** Offset of the first text that is neither an attribute nor a block. */
  readonly stray?: number;
}

/** Reads the text between the braces of a block. Of an attribute that is set twice, which Terraform refuses, the first holds. */
export function bodyOf(text: string): HclBody {
  const attributes = new Map<string, Source>();
  const blocks: InnerBlock[] = [];
  let stray: number | undefined;
  const cursor = new Cursor(text);
  for (cursor.space(true); !cursor.isDone; cursor.space(true)) {
    const began = cursor.at;
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
      if (isBlock) blocks.push({ name, label, offset: start + 1, body: once(() => bodyOf(text.slice(start + 1, end))) });
      else stray ??= began;
    } else {
      stray ??= began;
      if (cursor.quoted() === undefined && name === undefined) cursor.at += 1;
    }
  }
  return {
    inner: blocks,
    ...(stray === undefined ? {} : { stray }),
    names: [...attributes.keys()],
    attribute: (name) => attributes.get(name),
    blocks: (wanted) =>
      blocks.some(({ name, label }) => name === "dynamic" && label === wanted)
        ? undefined
        : blocks.filter(({ name }) => name === wanted).map(({ body }) => body()),
  };
}

const NAME = /[A-Za-z_][\w-]*/y;
