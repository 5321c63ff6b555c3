import { ANY, type Glob, type GlobToken, globOf, STAR } from "./glob.js";
import { type ContextKey, contextKey } from "./keys.js";
import type { PolicyContext } from "./types.js";

type Token = GlobToken | { readonly variable: string; readonly key: ContextKey | undefined };

/** A policy string with variables, cut up once. `fixed` is there when it has none. */
export interface Template {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly fixed?: Glob;
  /** Variables this evaluator does not know: such a template never resolves. */
  readonly unknown: readonly string[];
}

export interface TemplateOptions {
  /** False for policies of Version 2008-10-17, where `${...}` is plain text. Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
  readonly variables: boolean;
  /** False where `*` and `?` are plain characters (StringEquals). */
  readonly wildcards: boolean;
}

/** `${*}`, `${?}` and `${$}` stand for the character itself. Source: same page. */
const ESCAPES: Readonly<Record<string, string>> = { "*": "*", "?": "?", $: "$" };

export function compileTemplate(source: string, options: TemplateOptions): Template {
  const tokens: Token[] = [];
  let literal = "";
  const flush = (): void => {
    if (literal !== "") tokens.push(literal);
    literal = "";
  };
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    const close = options.variables && char === "$" && source.charAt(i + 1) === "{" ? source.indexOf("}", i + 2) : -1;
    if (close > 0) {
      const name = source.slice(i + 2, close);
      const escaped = Object.hasOwn(ESCAPES, name) ? ESCAPES[name] : undefined;
      if (escaped !== undefined) literal += escaped;
      else {
        flush();
        tokens.push({ variable: name, key: variableKey(name) });
      }
      i = close;
    } else if (options.wildcards && (char === "*" || char === "?")) {
      flush();
      tokens.push(char === "*" ? STAR : ANY);
    } else literal += char;
  }
  flush();
  const unknown = tokens.flatMap((token) => (typeof token === "object" && token.key === undefined ? [token.variable] : []));
  const constant = tokens.filter((token) => typeof token !== "object");
  return constant.length === tokens.length ? { source, tokens, unknown, fixed: globOf(constant) } : { source, tokens, unknown };
}

/** A list cannot stand inside a string, so only single-valued keys are variables. */
function variableKey(name: string): ContextKey | undefined {
  const key = contextKey(name);
  return key === undefined || key.multiValued ? undefined : key;
}

/**
 * Puts the request's values in. A value becomes literal text whatever it holds: a client id of `*` or `${iot:ClientId}` is those characters and
 * nothing more. Undefined when a variable has no value: AWS then leaves the `${...}` text standing, which is no name a client could bear
 * legitimately, so the template matches nothing. `unknownMatchesAll` reads a variable this evaluator does not know as `*`, for Deny statements.
 */
export function resolveTemplate(template: Template, context: PolicyContext, unknownMatchesAll = false): Glob | undefined {
  if (template.fixed !== undefined) return template.fixed;
  const tokens: GlobToken[] = [];
  for (const token of template.tokens) {
    if (typeof token !== "object") tokens.push(token);
    else if (token.key === undefined && unknownMatchesAll) tokens.push(STAR);
    else {
      const value = token.key?.read(context)[0];
      if (value === undefined) return undefined;
      tokens.push(value);
    }
  }
  return globOf(tokens);
}

/** The context keys a template takes its values from. */
export function templateKeys(template: Template): readonly ContextKey[] {
  return template.tokens.flatMap((token) => (typeof token === "object" && token.key !== undefined ? [token.key] : []));
}
