import type { Fact } from "../../model/finding.js";
import type { Json } from "../../model/resource.js";

/** Facts carry codes; these are the sentences. A code that is not listed reads as its own words, so a new rule never prints a bare code. */
type Phrase = (where: string, seen: string) => string;

const FAIL: Readonly<Record<string, Phrase>> = {
  absent: (where) => `${where} is not set`,
  "above-baseline": (where, seen) => `${where} is ${seen}, above the baseline`,
  "aws-managed-key": (where, seen) => `${where} is ${seen}, a key that AWS manages`,
  "below-baseline": (where, seen) => `${where} is ${seen}, below the baseline`,
  "beyond-provisioning": (where, seen) => `${where} allows ${seen}, more than provisioning needs`,
  disabled: (where, seen) => `${where} is ${seen}`,
  "key-made-by-aws": (where) => `${where} lets AWS make the private key`,
  "not-allowed": (where, seen) => `${where} is ${seen}`,
  "not-bound-to-device": (where, seen) => `${where} allows ${seen}, which is not bound to the device's own identity`,
  "wildcard-action": (where, seen) => `${where} allows every action (${seen})`,
  "wildcard-resource": (where, seen) => `${where} reaches every resource (${seen})`,
};

const UNKNOWN: Readonly<Record<string, string>> = {
  "reference-unresolved": "it refers to something whose value is known only after apply and that does not stand in this input",
  "expression-unresolved": "it is an expression whose value is known only after apply",
  "opaque-document": "it is a document that cannot be read before apply",
  sensitive: "its value is marked as sensitive and is not read",
};

const MAX_SEEN = 160;

/** What was seen, as one sentence without a full stop. */
export function actualOf(fact: Fact): string {
  const where = fact.path === "" ? "the resource" : fact.path;
  const seen = show(fact.actual);
  if (fact.verdict === "unknown") return `${where} is not known before apply`;
  if (fact.verdict === "not-applicable") return `does not apply: ${plainWords(fact.reason)}`;
  const phrase = FAIL[fact.reason];
  if (phrase !== undefined) return phrase(where, seen);
  return fact.actual === undefined ? `${where}: ${plainWords(fact.reason)}` : `${where} is ${seen}: ${plainWords(fact.reason)}`;
}

/** Why a verdict is unknown; undefined for the others, where `actual` says it all. */
export function reasonOf(fact: Fact): string | undefined {
  if (fact.verdict !== "unknown") return undefined;
  const related = fact.related ?? [];
  return `${UNKNOWN[fact.reason] ?? plainWords(fact.reason)}${related.length === 0 ? "" : ` (${related.slice(0, 3).join(", ")}${related.length > 3 ? ", ..." : ""})`}`;
}

const plainWords = (code: string): string => code.replaceAll("-", " ");

function show(value: Json | undefined): string {
  if (value === undefined || value === null) return "absent";
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > MAX_SEEN ? `${text.slice(0, MAX_SEEN)}...` : text;
}
