import type { Json, UnknownValue } from "../../model/resource.js";
import { MAX_DEPTH, put, unknown, type Value, type ValueObject } from "./normal.js";

/**
 * Attributes whose text is a JSON document (derived from the provider schema's string attributes and their documentation). The names hold at
 * any block depth: `inline_policy.policy` of a role as well as `policy` of a queue.
 */
const DOCUMENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  "access_policies",
  "access_policy",
  "assume_role_policy",
  "bucket_policy",
  "container_definitions",
  "dashboard_body",
  "data_protection_policy_document",
  "delivery_policy",
  "desired_state",
  "document_type_schema",
  "event_pattern",
  "filter_policy",
  "inline_policy",
  "key_policy",
  "lifecycle_policy",
  "permissions_policy",
  "policy",
  "policy_body",
  "policy_data",
  "policy_document",
  "policy_text",
  "provisioning_artifact_template",
  "redrive_allow_policy",
  "redrive_policy",
  "registry_policy",
  "repository_policy_text",
  "resource_policy",
  "resource_policy_document",
  "template_body",
  "trust_policy",
]);

/** The same names where they are no JSON: a document in another language, or an ARN or a name of a policy. */
const NOT_JSON: ReadonlySet<string> = new Set([
  "aws_acmpca_certificate_authority.policy",
  "aws_appautoscaling_policy.policy",
  "aws_cloudformation_stack.template_body",
  "aws_cloudformation_stack_set.template_body",
  "aws_servicecatalog_product.template_body",
  "aws_verifiedpermissions_policy.policy",
]);

/** Attributes of whose text we know that it must be a JSON document: text that is none is an opaque document, never a pass. */
const MUST_BE_JSON: ReadonlySet<string> = new Set(["assume_role_policy", "access_policies", "desired_state", "policy", "policy_document", "redrive_policy", "resource_policy"]);

export const isDocumentAttribute = (type: string, attribute: string): boolean => DOCUMENT_ATTRIBUTES.has(attribute) && !NOT_JSON.has(`${type}.${attribute}`);

/** Attributes of other resources that hold a whole document, so that `policy = X.attribute` is a reference and not a text built around X. */
export const isDocumentSource = (attribute: string | undefined): boolean =>
  attribute === "json" || attribute === "minified_json" || attribute === "content" || attribute === "rendered" || attribute === "body" || (attribute !== undefined && DOCUMENT_ATTRIBUTES.has(attribute));

/**
 * Parses the text of a document attribute in place.
 * @param leaf turns each string leaf into its normal form (interpolations become unknown values); identity for plans
 * @returns the object or array, or an opaque-document unknown; the text itself when this attribute may hold something else than JSON
 */
export function parseDocument(attribute: string, text: string, leaf: (text: string) => Json | UnknownValue, refs: readonly string[] = []): Value {
  const first = text.trimStart()[0];
  if (first === "{" || first === "[") {
    try {
      return convert(JSON.parse(text) as Json, leaf, 0);
    } catch {
      return unknown("opaque-document", refs);
    }
  }
  return MUST_BE_JSON.has(attribute) && text !== "" ? unknown("opaque-document", refs) : leaf(text);
}

function convert(value: Json, leaf: (text: string) => Json | UnknownValue, depth: number): Value {
  if (typeof value === "string") return leaf(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > MAX_DEPTH) return unknown("opaque-document");
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => convert(item, leaf, depth + 1));
  const out: ValueObject = {};
  for (const key of Object.keys(value)) put(out, key, convert((value as { readonly [key: string]: Json })[key] as Json, leaf, depth + 1));
  return out;
}
