import type { Json } from "../../model/resource.js";
import type { Part } from "../lift/template.js";

/** What an author set an attribute or a local value to: an expression of Terraform's language, or a value in a file of JSON, whose strings are templates. */
export type Source = { readonly expression: string } | { readonly json: Json };

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

/** A source as far as it is written out. */
export type Written = Text | Encoded | number | boolean | null | readonly Written[] | WrittenObject;
/** In a map, since a key may be called anything. */
export type WrittenObject = ReadonlyMap<string, Written>;
