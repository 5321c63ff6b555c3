/**
 * Terraform addresses and references, read by grammar: keys may hold dots, brackets, quotes and escapes, so splitting on "." loses resources.
 * Source: developer.hashicorp.com/terraform/cli/state/resource-addressing and the HCL quoted-template escapes.
 */
export type InstanceKey = string | number;

export type Step =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "key"; readonly key: InstanceKey }
  | { readonly kind: "splat" };

interface ModuleStep {
  readonly name: string;
  readonly key?: InstanceKey;
}

export interface ResourceAddress {
  readonly modules: readonly ModuleStep[];
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly key?: InstanceKey;
  /** Attribute names that follow the resource in a reference (`arn` in `aws_kms_key.k.arn`). */
  readonly attributes: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Reads a quoted key that starts at `text[start] === '"'`; undefined when it does not end or an escape is not HCL's. */
function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = "";
  let at = start + 1;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '"') return { value, end: at + 1 };
    if (char === "\\") {
      const code = text[at + 1] ?? "";
      const plain = ESCAPES[code];
      if (plain !== undefined) {
        value += plain;
        at += 2;
        continue;
      }
      const digits = code === "u" ? 4 : code === "U" ? 8 : 0;
      const hex = text.slice(at + 2, at + 2 + digits);
      if (digits === 0 || hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex) || Number.parseInt(hex, 16) > 0x10ffff) return undefined;
      value += String.fromCodePoint(Number.parseInt(hex, 16));
      at += 2 + digits;
      continue;
    }
    // A literal "${" or "%{" is written doubled inside a quoted key.
    if ((char === "$" || char === "%") && text[at + 1] === char && text[at + 2] === "{") {
      value += `${char}{`;
      at += 3;
      continue;
    }
    value += char;
    at += 1;
  }
  return undefined;
}

/** The steps of a traversal (`module.a["x.y"].aws_s3_bucket.b[0].arn`); undefined when the text is none. */
export function parseTraversal(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === "[") {
      if (steps.length === 0) return undefined;
      const read = readIndex(text, at);
      if (read === undefined) return undefined;
      steps.push(read.step);
      at = read.end;
      if (at < text.length && text[at] !== "." && text[at] !== "[") return undefined;
      continue;
    }
    if (steps.length > 0) {
      if (text[at] !== ".") return undefined;
      at += 1;
    }
    let end = at;
    while (end < text.length && text[end] !== "." && text[end] !== "[") end += 1;
    const name = text.slice(at, end);
    if (name === "" || (name !== "*" && /[^\p{L}\p{N}_-]/u.test(name))) return undefined;
    // `a.b.0.id` is the older form of `a.b[0].id`.
    if (steps.length > 0 && /^\d{1,15}$/.test(name)) steps.push({ kind: "key", key: Number(name) });
    else steps.push(name === "*" ? { kind: "splat" } : { kind: "name", name });
    at = end;
  }
  return steps.length === 0 ? undefined : steps;
}

function readIndex(text: string, open: number): { readonly step: Step; readonly end: number } | undefined {
  if (text[open + 1] === '"') {
    const quoted = readQuoted(text, open + 1);
    return quoted === undefined || text[quoted.end] !== "]" ? undefined : { step: { kind: "key", key: quoted.value }, end: quoted.end + 1 };
  }
  const close = text.indexOf("]", open);
  if (close < 0) return undefined;
  const inside = text.slice(open + 1, close);
  if (inside === "*") return { step: { kind: "splat" }, end: close + 1 };
  return /^\d{1,15}$/.test(inside) ? { step: { kind: "key", key: Number(inside) }, end: close + 1 } : undefined;
}

/** A resource address or a reference to a resource attribute; undefined when the text names no resource. */
export function parseAddress(text: string): ResourceAddress | undefined {
  const steps = parseTraversal(text);
  return steps === undefined ? undefined : addressOf(steps);
}

export function addressOf(steps: readonly Step[]): ResourceAddress | undefined {
  const modules: ModuleStep[] = [];
  let at = 0;
  const nameAt = (index: number): string | undefined => {
    const step = steps[index];
    return step?.kind === "name" ? step.name : undefined;
  };
  const keyAt = (index: number): InstanceKey | undefined => {
    const step = steps[index];
    return step?.kind === "key" ? step.key : undefined;
  };
  while (nameAt(at) === "module") {
    const name = nameAt(at + 1);
    if (name === undefined) return undefined;
    const key = keyAt(at + 2);
    modules.push(key === undefined ? { name } : { name, key });
    at += key === undefined ? 2 : 3;
  }
  const mode = nameAt(at) === "data" ? "data" : "managed";
  if (mode === "data") at += 1;
  const type = nameAt(at);
  const name = nameAt(at + 1);
  if (type === undefined || name === undefined) return undefined;
  at += 2;
  const key = keyAt(at);
  if (key !== undefined || steps[at]?.kind === "splat") at += 1;
  const attributes = steps.slice(at).flatMap((step) => (step.kind === "name" ? [step.name] : []));
  return { modules, mode, type, name, ...(key === undefined ? {} : { key }), attributes };
}

/** `["a.b"]` or `[0]`, written the way Terraform writes it. */
export function formatKey(key: InstanceKey): string {
  if (typeof key === "number") return `[${key}]`;
  let out = "";
  for (let at = 0; at < key.length; at += 1) {
    const char = key[at] as string;
    if (char === '"' || char === "\\") out += `\\${char}`;
    else if (char === "\n") out += "\\n";
    else if (char === "\r") out += "\\r";
    else if (char === "\t") out += "\\t";
    else if ((char === "$" || char === "%") && key[at + 1] === "{") out += char + char;
    else out += char;
  }
  return `["${out}"]`;
}

export function formatAddress(address: ResourceAddress): string {
  const modules = address.modules.map((step) => `module.${step.name}${step.key === undefined ? "" : formatKey(step.key)}`);
  const own = `${address.mode === "data" ? "data." : ""}${address.type}.${address.name}${address.key === undefined ? "" : formatKey(address.key)}`;
  return [...modules, own].join(".");
}

/** An address without its last instance key. Quotes inside a key are escaped, so the last `["` opens it. */
export const withoutKey = (address: string): string =>
  address.endsWith("]") ? address.slice(0, address.lastIndexOf(address.endsWith('"]') ? '["' : "[")) : address;

/** An address without the name of what stands inside the resource: `aws_cloudformation_stack.s["x"]` of `aws_cloudformation_stack.s["x"]#Job`. */
const holderOf = (address: string): string => (address.endsWith("]") ? address : address.replace(/#\w+$/, ""));

/** The module that a resource or a module is in, everything before the last two names: `module.a["x.y"]` of `module.a["x.y"].aws_s3_bucket.b`. */
export function moduleOf(address: string): string {
  const end = withoutKey(holderOf(address));
  const name = end.lastIndexOf(".");
  return name < 0 ? "" : end.slice(0, Math.max(0, end.lastIndexOf(".", name - 1)));
}
