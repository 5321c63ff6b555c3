import { type Address, type Cidr, cidrContains, parseAddress, parseCidr } from "./cidr.js";
import { matchGlob } from "./glob.js";
import { type ContextKey, contextKey } from "./keys.js";
import { compileTemplate, resolveTemplate, type Template, type TemplateOptions, templateKeys } from "./template.js";
import type { PolicyContext, PolicyProblem } from "./types.js";

/**
 * One line of a Condition block. `test` is undefined when the operator, the key or a value is not known: nobody can say then whether the
 * condition holds, and the statement is read the safe way.
 */
export interface Condition {
  readonly test?: (context: PolicyContext) => boolean;
  /** Variables a negated operator compares with: without a value "is not equal" would hold for anyone, so an Allow needs them all. */
  readonly needs?: readonly ContextKey[];
}

type Problem = Omit<PolicyProblem, "statement">;
/** Does this request value match any of the policy's values? */
type Matcher = (value: string, context: PolicyContext) => boolean;
type Compile = (values: readonly string[], options: TemplateOptions, report: (problem: Problem) => void) => Matcher | undefined;

/** Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, { readonly compile: Compile; readonly negated: boolean }>> = {
  StringEquals: { compile: strings({ wildcards: false }), negated: false },
  StringNotEquals: { compile: strings({ wildcards: false }), negated: true },
  StringEqualsIgnoreCase: { compile: strings({ wildcards: false, ignoreCase: true }), negated: false },
  StringNotEqualsIgnoreCase: { compile: strings({ wildcards: false, ignoreCase: true }), negated: true },
  StringLike: { compile: strings({ wildcards: true }), negated: false },
  StringNotLike: { compile: strings({ wildcards: true }), negated: true },
  ArnEquals: { compile: strings({ wildcards: true }), negated: false },
  ArnLike: { compile: strings({ wildcards: true }), negated: false },
  ArnNotEquals: { compile: strings({ wildcards: true }), negated: true },
  ArnNotLike: { compile: strings({ wildcards: true }), negated: true },
  Bool: { compile: strings({ wildcards: false, ignoreCase: true }), negated: false },
  NumericEquals: { compile: numbers((a, b) => a === b), negated: false },
  NumericNotEquals: { compile: numbers((a, b) => a === b), negated: true },
  NumericLessThan: { compile: numbers((a, b) => a < b), negated: false },
  NumericLessThanEquals: { compile: numbers((a, b) => a <= b), negated: false },
  NumericGreaterThan: { compile: numbers((a, b) => a > b), negated: false },
  NumericGreaterThanEquals: { compile: numbers((a, b) => a >= b), negated: false },
  IpAddress: { compile: addresses, negated: false },
  NotIpAddress: { compile: addresses, negated: true },
};

const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/;

export function compileCondition(
  operator: string,
  name: string,
  values: readonly string[],
  variables: boolean,
  report: (problem: Problem) => void,
): Condition {
  const [, set, base, ifExists] = OPERATOR.exec(operator) ?? [];
  const key = contextKey(name);
  if (key === undefined) {
    report({ kind: "unknown-condition-key", detail: name });
    return {};
  }
  if (base === "Null" && set === undefined && ifExists === undefined) return nullCondition(key, values, report);
  const known = base !== undefined && Object.hasOwn(OPERATORS, base) ? OPERATORS[base] : undefined;
  if (known === undefined) {
    report({ kind: "unknown-condition-operator", detail: operator });
    return {};
  }
  const matches = known.compile(values, { variables, wildcards: false }, report);
  if (matches === undefined) return {};
  const { negated } = known;
  // "If a single negated matching condition operator includes multiple values for a context key, those values are evaluated using a logical NOR."
  // Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
  const holds: Matcher = negated ? (value, context) => !matches(value, context) : matches;
  return {
    test: (context) => testKey(key.read(context), context, holds, { set, negated, ifExists: ifExists !== undefined }),
    needs: negated ? values.flatMap((value) => templateKeys(compileTemplate(value, { variables, wildcards: false }))) : [],
  };
}

interface Mode {
  readonly set: string | undefined;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

function testKey(present: readonly string[], context: PolicyContext, holds: Matcher, mode: Mode): boolean {
  // ForAllValues "also returns true if there are no context keys in the request"; ForAnyValue needs a value that matches.
  if (mode.set === "ForAllValues") return present.every((value) => holds(value, context));
  if (mode.set === "ForAnyValue") return (present.length === 0 && mode.ifExists) || present.some((value) => holds(value, context));
  // An absent key fails an operator, passes a negated one and passes any with IfExists. Source: the page on operators.
  if (present.length === 0) return mode.ifExists || mode.negated;
  return mode.negated ? present.every((value) => holds(value, context)) : present.some((value) => holds(value, context));
}

function nullCondition(key: ContextKey, values: readonly string[], report: (problem: Problem) => void): Condition {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  if ([...wanted].some((value) => value !== "true" && value !== "false")) {
    report({ kind: "bad-condition-value", detail: `Null: ${values.join(", ")}` });
    return {};
  }
  return { test: (context) => wanted.has(String(key.read(context).length === 0)) };
}

function strings(how: { readonly wildcards: boolean; readonly ignoreCase?: boolean }): Compile {
  const fold = (text: string): string => (how.ignoreCase === true ? text.toLowerCase() : text);
  return (values, options, report) => {
    const templates: Template[] = values.map((value) => compileTemplate(value, { ...options, wildcards: how.wildcards }));
    for (const template of templates) for (const detail of template.unknown) report({ kind: "unknown-variable", detail });
    if (templates.some((template) => template.unknown.length > 0)) return undefined;
    return (value, context) =>
      templates.some((template) => {
        const glob = resolveTemplate(template, context);
        if (glob === undefined) return false;
        // Without wildcards a glob is its one literal piece; comparing folded text serves the ignore-case operators.
        return how.wildcards ? matchGlob(glob, value) : fold(glob[0]?.text ?? "") === fold(value);
      });
  };
}

function numbers(compare: (request: number, policy: number) => boolean): Compile {
  return (values, _options, report) => {
    const parsed = values.map((value) => (value.trim() === "" ? Number.NaN : Number(value)));
    if (parsed.some((value) => !Number.isFinite(value))) {
      report({ kind: "bad-condition-value", detail: values.join(", ") });
      return undefined;
    }
    return (value) => value.trim() !== "" && parsed.some((number) => compare(Number(value), number));
  };
}

function addresses(values: readonly string[], _options: TemplateOptions, report: (problem: Problem) => void): Matcher | undefined {
  const ranges: Cidr[] = [];
  for (const value of values) {
    const range = parseCidr(value);
    if (range === undefined) {
      report({ kind: "bad-condition-value", detail: value });
      return undefined;
    }
    ranges.push(range);
  }
  return (value) => {
    const address: Address | undefined = parseAddress(value);
    return address !== undefined && ranges.some((range) => cidrContains(range, address));
  };
}
