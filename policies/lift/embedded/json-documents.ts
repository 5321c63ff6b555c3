import type { Json, UnknownValue } from "../../../model/resource.js";
import { isMark, isUnknown, MAX_DEPTH, put, unknown, type Value, type ValueObject } from "../normal.js";

/**
 * Attributes whose text is a JSON document, derived from the string attributes of hashicorp/aws 5.100.0 by name and read one by one in its
 * documentation. The names hold at any block depth: `inline_policy.policy` of a role as well as `policy` of a queue.
 */
const DOCUMENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  "access_policies",
  "access_policy",
  "assume_role_policy",
  "container_definitions",
  "dashboard_body",
  "delivery_destination_policy",
  "delivery_policy",
  "desired_state",
  "event_pattern",
  "filter_policy",
  "inline_policy",
  "lifecycle_policy",
  "policy",
  "policy_body",
  "policy_document",
  "redrive_allow_policy",
  "redrive_policy",
  "replication_settings",
  "replication_task_settings",
  "repository_policy",
  "resource_policy",
  "template_body",
]);

/** The same names where they are something else: the name of a policy, a word, a YAML template, a state. */
const NOT_JSON: ReadonlySet<string> = new Set([
  "aws_api_gateway_domain_name.policy",
  "aws_cloudformation_stack.template_body",
  "aws_cloudformation_stack_set.template_body",
  "aws_config_conformance_pack.template_body",
  "aws_config_organization_conformance_pack.template_body",
  "aws_elasticsearch_domain.desired_state",
  "aws_iot_policy_attachment.policy",
  "aws_opensearch_domain.desired_state",
  "aws_pipes_pipe.desired_state",
  "aws_ses_receipt_filter.policy",
]);

/** Attributes of whose text we know that it must be a JSON document: text that is none is an opaque document, never a pass. */
const MUST_BE_JSON: ReadonlySet<string> = new Set([
  "access_policies",
  "assume_role_policy",
  "container_definitions",
  "delivery_destination_policy",
  "desired_state",
  "event_pattern",
  "policy",
  "policy_document",
  "redrive_policy",
  "replication_settings",
  "replication_task_settings",
  "repository_policy",
  "resource_policy",
  "template_body",
]);

/** Whether an attribute of that name holds a document in some type. */
export const isDocumentName = (attribute: string): boolean => DOCUMENT_ATTRIBUTES.has(attribute);

export const isDocumentAttribute = (type: string, attribute: string): boolean =>
  DOCUMENT_ATTRIBUTES.has(attribute) && !NOT_JSON.has(`${type}.${attribute}`);

/** Attributes of other resources that hold a whole document, so that `policy = X.attribute` is a reference and not a text built around X. */
export const isDocumentSource = (attribute: string | undefined): boolean =>
  attribute === "json" ||
  attribute === "minified_json" ||
  attribute === "content" ||
  attribute === "rendered" ||
  attribute === "body" ||
  (attribute !== undefined && DOCUMENT_ATTRIBUTES.has(attribute));

/**
 * Parses the text of a document attribute in place.
 * @param leaf turns each string leaf into its normal form (interpolations become unknown values); left out where the text is literal
 * @returns the object or array, or an opaque-document unknown; the text itself when this attribute may hold something else than JSON
 */
export function parseDocument(
  attribute: string,
  text: string,
  leaf?: (text: string) => Json | UnknownValue,
  refs: readonly string[] = [],
): Value {
  const first = text.trimStart()[0];
  if (first === "{" || first === "[") {
    try {
      const document = JSON.parse(text) as Json;
      if (leaf === undefined) return isOdd(document, MAX_DEPTH) ? convert(document, literal, 0) : (document as Value);
      return convert(document, leaf, 0);
    } catch {
      return unknown("opaque-document", refs);
    }
  }
  return MUST_BE_JSON.has(attribute) && text !== "" ? unknown("opaque-document", refs) : (leaf ?? literal)(text);
}

const literal = (text: string): string => text;

/** Deeper than any real document, or with a key that has a meaning of its own in the normal form. */
function isOdd(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels < 0) return true;
  if (Array.isArray(value)) return value.some((inner: Json) => isOdd(inner, levels - 1));
  // What JSON.parse made has no keys but its own.
  for (const key in value) if (isMark(key) || isOdd((value as { readonly [key: string]: Json })[key] as Json, levels - 1)) return true;
  return false;
}

function convert(value: Json, leaf: (text: string) => Json | UnknownValue, depth: number): Value {
  if (typeof value === "string") return leaf(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > MAX_DEPTH) return unknown("opaque-document");
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => convert(item, leaf, depth + 1));
  const out: ValueObject = {};
  for (const key of Object.keys(value))
    put(out, keyOf(key, leaf), convert((value as { readonly [key: string]: Json })[key] as Json, leaf, depth + 1));
  return out;
}

/** A key with an interpolation keeps it as text. */
function keyOf(key: string, leaf: (text: string) => Json | UnknownValue): string {
  const name = leaf(key);
  return typeof name === "string" ? name : isUnknown(name) ? (name.template ?? "${}") : String(name);
}
