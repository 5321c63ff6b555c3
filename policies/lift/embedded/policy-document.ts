import type { Json, UnknownValue } from "../../../model/resource.js";
import { isObject, isUnknown, jsonOf, MAX_DEPTH, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import { isDocumentSource } from "./json-documents.js";

type Values = Readonly<Record<string, unknown>>;
/** Values of the `aws_iam_policy_document` at an address; undefined where this input has none. */
type DocumentAt = (address: string) => Values | undefined;

interface Context {
  readonly documentAt: DocumentAt;
  /** Documents that others take in, so that each is written out once. */
  readonly rendered: Map<string, ValueObject | undefined>;
  readonly depth: number;
}

/** No policy of AWS has room for as many. */
const MAX_STATEMENTS = 1000;

/**
 * Writes out the JSON document of a `data.aws_iam_policy_document` from its blocks, unknown leaves kept in place, so that a policy given by
 * reference is judged like one given as text. What it takes in from documents that cannot be read is an unknown statement. Undefined when
 * nothing of it can be read.
 * Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export const renderPolicyDocument = (values: Values, documentAt: DocumentAt): ValueObject | undefined =>
  render(values, { documentAt, rendered: new Map(), depth: 0 });

function render(values: Values, context: Context): ValueObject | undefined {
  const sources = partsOf([values.source_json, values.source_policy_documents], context);
  const overrides = partsOf([values.override_json, values.override_policy_documents], context);
  const written = ownDocument(values);
  const parts = [...sources, ...(written === undefined ? [] : [written]), ...overrides];
  if (parts.every(isUnknown)) return undefined;
  const merged = new Merged();
  for (const [at, part] of parts.entries()) merged.take(part, at >= sources.length);
  return merged.document();
}

function ownDocument(values: Values): ValueObject | UnknownValue | undefined {
  const { version, policy_id, statement = [] } = values;
  if (isUnknown(statement)) return statement;
  if (!Array.isArray(statement)) return unknown("expression");
  const [first] = statement as readonly Value[];
  if (first === undefined) return undefined;
  if (statement.every((one) => isUnknown(one))) return first as UnknownValue;
  return {
    Version: (version ?? "2012-10-17") as Value,
    ...(policy_id === undefined ? {} : { Id: policy_id as Value }),
    Statement: (statement as readonly Value[]).map((one) =>
      isUnknown(one) ? one : isObject(one) ? renderStatement(one as ValueObject) : unknown("expression"),
    ),
  };
}

/** The documents in lists of documents, each as an object, or unknown. */
function partsOf(lists: readonly unknown[], context: Context): readonly (ValueObject | UnknownValue)[] {
  return lists.flatMap((list): readonly (ValueObject | UnknownValue)[] => {
    if (list === undefined || list === "") return [];
    if (!Array.isArray(list)) return [documentOf(list, context)];
    const spread = spreadOver(list, context);
    return list.map((item: unknown, at) => documentOf(spread?.[at] ?? item, context));
  });
}

/**
 * A plan lists what the whole list refers to, not what each item does. Where there are as many unknown items as policy documents among the
 * references, each item is one of them, in the order they are written in.
 */
function spreadOver(items: readonly unknown[], { documentAt }: Context): readonly unknown[] | undefined {
  const open = items.filter(isUnknown);
  const [first] = open;
  if (first === undefined || first.$unknown !== "expression" || !first.refs.every(isPolicyDocument)) return undefined;
  if (open.some(({ refs }) => refs.join() !== first.refs.join())) return undefined;
  // The text of a document that is not in the plan is known.
  const documents = first.refs.filter((ref) => documentAt(ref) !== undefined);
  if (documents.length !== open.length) return undefined;
  let at = 0;
  return items.map((item) => {
    if (!isUnknown(item)) return item;
    at += 1;
    return unknown("reference", [documents[at - 1] as string], { attribute: "json" });
  });
}

const isPolicyDocument = (address: string): boolean => address.includes("aws_iam_policy_document.");

function documentOf(item: unknown, context: Context): ValueObject | UnknownValue {
  if (isUnknown(item)) {
    const [ref, ...more] = item.refs;
    const isDocument = item.$unknown === "reference" && isDocumentSource(item.attribute);
    return (isDocument && ref !== undefined && more.length === 0 && isPolicyDocument(ref) ? renderAt(ref, context) : undefined) ?? item;
  }
  const document = typeof item === "string" ? jsonOf(item) : undefined;
  return isObject(document) ? document : unknown("opaque-document");
}

function renderAt(address: string, context: Context): ValueObject | undefined {
  const { documentAt, rendered, depth } = context;
  if (rendered.has(address) || depth === MAX_DEPTH) return rendered.get(address);
  // A document that takes in itself, in a hostile plan, ends here.
  rendered.set(address, undefined);
  const values = documentAt(address);
  const document = values === undefined ? undefined : render(values, { ...context, depth: depth + 1 });
  rendered.set(address, document);
  return document;
}

/**
 * Documents, one after the other: a statement takes the place of an earlier one of the same sid, any other is added. Sources have no sid in common.
 * Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document#override_policy_documents
 */
class Merged {
  readonly #statements: Value[] = [];
  readonly #bySid = new Map<string, number>();
  #version: Value = "";
  #id: Value | undefined;

  /** @param replaces whether its statements may take the place of earlier ones */
  take(part: ValueObject | UnknownValue, replaces: boolean): void {
    const earlier = replaces ? [...this.#bySid.values()] : [];
    if (isUnknown(part)) {
      this.#statements.push(part);
      this.#hide(earlier, part);
      return;
    }
    if (isUnknown(part.Version) || String(part.Version ?? "") > String(this.#version)) this.#version = part.Version as Value;
    this.#id = part.Id ?? this.#id;
    const statements = part.Statement ?? [];
    for (const statement of Array.isArray(statements) ? (statements as readonly Value[]) : [statements as Value])
      this.#add(statement, earlier);
  }

  #add(statement: Value, earlier: readonly number[]): void {
    if (this.#statements.length > MAX_STATEMENTS) return;
    const sid = isObject(statement) ? (statement as ValueObject).Sid : undefined;
    const nameless = isUnknown(statement) || isUnknown(sid);
    if (this.#statements.length === MAX_STATEMENTS) this.#statements.push(unknown("opaque-document"));
    else if (typeof sid !== "string" || sid === "") this.#statements.push(statement);
    else if (this.#bySid.has(sid)) this.#statements[this.#bySid.get(sid) as number] = statement;
    else this.#bySid.set(sid, this.#statements.push(statement) - 1);
    if (nameless) this.#hide(earlier, isUnknown(statement) ? statement : (sid as UnknownValue));
  }

  /** What is unknown may take the place of any statement with a sid. */
  #hide(earlier: readonly number[], by: UnknownValue): void {
    for (const at of earlier) this.#statements[at] = by;
  }

  document(): ValueObject {
    const version = this.#version === "" ? "2012-10-17" : this.#version;
    return { Version: version, ...(this.#id === undefined ? {} : { Id: this.#id }), Statement: this.#statements };
  }
}

const LISTS = [
  ["actions", "Action"],
  ["not_actions", "NotAction"],
] as const;

/** `&{...}` here stands for a policy variable, `${...}`; so it does in principals and in the values of conditions. */
const RESOURCES = [
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
] as const;

function renderStatement(statement: ValueObject): ValueObject {
  const out: ValueObject = {};
  if (statement.sid !== undefined && statement.sid !== "") out.Sid = statement.sid;
  out.Effect = statement.effect ?? "Allow";
  for (const [from, to] of LISTS) if (isWritten(statement[from])) out[to] = single(statement[from]);
  for (const [from, to] of RESOURCES) if (isWritten(statement[from])) out[to] = single(withVariables(statement[from]));
  for (const [from, to] of [
    ["principals", "Principal"],
    ["not_principals", "NotPrincipal"],
  ] as const) {
    const blocks = statement[from];
    if (isUnknown(blocks)) out[to] = blocks;
    else if (Array.isArray(blocks) && blocks.length > 0) out[to] = renderPrincipals(blocks as readonly Value[]);
  }
  const conditions = statement.condition;
  if (isUnknown(conditions)) out.Condition = conditions;
  else if (Array.isArray(conditions) && conditions.length > 0) out.Condition = renderConditions(conditions as readonly Value[]);
  return out;
}

const isWritten = (value: Value | undefined): value is Value => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** The data source writes a list of one as the bare item. */
const single = (value: Value): Value => (Array.isArray(value) && value.length === 1 ? (value[0] as Value) : value);

/** Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document#context-variable-interpolation */
function withVariables(value: Value): Value {
  if (typeof value === "string") return value.replaceAll("&{", "${");
  if (Array.isArray(value)) return (value as readonly Value[]).map(withVariables);
  return isUnknown(value) && value.template !== undefined ? { ...value, template: value.template.replaceAll("&{", "${") } : value;
}

/** A block of which nothing is known may let in anybody, which is what an unknown principal of AWS may. */
function renderPrincipals(blocks: readonly Value[]): Value {
  const out: ValueObject = {};
  for (const block of blocks) {
    const { type = "AWS", identifiers = [] } = isObject(block) && !isUnknown(block) ? (block as ValueObject) : { type: block };
    if (type === "*") return "*";
    const kind = typeof type === "string" ? type : "AWS";
    put(out, kind, single(together(own(out, kind), typeof type === "string" ? withVariables(identifiers) : type)));
  }
  return out;
}

/** Unknown as a whole where it cannot be told which operator a condition has; one whose key is not known gets a key that is an expression. */
function renderConditions(blocks: readonly Value[]): ValueObject | UnknownValue {
  const out: ValueObject = {};
  for (const block of blocks) {
    if (!isObject(block) || isUnknown(block)) return isUnknown(block) ? block : unknown("expression");
    const { test, variable, values = [] } = block as ValueObject;
    if (typeof test !== "string") return isUnknown(test) ? test : unknown("expression");
    const key = keyOf(variable);
    const tests = (own(out, test) ?? {}) as ValueObject;
    put(tests, key, single(together(own(tests, key), typeof variable === "string" ? withVariables(values) : (variable ?? values))));
    put(out, test, tests);
  }
  return out;
}

/** No key of AWS holds an interpolation. */
const keyOf = (variable: Value | undefined): string =>
  typeof variable === "string" ? variable : isUnknown(variable) ? (variable.template ?? "${}") : "${}";

/** Values of both, those that are unknown among them. */
function together(before: Value | undefined, more: Value): Value {
  if (before === undefined) return more;
  const list = (value: Value): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value as Json]);
  return [...list(before), ...list(more)];
}
