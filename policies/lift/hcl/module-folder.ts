import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ResourceLocation } from "../../../model/resource.js";
import { formatKey } from "../address.js";
import { readBytes, textOf } from "../read.js";
import { blocksOf } from "./blocks.js";
import { type Body, bodyOf } from "./body.js";
import { jsonBlocks } from "./json-blocks.js";
import { once } from "./once.js";
import type { Source, Surroundings } from "./written.js";

/** A top-level block of a configuration. */
export interface WrittenBlock {
  /** `resource`, `aws_s3_bucket`, `logs`. */
  readonly labels: readonly string[];
  /** Attributes that are plain text: `source` of a module, `alias` of a provider. */
  readonly texts: ReadonlyMap<string, string>;
  readonly body: () => Body;
  readonly place: ResourceLocation;
}

export interface ModuleCall {
  readonly place: ResourceLocation;
  /** Its `source`, when that is plain text. */
  readonly source: string | undefined;
}

/** What one folder holds, by address without keys; providers as `provider.aws` and `provider.aws["alias"]`. */
export interface ModuleFolder {
  readonly folder: string;
  readonly blocks: ReadonlyMap<string, ResourceLocation>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Undefined also for what several blocks speak of: an override takes the place of single attributes, and is not followed. */
  readonly body: (address: string) => Body | undefined;
  /** What its sources may take in. */
  readonly around: Surroundings;
}

const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
/** Files that change blocks of others; the block to mend is the other. Source: developer.hashicorp.com/terraform/language/files/override */
const OVERRIDE = /(?:^|_)override\.[\w.]+$/;

/**
 * @param textAt the text of a file by its path below the folder, or below that of the root module
 * @returns undefined where no file is configuration
 * @throws BulwarkError BW_FILE_UNREADABLE, BW_FILE_BINARY
 */
export function readFolder(folder: string, textAt: Surroundings["file"]): ModuleFolder | undefined {
  const names = readdirSync(folder)
    .filter((name) => CONFIGURATION.test(name) && !name.startsWith("."))
    .sort((a, b) => Number(OVERRIDE.test(a)) - Number(OVERRIDE.test(b)) || (a < b ? -1 : 1));
  if (names.length === 0) return undefined;
  const { locals, ...blocks } = byAddress(names.flatMap((name) => blocksIn(join(folder, name))));
  return { folder, ...blocks, around: { local: localsIn(locals), file: textAt } };
}

function blocksIn(file: string): readonly WrittenBlock[] {
  const text = textOf(file, readBytes(file));
  if (file.endsWith(".json")) return jsonBlocks(file, text);
  return blocksOf(text).map(({ labels, texts, body, line }) => ({
    labels,
    texts,
    body: once(() => bodyOf(body)),
    place: { file, line, column: 1 },
  }));
}

/** @param written of all files, overrides last */
function byAddress(
  written: readonly WrittenBlock[],
): Pick<ModuleFolder, "blocks" | "calls" | "body"> & { readonly locals: readonly WrittenBlock[] } {
  const blocks = new Map<string, ResourceLocation>();
  const calls = new Map<string, ModuleCall>();
  const bodies = new Map<string, WrittenBlock["body"] | undefined>();
  const locals: WrittenBlock[] = [];
  for (const block of written) {
    const { labels, texts, body, place } = block;
    const [kind, first, second] = labels;
    if (kind === "locals") locals.push(block);
    if (first === undefined) continue;
    if (kind === "module" && !calls.has(first)) calls.set(first, { place, source: texts.get("source") });
    const address = addressIn(kind, first, second, texts.get("alias"));
    if (address === undefined) continue;
    if (!blocks.has(address)) blocks.set(address, place);
    bodies.set(address, bodies.has(address) ? undefined : body);
  }
  return { blocks, calls, body: (address) => bodies.get(address)?.(), locals };
}

/** Of a local value that is set twice, in an override, the last holds. */
function localsIn(blocks: readonly WrittenBlock[]): (name: string) => Source | undefined {
  const all = once(
    () =>
      new Map(blocks.map((block) => block.body()).flatMap((body) => [...body.names].map((name) => [name, body.attribute(name)] as const))),
  );
  return (name) => all().get(name);
}

function addressIn(kind: string | undefined, first: string, second: string | undefined, alias: string | undefined): string | undefined {
  if (kind === "provider") return `provider.${first}${alias === undefined ? "" : formatKey(alias)}`;
  if (second === undefined) return undefined;
  if (kind === "resource") return `${first}.${second}`;
  return kind === "data" ? `data.${first}.${second}` : undefined;
}
