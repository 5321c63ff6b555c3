import type { Json } from "../../../model/resource.js";
import type { Part } from "../template.js";

/** What an author set an attribute or a local value to: an expression of Terraform's language, or a value in a file of JSON, whose strings are templates. */
export type Source = { readonly expression: string } | { readonly json: Json };

/** Text as it is written: what is in quotes or a heredoc, or an expression that is not worked out, which is one part. */
export class Text {
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }
}

/** Any number of elements of a list, none among them: an expression that is not worked out, taken into a list that is. */
export class Several extends Text {
  /** The expression of the list. */
  readonly list: string;

  constructor(list: string) {
    super([{ kind: "expression", source: `[${list}...]` }]);
    this.list = list;
  }
}

/** What `jsonencode` makes of a value. */
export class Encoded {
  readonly value: Written;

  constructor(value: Written) {
    this.value = value;
  }
}

/** What a source may take into its text. */
export interface Surroundings {
  /** What a local value is set to. */
  local(name: string): Source | undefined;
  /** The text of a file, by its path below the folder of the module, or of the root module. */
  file(base: "module" | "root", path: string): string | undefined;
}

export const NOTHING_AROUND: Surroundings = { local: () => undefined, file: () => undefined };

/** A source as far as it is written out. */
export type Written = Text | Encoded | number | boolean | null | readonly Written[] | WrittenObject;
/** In a map, since a key may be called anything. */
export type WrittenObject = ReadonlyMap<string, Written>;

/** An object in which a key has something filled in, which stays there as it is written. */
export class Unkeyed extends Map<string, Written> {}
