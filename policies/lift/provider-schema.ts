import { readFileSync } from "node:fs";
import { packageFile } from "../package-file.js";

/**
 * What the real provider says about a resource type: which keys are blocks (plan JSON writes them as arrays, synth as objects), and whether the
 * provider may fill an attribute itself. Generated from `terraform providers schema -json` by `npm run policies -- --schema`, one line for each type:
 * `managed` or `data`, the type, its entry.
 *
 * Grammar of one entry: items separated by spaces; an attribute is its name and `!` required, `?` optional, `~` optional and computed or `=`
 * computed, then `*` when it holds a list or set of objects (written like a block, "attributes as blocks"); a block is its name, an opening
 * `[` (list), `{` (set) or `(` (single), its items, and `]`.
 */
type AttributeKind = "required" | "optional" | "optional-computed" | "computed";

interface AttributeSchema {
  readonly kind: AttributeKind;
  readonly objects: boolean;
}

export interface BlockSchema {
  readonly attributes: ReadonlyMap<string, AttributeSchema>;
  readonly blocks: ReadonlyMap<string, { readonly nesting: "list" | "set" | "single"; readonly block: BlockSchema }>;
}

const KINDS: Readonly<Record<string, AttributeKind>> = { "!": "required", "?": "optional", "~": "optional-computed", "=": "computed" };
const NESTING = { "[": "list", "{": "set", "(": "single" } as const;

let entries: ReadonlyMap<string, string> | undefined;
const parsed = new Map<string, BlockSchema | undefined>();

/** By `mode type`. */
function entriesOfFile(): ReadonlyMap<string, string> {
  entries ??= new Map(
    readFileSync(packageFile("policies/bundle/provider-schema.gen.txt"), "latin1")
      .split("\n")
      .map((line) => {
        const end = line.indexOf(" ", line.indexOf(" ") + 1);
        return [line.slice(0, end), line.slice(end + 1)];
      }),
  );
  return entries;
}

/** The schema of a type, undefined when the provider schema we carry has none (other providers; a few very large types). */
export function schemaOf(mode: "managed" | "data", type: string): BlockSchema | undefined {
  const cacheKey = `${mode} ${type}`;
  if (parsed.has(cacheKey)) return parsed.get(cacheKey);
  const entry = entriesOfFile().get(cacheKey);
  const schema = entry === undefined ? undefined : parseSchema(entry);
  parsed.set(cacheKey, schema);
  return schema;
}

/** Whether the provider knows the type as a managed resource. */
export const isManagedType = (type: string): boolean => entriesOfFile().has(`managed ${type}`);

/** Every type the provider manages, sorted. */
export const managedTypes = (): readonly string[] =>
  [...entriesOfFile().keys()].flatMap((key) => (key.startsWith("managed ") ? [key.slice("managed ".length)] : []));

export function parseSchema(text: string): BlockSchema {
  let at = 0;
  const read = (): BlockSchema => {
    const attributes = new Map<string, AttributeSchema>();
    const blocks = new Map<string, { nesting: "list" | "set" | "single"; block: BlockSchema }>();
    while (at < text.length && text[at] !== "]") {
      if (text[at] === " ") {
        at += 1;
        continue;
      }
      const start = at;
      while (at < text.length && /\w/.test(text[at] as string)) at += 1;
      const name = text.slice(start, at);
      const mark = text[at] ?? "";
      at += 1;
      if (mark === "[" || mark === "{" || mark === "(") {
        const block = read();
        at += 1;
        blocks.set(name, { nesting: NESTING[mark], block });
      } else {
        const objects = text[at] === "*";
        if (objects) at += 1;
        attributes.set(name, { kind: KINDS[mark] ?? "optional", objects });
      }
    }
    return { attributes, blocks };
  };
  return read();
}
