import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** One `not ...` of the library, as OPA parses it. */
export interface Negation {
  readonly file: string;
  readonly row: number;
  /** `contains(path, "x")`, `r.values.a in {"b"}` as a call, or the term that stands alone. */
  readonly text: string;
  /** Name of what is called, `LOOK_UP` for `set[value]`; undefined for any other term that stands alone. */
  readonly callee: string | undefined;
  /** The arguments, and what each is made of. */
  readonly args: readonly { readonly text: string; readonly parts: ReadonlySet<string> }[];
  /** Terms that some line of a body around it takes for known: a test of their kind, or a use that unknown values do not survive. */
  readonly known: ReadonlySet<string>;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly terms?: Node | readonly Node[];
  readonly negated?: boolean;
  readonly location?: { readonly row?: number };
}

const run = promisify(execFile);

export async function negationsOf(file: string, cwd: string): Promise<readonly Negation[]> {
  const { stdout } = await run("opa", ["parse", "--format", "json", "--json-include", "locations", file], { cwd, maxBuffer: 2 ** 26 });
  const found: Negation[] = [];
  visit((JSON.parse(stdout) as { readonly rules: unknown }).rules, [], (node, bodies) => found.push(negation(file, node, bodies)));
  return found;
}

/** Calls `on` for each negated expression, with the bodies that it stands in, the outermost first. */
function visit(node: unknown, bodies: readonly (readonly Node[])[], on: (node: Node, bodies: readonly (readonly Node[])[]) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, bodies, on);
  else if (typeof node === "object" && node !== null) {
    if ((node as Node).negated === true) on(node as Node, bodies);
    for (const [key, inner] of Object.entries(node))
      visit(inner, key === "body" && Array.isArray(inner) ? [...bodies, inner as Node[]] : bodies, on);
  }
}

function negation(file: string, { terms, location }: Node, bodies: readonly (readonly Node[])[]): Negation {
  const [callee, ...args] = Array.isArray(terms) ? (terms as readonly Node[]) : [];
  const alone = Array.isArray(terms) ? undefined : (terms as Node);
  const name = callee === undefined ? undefined : textOf(callee);
  const key = alone === undefined ? undefined : keyOf(alone);
  return {
    file,
    row: location?.row ?? 0,
    text: alone === undefined ? `${name}(${args.map(textOf).join(", ")})` : textOf(alone),
    callee: key === undefined ? name : LOOK_UP,
    args: (key === undefined ? (alone === undefined ? args : [alone]) : [key]).map((arg) => ({ text: textOf(arg), parts: partsOf(arg) })),
    known: new Set(bodies.flatMap((body) => body.flatMap(knownBy))),
  };
}

/** The callee of `not set[value]`, which says the same as `not value in set`. */
export const LOOK_UP = "[]";

/** What is looked for in `set[value]`; undefined where a reference ends in a name. */
function keyOf({ type, value }: Node): Node | undefined {
  const last = type === "ref" ? (value as readonly Node[]).at(-1) : undefined;
  return last?.type === "ref" || last?.type === "var" || last?.type === "call" ? last : undefined;
}

/** Tests after which a value is known, and built-in functions that are undefined for what is not text, number or list. */
const PROVES_KNOWN = new Set([
  ...["tf.is_known", "is_known", "is_string", "is_number", "is_boolean", "tf.is_true", "tf.is_false", "tf.text", "tf.has_text"],
  ...["contains", "startswith", "endswith", "regex.match", "lower", "upper", "split", "to_number", "trim_suffix", "trim_prefix"],
  ...["equal", "internal.member_2", "lt", "lte", "gt", "gte"],
]);
const DENIES_UNKNOWN = new Set(["tf.is_unknown", "is_unknown"]);

function knownBy({ terms, negated }: Node): readonly string[] {
  if (!Array.isArray(terms)) return [];
  const [callee, ...args] = terms as readonly Node[];
  const name = callee === undefined ? "" : textOf(callee);
  return (negated === true ? DENIES_UNKNOWN : PROVES_KNOWN).has(name)
    ? args.flatMap((arg) => [textOf(arg), ...partsOf(arg, LOOKS_INTO)])
    : [];
}

/** They look into something: what they find may be known where the rest of it is not. */
const LOOKS_INTO: ReadonlySet<string> = new Set(["tf.step", "tf.dig", "object.get"]);

/** Variables and references inside a term, but for those inside a call of `closed`; the variable a reference begins with is no part of its own. */
function partsOf(node: unknown, closed: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const parts = new Set<string>();
  const open: unknown[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== "object" || at === null) continue;
    const { type, value } = at as Node;
    if (type === "call" && closed.has(textOf((value as readonly Node[])[0] as Node))) continue;
    if (type === "ref" || type === "var") parts.add(textOf(at as Node));
    open.push(...(type === "ref" ? ((at as Node).value as readonly Node[]).slice(1) : Object.values(at)));
  }
  return parts;
}

function textOf({ type, value }: Node): string {
  const list = (Array.isArray(value) ? value : []) as readonly Node[];
  switch (type) {
    case "var":
      return String(value);
    case "string":
    case "number":
    case "boolean":
    case "null":
      return JSON.stringify(value ?? null);
    case "ref":
      return list
        .map((part, at) => (at === 0 ? textOf(part) : part.type === "string" ? `.${String(part.value)}` : `[${textOf(part)}]`))
        .join("");
    case "call":
      return `${textOf(list[0] as Node)}(${list.slice(1).map(textOf).join(", ")})`;
    case "array":
      return `[${list.map(textOf).join(", ")}]`;
    case "set":
      return `{${list.map(textOf).sort().join(", ")}}`;
    case "object":
      return `{${(value as readonly (readonly [Node, Node])[]).map(([key, inner]) => `${textOf(key)}: ${textOf(inner)}`).join(", ")}}`;
    default:
      return `<${type}>`;
  }
}
