import type { Json, UnknownValue } from "../../../model/resource.js";
import { addressOf, formatAddress, parseTraversal } from "../address.js";
import { parseFilledDocument } from "../embedded/filled-document.js";
import { isDocumentAttribute, isDocumentSource, parseDocument } from "../embedded/json-documents.js";
import type { PendingDocument } from "../embedded/policy-documents.js";
import { readSource } from "../hcl/expression.js";
import { mayBeWildcard } from "../hcl/names.js";
import { NOTHING_AROUND, type Source, type Surroundings, Text } from "../hcl/written.js";
import { documentOf } from "../hcl/written-document.js";
import { isObject, type JsonObject, MAX_DEPTH, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import type { BlockSchema } from "../provider-schema.js";
import { isTraversal, type Part, splitTemplate, traversalsOf } from "../template.js";

const MAX_LOCALS = 32;

/** Turns the values of Terraform JSON configuration into the normal form: blocks to arrays, interpolations to unknown values. */
export class SynthValues {
  readonly #locals: JsonObject;
  readonly #around: Surroundings;
  readonly pending: PendingDocument[] = [];

  constructor(locals: JsonObject) {
    this.#locals = locals;
    this.#around = { ...NOTHING_AROUND, local: (name) => sourceOf(own(locals, name)) };
  }

  block(source: JsonObject, type: string, schema: BlockSchema | undefined, depth = 0): ValueObject {
    const out: ValueObject = {};
    for (const key of Object.keys(source)) {
      if (key === "//" || (depth === 0 && META.has(key))) continue;
      if (key === "dynamic") {
        this.#dynamic(out, source[key] as Json, type, schema, depth);
        continue;
      }
      const value = this.#attribute(out, key, source[key] as Json, type, schema, depth);
      if (value !== undefined) put(out, key, value);
    }
    if (depth === 0) this.#meta(source, out);
    return out;
  }

  /** A `dynamic` block stands for one block with its content: how many there will be is not known, what each holds is. */
  #dynamic(out: ValueObject, value: Json, type: string, schema: BlockSchema | undefined, depth: number): void {
    for (const labels of asList(value)) {
      if (!isObject(labels)) continue;
      for (const label of Object.keys(labels)) {
        const contents = asList(labels[label] as Json)
          .flatMap((block) => asList(own(block, "content") ?? null))
          .filter(isObject);
        const blocks = contents.map((content) => this.block(content, type, schema?.blocks.get(label)?.block, depth + 1));
        if (blocks.length > 0) put(out, label, blocks);
      }
    }
  }

  /** `lifecycle` is the author's own promise (`prevent_destroy`), which only the configuration shows. */
  #meta(source: JsonObject, out: ValueObject): void {
    const lifecycle = own(source, "lifecycle");
    if (lifecycle !== undefined && lifecycle !== null) out.lifecycle = asList(lifecycle).map((item) => this.#plain(item as Json, 0));
  }

  #attribute(
    holder: ValueObject,
    key: string,
    value: Json,
    type: string,
    schema: BlockSchema | undefined,
    depth: number,
  ): Value | undefined {
    if (value === null) return undefined;
    if (depth > MAX_DEPTH) return unknown("opaque-document");
    const block = schema?.blocks.get(key);
    if (block !== undefined) {
      const items = asList(value).filter((item) => item !== null);
      if (items.length === 0) return undefined;
      const nested = items.map((item) => (isObject(item) ? this.block(item, type, block.block, depth + 1) : this.#plain(item, depth + 1)));
      // A single-nested block (timeouts) is an object in plans, too.
      return block.nesting === "single" ? (nested[0] as Value) : nested;
    }
    if (typeof value === "string") return isDocumentAttribute(type, key) ? this.#document(holder, key, value) : this.text(value);
    const attribute = schema?.attributes.get(key);
    if (attribute?.objects === true) {
      const items = asList(value);
      return items.length === 0 ? undefined : items.map((item) => this.#plain(item, depth + 1));
    }
    return this.#plain(value, depth);
  }

  #plain(value: Json, depth: number): Value {
    if (typeof value === "string") return this.text(value);
    if (value === null || typeof value !== "object") return value;
    if (depth > MAX_DEPTH) return unknown("opaque-document");
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.#plain(item, depth + 1));
    const out: ValueObject = {};
    for (const key of Object.keys(value))
      if ((value as JsonObject)[key] !== null) put(out, key, this.#plain((value as JsonObject)[key] as Json, depth + 1));
    return out;
  }

  /** A text: literal, or an unknown value when it holds interpolations. */
  text(template: string): Json | UnknownValue {
    return this.#parts(splitTemplate(template), 0);
  }

  #parts(parts: readonly Part[], hops: number): Json | UnknownValue {
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) {
      if (first.kind === "text") return first.text;
      const local = this.#local(first.source, hops);
      if (local !== undefined) return local;
      if (isTraversal(first.source)) return this.#reference(first.source, hops);
    }
    const template =
      parts.length === 1 ? undefined : parts.map((part) => (part.kind === "text" ? part.text : `\${${part.source}}`)).join("");
    return unknown("expression", this.#refs(parts, hops), template === undefined ? {} : { template });
  }

  #reference(source: string, hops: number): UnknownValue {
    const address = addressOf(parseTraversal(source) ?? []);
    const refs = this.#refs([{ kind: "expression", source }], hops);
    const attribute = address?.attributes[0];
    return unknown("reference", refs, attribute === undefined || refs.length === 0 ? {} : { attribute });
  }

  /** `${local.x}` stands for what the same file says; anything deeper into a local stays unknown. */
  #local(source: string, hops: number): Json | UnknownValue | undefined {
    const name = /^local\.([\w-]+)$/.exec(source)?.[1];
    if (name === undefined || hops > MAX_LOCALS) return undefined;
    const value = own(this.#locals, name);
    if (typeof value === "string") return this.#parts(splitTemplate(value), hops + 1);
    return typeof value === "number" || typeof value === "boolean" ? value : undefined;
  }

  #refs(parts: readonly Part[], hops: number): readonly string[] {
    const refs = new Set<string>();
    for (const part of parts) {
      if (part.kind === "text") continue;
      for (const traversal of traversalsOf(part.source)) for (const ref of this.#resourceOf(traversal, hops)) refs.add(ref);
    }
    return [...refs];
  }

  #resourceOf(traversal: string, hops: number): readonly string[] {
    const steps = parseTraversal(traversal) ?? [];
    const [head, second] = steps;
    if (head?.kind !== "name") return [];
    if (head.name === "local" && second?.kind === "name" && hops <= MAX_LOCALS) {
      const value = own(this.#locals, second.name);
      return typeof value === "string" ? this.#refs(splitTemplate(value), hops + 1) : [];
    }
    // Resource types carry the provider's prefix; the names of a `for` expression and Terraform's own roots do not.
    if (head.name !== "data" && !head.name.includes("_")) return [];
    const address = addressOf(steps);
    if (address === undefined || address.modules.length > 0) return [];
    return [formatAddress({ ...address, attributes: [] })];
  }

  #document(holder: ValueObject, key: string, text: string): Value {
    const parts = splitTemplate(text);
    const written = readSource({ json: text }, this.#around);
    if (parts.length === 1 && parts[0]?.kind === "expression") {
      const value = this.#parts(parts, 0);
      if (typeof value === "string") return parseDocument(key, value);
      if (!isObject(value)) return value;
      const reference = value as unknown as UnknownValue;
      if (reference.$unknown !== "reference" || !isDocumentSource(reference.attribute))
        return documentOf(key, written, (inner) => this.#leaf(inner)) ?? unknown("opaque-document", reference.refs);
      this.pending.push({ holder, attribute: key, value: reference });
      return reference;
    }
    return parseFilledDocument(key, written instanceof Text ? written.parts : parts, (inner) => this.#leaf(inner), this.#refs(parts, 0));
  }

  #leaf(parts: readonly Part[]): Json | UnknownValue {
    return mayBeWildcard(parts) ? unknown("expression") : this.#parts(parts, 0);
  }
}

const sourceOf = (json: Json | undefined): Source | undefined => (json === undefined ? undefined : { json });

/** Meta-arguments: not attributes of the resource. */
const META: ReadonlySet<string> = new Set(["count", "for_each", "depends_on", "provider", "lifecycle", "connection", "provisioner"]);

const asList = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);
