import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type YAMLMap } from "yaml";
import type { z } from "zod";
import { BulwarkError, messageOf } from "../errors.js";
import { describeIssues, explainIssue, fieldOf, type Problem, type YamlPath } from "./zod-issues.js";

/** 1-based, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One YAML document of a text: its plain value and the way from a path in the value back to the text. */
export interface YamlDocument {
  readonly value: unknown;
  /**
   * Where the value at a path stands: a scalar's own position, the key of a map or list, the nearest existing ancestor when the path does not exist.
   */
  readonly locate: (path: YamlPath) => Position;
}

export type FieldErrorCode =
  | "BW_DOCUMENT_INVALID"
  | "BW_SCENARIO_INVALID"
  | "BW_WAIVERS_INVALID"
  | "BW_KNOWN_INVALID"
  | "BW_PROJECT_INVALID"
  | "BW_CONFIG_INVALID";

export interface ReadOptions {
  /** Shown in messages as given; nothing is read from it. */
  readonly path: string;
  /** Raised when the text is YAML but not what the schema expects. */
  readonly code: FieldErrorCode;
}

/**
 * Text to a value of the schema, with positions. Pure: the caller reads the file.
 * @throws BulwarkError BW_YAML_INVALID when the text is not one YAML (or JSON) document;
 *   `options.code` when it does not fit the schema, naming path:line:column, the field, what was expected, and further problems on lines of their own.
 */
export function parseYamlAs<T>(
  schema: z.ZodType<T>,
  text: string,
  options: ReadOptions,
): { readonly value: T; readonly locate: YamlDocument["locate"] } {
  const documents = parseYaml(text, options.path);
  const [only, second] = documents;
  if (second !== undefined) {
    throw new BulwarkError("BW_YAML_INVALID", {
      path: options.path,
      ...second.locate([]),
      cause: "a second document begins here, but this file holds exactly one",
    });
  }
  const document = only ?? { value: null, locate: () => ({ line: 1, column: 1 }) };
  return { value: validateAs(schema, document, options), locate: document.locate };
}

/** The schema's value of a document already parsed. @throws BulwarkError with `options.code`. */
export function validateAs<T>(schema: z.ZodType<T>, document: YamlDocument, options: ReadOptions): T {
  const result = schema.safeParse(document.value, { error: explainIssue, reportInput: true });
  if (result.success) return result.data;
  const problems = describeIssues(result.error.issues)
    .map((problem) => ({ ...problem, at: document.locate(problem.path) }))
    .sort(byUse)
    .filter(isFirstOfItsPlace);
  throw fieldError(options, problems);
}

/** Unknown keys first, since one misspelt explains one missing; then as in the text. */
function byUse(a: LocatedProblem, b: LocatedProblem): number {
  return Number(b.unknownKey ?? false) - Number(a.unknownKey ?? false) || a.at.line - b.at.line || a.at.column - b.at.column;
}

/** A value reached through several aliases is one problem in the text. */
function isFirstOfItsPlace(problem: LocatedProblem, index: number, all: readonly LocatedProblem[]): boolean {
  const key = (each: LocatedProblem): string => `${each.at.line}:${each.at.column} ${each.path.at(-1)} ${each.problem}`;
  return all.findIndex((each) => key(each) === key(problem)) === index;
}

/** A coded error at a path of a document, for checks a schema cannot make (references between fields or files). */
export function errorAt(document: Pick<YamlDocument, "locate">, options: ReadOptions, path: YamlPath, problem: string): BulwarkError {
  return fieldError(options, [{ path, problem, at: document.locate(path) }]);
}

/**
 * Every document of a YAML stream; empty documents (a comment between two `---`) are left out.
 * @throws BulwarkError BW_YAML_INVALID at the first syntax error, duplicate key or unresolved alias.
 */
export function parseYaml(text: string, path: string): readonly YamlDocument[] {
  const lines = new LineCounter();
  const parsed = attempt(path, () => parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" }));
  if (!Array.isArray(parsed)) return [];
  return (parsed as readonly Document.Parsed[]).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      throw new BulwarkError("BW_YAML_INVALID", {
        path,
        line: Math.max(1, line),
        column: Math.max(1, col),
        cause: firstLine(error.message),
      });
    }
    const value: unknown = attempt(path, () => document.toJS());
    if (value === null || value === undefined) return [];
    return [{ value, locate: (at: YamlPath) => locate(document, lines, at) }];
  });
}

/** The yaml library throws plain errors for alias bombs and too deep nesting; those carry no position. */
function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw new BulwarkError("BW_YAML_INVALID", { path, line: 1, column: 1, cause: firstLine(messageOf(thrown)) }, thrown);
  }
}

function locate(document: Document.Parsed, lines: LineCounter, path: YamlPath): Position {
  let node: Node | null = resolved(document.contents, document);
  let offset = offsetOf(document.contents) ?? document.range[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = (node as YAMLMap).items.find(
        (item) => (isScalar(item.key) ? String(item.key.value) : String(item.key)) === String(step),
      );
      if (pair === undefined) break;
      const value: Node | null = isNode(pair.value) ? pair.value : null;
      const target = value !== null && isScalar(value) && value.value !== null ? value : isNode(pair.key) ? pair.key : value;
      offset = offsetOf(target) ?? offset;
      node = resolved(value, document);
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = offsetOf(item) ?? offset;
      node = resolved(item, document);
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const resolved = (node: Node | null, document: Document.Parsed): Node | null => (isAlias(node) ? (node.resolve(document) ?? null) : node);

const offsetOf = (node: Node | null | undefined): number | undefined => node?.range?.[0];

interface LocatedProblem extends Problem {
  readonly at: Position;
}

const SHOWN_PROBLEMS = 12;

function fieldError(options: ReadOptions, problems: readonly LocatedProblem[]): BulwarkError {
  const [first = { path: [], problem: "does not fit its schema", at: { line: 1, column: 1 } }, ...rest] = problems;
  const further = rest
    .slice(0, SHOWN_PROBLEMS)
    .map((each) => `\n  ${options.path}:${each.at.line}:${each.at.column}: ${fieldOf(each.path)}: ${each.problem}`);
  const unshown = rest.length - further.length;
  const tail = `${further.join("")}${unshown > 0 ? `\n  and ${unshown} more` : ""}`;
  const field = fieldOf(first.path);
  if (options.code === "BW_PROJECT_INVALID") {
    return new BulwarkError(options.code, {
      path: `${options.path}:${first.at.line}:${first.at.column}`,
      problem: `${field}: ${first.problem}${tail}`,
    });
  }
  return new BulwarkError(options.code, { path: options.path, ...first.at, field, problem: `${first.problem}${tail}` });
}

const firstLine = (text: string): string => (text.split("\n")[0] ?? text).trim();
