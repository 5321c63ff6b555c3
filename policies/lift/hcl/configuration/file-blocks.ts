import { BulwarkError } from "../../../../model/errors.js";
import type { ResourceLocation } from "../../../../model/resource.js";
import { LineCounter } from "../../locate.js";
import { bodyOf, type HclBody } from "../body.js";
import { Cursor } from "../cursor.js";

/** A top-level block of a file in Terraform's own language. */
export interface FileBlock {
  /** `resource`, `module`, `locals`, ... */
  readonly kind: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  readonly place: ResourceLocation;
}

const NAME = /[A-Za-z_][\w-]*/y;

/**
 * The blocks of a file, each looked through for text that is no configuration: what is half read would pass for what is not there.
 * @throws BulwarkError BW_HCL_INVALID
 */
export function blocksOfFile(path: string, text: string): readonly FileBlock[] {
  const blocks: FileBlock[] = [];
  const lines = new LineCounter(text);
  const cursor = new Cursor(text);
  const fail = (offset: number, cause: string): BulwarkError =>
    new BulwarkError("BW_HCL_INVALID", { path, ...new LineCounter(text).at(offset), cause });
  for (cursor.space(true); !cursor.isDone; cursor.space(true)) {
    const start = cursor.at;
    const kind = cursor.match(NAME);
    const labels = kind === undefined ? [] : labelsAt(cursor);
    const open = cursor.at;
    if (kind === undefined || text[open] !== "{") throw fail(start, `expected a block, like resource "aws_s3_bucket" "logs" { }`);
    cursor.bracket();
    if (cursor.unclosed !== undefined || text[cursor.at - 1] !== "}") throw fail(open, "nothing closes this brace");
    const body = bodyOf(text.slice(open + 1, cursor.at - 1));
    const stray = strayIn(body, open + 1);
    if (stray !== undefined) throw fail(stray, "expected an argument or a block");
    blocks.push({ kind, labels, body, place: { file: path, ...lines.at(start) } });
  }
  return blocks;
}

function labelsAt(cursor: Cursor): readonly string[] {
  const labels: string[] = [];
  for (;;) {
    cursor.space(false);
    const label = cursor.quoted() ?? cursor.match(NAME);
    if (label === undefined) return labels;
    labels.push(label);
  }
}

function strayIn(body: HclBody, start: number): number | undefined {
  if (body.stray !== undefined) return start + body.stray;
  for (const { body: inner, offset } of body.inner) {
    const stray = strayIn(inner(), start + offset);
    if (stray !== undefined) return stray;
  }
  return undefined;
}
