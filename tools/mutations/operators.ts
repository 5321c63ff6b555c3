import type { Json } from "../../model/resource.js";
import { isUnknown } from "../../policies/lift/normal.js";

/**
 * What is done to one place of a good example. All but `unknown` change the value; of those some weaken and some strengthen, and only what a rule is about
 * tells which, so a place is tried with all and must turn the rule with one.
 */
export const OPERATORS = ["drop", "empty", "flip", "zero", "huge", "other", "widen", "as-bad", "unknown"] as const;
export type Operator = (typeof OPERATORS)[number];

/** `undefined` takes the place away. */
export interface Change {
  readonly operator: Operator;
  readonly value: Json | undefined;
}

const UNKNOWN = { $unknown: "expression", refs: [] } as const;
const OTHER = "another-value";
/** Elements of a policy document that name what is allowed: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const WIDENED = new Set(["Action", "Resource", "Principal", "NotAction", "NotResource"]);

/**
 * @param key the last name on the way to the place
 * @param bad what stands at the same place of the bad example
 */
export function changesOf(key: string, value: Json, bad: Json | undefined, mayBeUnknown: boolean): readonly Change[] {
  const changes: Change[] = [{ operator: "drop", value: undefined }, ...valueChanges(key, value)];
  if (bad !== undefined) changes.push({ operator: "as-bad", value: bad });
  if (mayBeUnknown) changes.push({ operator: "unknown", value: UNKNOWN });
  const before = JSON.stringify(value);
  return changes.filter((change) => JSON.stringify(change.value) !== before);
}

/** What may be put where the good example has nothing. */
export function insertionsOf(bad: Json | undefined, mayBeUnknown: boolean): readonly Change[] {
  return [
    ...(bad === undefined ? [] : [{ operator: "as-bad", value: bad } as const]),
    ...(mayBeUnknown ? [{ operator: "unknown", value: UNKNOWN } as const] : []),
  ];
}

function valueChanges(key: string, value: Json): readonly Change[] {
  if (isUnknown(value)) return [{ operator: "empty", value: "" }];
  if (typeof value === "boolean") return [{ operator: "flip", value: !value }];
  if (typeof value === "number")
    return [
      { operator: "zero", value: 0 },
      { operator: "huge", value: Math.max(1, Math.abs(value)) * 1000 },
    ];
  if (typeof value === "string") return textChanges(key, value);
  if (Array.isArray(value)) return listChanges(key, value);
  return key === "Principal" ? [{ operator: "widen", value: "*" }] : [{ operator: "empty", value: {} }];
}

function textChanges(key: string, value: string): readonly Change[] {
  if (value === "Allow" || value === "Deny") return [{ operator: "flip", value: value === "Allow" ? "Deny" : "Allow" }];
  if (value === "true" || value === "false") return [{ operator: "flip", value: value === "true" ? "false" : "true" }];
  const common = [
    { operator: "empty", value: "" },
    { operator: "other", value: OTHER },
  ] as const;
  if (/^\d{4}-\d{2}-\d{2}/.test(value))
    return [
      { operator: "zero", value: `1999${value.slice(4)}` },
      { operator: "huge", value: `2099${value.slice(4)}` },
    ];
  if (/^-?\d+(\.\d+)?$/.test(value)) return [...common, { operator: "zero", value: "0" }, { operator: "huge", value: `${value}000` }];
  return WIDENED.has(key) || value.startsWith("arn:") ? [...common, { operator: "widen", value: "*" }] : common;
}

function listChanges(key: string, value: readonly Json[]): readonly Change[] {
  const [first] = value;
  return [
    { operator: "empty", value: [] },
    ...(typeof first === "string" ? [{ operator: "other", value: [OTHER] } as const] : []),
    ...(WIDENED.has(key) ? [{ operator: "widen", value: ["*"] } as const] : []),
    ...(value.length > 1
      ? [{ operator: "zero", value: value.slice(0, 1) } as const, { operator: "huge", value: value.slice(1) } as const]
      : []),
  ];
}
