import type { z } from "zod";
import { nearest } from "./nearest.js";

/** Keys and indexes from the root of a document. */
export type YamlPath = readonly (string | number)[];

export interface Problem {
  readonly path: YamlPath;
  readonly problem: string;
  /** A key nobody knows often explains another that is missing. */
  readonly unknownKey?: boolean;
}

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * Zod error map: runs where the failing schema is still at hand, so that an unknown key can be answered with the known ones.
 * Messages written in a schema (`refine`, `regex`) come first; this one fills in where a schema says nothing.
 */
export function explainIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys as readonly string[], knownKeysOf(issue.inst));
    case "invalid_type":
      return issue.input === undefined
        ? `is missing; expected ${article(String(issue.expected))}`
        : `expected ${article(String(issue.expected))}, found ${shown(issue.input)}`;
    case "invalid_value":
      return oneOf(issue.values as readonly unknown[], issue.input);
    case "too_small":
      return bound("at least", issue.minimum, issue.inclusive, issue.origin, issue.input);
    case "too_big":
      return bound("at most", issue.maximum, issue.inclusive, issue.origin, issue.input);
    case "not_multiple_of":
      return `expected a multiple of ${issue.divisor}, found ${shown(issue.input)}`;
    default:
      return undefined;
  }
}

/** Flat, readable problems. A union is reported by the branch that came closest; several unknown keys become one problem each. */
export function describeIssues(issues: readonly Issue[], prefix: YamlPath = []): readonly Problem[] {
  return issues.flatMap((issue): readonly Problem[] => {
    const path = [...prefix, ...plainPath(issue.path)];
    if (issue.code === "unrecognized_keys") {
      const known = issue.message.includes(" Known keys: ") ? issue.message.slice(issue.message.indexOf(" Known keys: ")) : "";
      const [only] = issue.keys;
      if (issue.keys.length === 1 && only !== undefined) return [{ path: [...path, only], problem: issue.message, unknownKey: true }];
      return issue.keys.map((key) => ({ path: [...path, key], problem: `unknown key.${known}`, unknownKey: true }));
    }
    if (issue.code === "invalid_union") return describeUnion(issue, path);
    if (issue.code === "invalid_key" || issue.code === "invalid_element") return describeIssues(issue.issues as readonly Issue[], path);
    const missing =
      issue.code === "invalid_type" && "input" in issue && issue.input === undefined && !issue.message.startsWith("is missing");
    return [{ path, problem: missing ? `is missing; ${issue.message}` : issue.message }];
  });
}

/** `models[0].support.ends`; the root is "document". */
export function fieldOf(path: YamlPath): string {
  if (path.length === 0) return "document";
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${step}`)).join("");
}

/** What zod's locale says of a union when the schema says nothing. */
const DEFAULT_MESSAGE = "Invalid input";

function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: YamlPath): readonly Problem[] {
  if (issue.errors.length === 0)
    return [
      { path: discriminated(issue, path), problem: issue.message === DEFAULT_MESSAGE ? "fits none of the allowed forms" : issue.message },
    ];
  const branches = issue.errors.map((branch) => describeIssues(branch as readonly Issue[], path));
  const deepest = (branch: readonly Problem[]): number => Math.max(...branch.map((each) => each.path.length));
  const [closest = []] = [...branches].sort((a, b) => deepest(b) - deepest(a) || a.length - b.length);
  const ownWords = issue.message !== DEFAULT_MESSAGE && deepest(closest) <= path.length;
  return ownWords ? [{ path, problem: issue.message }] : closest;
}

function discriminated(issue: z.core.$ZodIssueInvalidUnion, path: YamlPath): YamlPath {
  const discriminator = (issue as { readonly discriminator?: unknown }).discriminator;
  return typeof discriminator === "string" && path.at(-1) !== discriminator ? [...path, discriminator] : path;
}

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  const [key = ""] = keys;
  const guess = nearest(key, known);
  const suggestion = guess === undefined ? "" : ` Did you mean ${guess}?`;
  return `unknown key.${suggestion}${known.length > 0 ? ` Known keys: ${known.join(", ")}.` : ""}`;
}

function knownKeysOf(schema: unknown): readonly string[] {
  const shape = (schema as { readonly _zod?: { readonly def?: { readonly shape?: unknown } } } | undefined)?._zod?.def?.shape;
  return typeof shape === "object" && shape !== null ? Object.keys(shape) : [];
}

function bound(
  words: "at least" | "at most",
  limit: number | bigint,
  inclusive: boolean | undefined,
  origin: string,
  given: unknown,
): string {
  const amount = inclusive === false ? `${words === "at least" ? "more" : "less"} than ${limit}` : `${words} ${limit}`;
  if (origin === "string") return `expected ${amount} ${limit === 1 ? "character" : "characters"}, found ${shown(given)}`;
  if (origin === "array" || origin === "set" || origin === "map") return `expected ${amount} ${limit === 1 ? "entry" : "entries"}`;
  return `expected ${amount}, found ${shown(given)}`;
}

function oneOf(values: readonly unknown[], given: unknown): string {
  const known = values.map(String);
  const expected =
    known.length === 1
      ? `expected ${known[0]}`
      : `expected one of ${known.length > LISTED_VALUES ? `${known.length} values like ${known[0]}` : known.join(", ")}`;
  if (given === undefined) return `is missing; ${expected}`;
  const guess = typeof given === "string" ? nearest(given, known) : undefined;
  return `${expected}; found ${shown(given)}${guess === undefined || known.length === 1 ? "" : `. Did you mean ${guess}?`}`;
}

/** More values than this are counted, not listed: the catalogue has 95 obligations. */
const LISTED_VALUES = 16;

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const NAMES: Readonly<Record<string, string>> = {
  object: "a map",
  array: "a list",
  record: "a map",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

const article = (expected: string): string => NAMES[expected] ?? expected;

const plainPath = (path: readonly PropertyKey[]): YamlPath => path.map((step) => (typeof step === "number" ? step : String(step)));
