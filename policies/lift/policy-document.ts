import type { Json } from "../../model/resource.js";
import { isObject, isUnknown, put, type Value, type ValueObject } from "./normal.js";

/**
 * Writes out the JSON document of a `data.aws_iam_policy_document` from its blocks, unknown leaves kept in place, so that a policy given by
 * reference is judged like one given as text. Undefined when it merges other documents: then the whole is not known.
 * Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export function renderPolicyDocument(values: Readonly<Record<string, unknown>>): ValueObject | undefined {
  const merges = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];
  if (merges.some((key) => Object.hasOwn(values, key) && !(Array.isArray(values[key]) && values[key].length === 0))) return undefined;
  const statements = values.statement;
  if (!Array.isArray(statements) || statements.some((statement) => !isObject(statement) || isUnknown(statement))) return undefined;
  return {
    Version: (values.version ?? "2012-10-17") as Value,
    ...(values.policy_id === undefined ? {} : { Id: values.policy_id as Value }),
    Statement: (statements as ValueObject[]).map(renderStatement),
  };
}

const LISTS = [
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
] as const;

function renderStatement(statement: ValueObject): ValueObject {
  const out: ValueObject = {};
  if (statement.sid !== undefined && statement.sid !== "") out.Sid = statement.sid;
  out.Effect = statement.effect ?? "Allow";
  for (const [from, to] of LISTS) {
    const value = statement[from];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) out[to] = single(value);
  }
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

/** The data source writes a list of one as the bare item. */
const single = (value: Value): Value => (Array.isArray(value) && value.length === 1 ? (value[0] as Value) : value);

function renderPrincipals(blocks: readonly Value[]): Value {
  const out: ValueObject = {};
  for (const block of blocks) {
    if (!isObject(block) || isUnknown(block)) continue;
    const type = typeof block.type === "string" ? block.type : "AWS";
    const identifiers = (block as ValueObject).identifiers ?? [];
    if (type === "*") return "*";
    put(out, type, single(merge(own(out, type), identifiers)));
  }
  return out;
}

function renderConditions(blocks: readonly Value[]): ValueObject {
  const out: ValueObject = {};
  for (const block of blocks) {
    if (!isObject(block) || isUnknown(block) || typeof block.test !== "string" || typeof block.variable !== "string") continue;
    const tests = (own(out, block.test) ?? {}) as ValueObject;
    put(tests, block.variable, single(merge(own(tests, block.variable), (block as ValueObject).values ?? [])));
    put(out, block.test, tests);
  }
  return out;
}

const own = (object: ValueObject, key: string): Value | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);

function merge(before: Value | undefined, more: Value): Value {
  if (before === undefined || isUnknown(more)) return more;
  if (isUnknown(before)) return before;
  const list = (value: Value): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value as Json]);
  return [...list(before), ...list(more)];
}
