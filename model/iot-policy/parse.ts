import { BulwarkError, messageOf } from "../errors.js";
import { type Condition, compileCondition } from "./conditions.js";
import { compileGlob, matchGlob } from "./glob.js";
import { compileTemplate, type Template } from "./template.js";
import { IOT_ACTIONS, type IotAction, type PolicyProblem } from "./types.js";

export interface CompiledStatement {
  readonly effect: "Allow" | "Deny";
  readonly actions: ReadonlySet<IotAction>;
  readonly resources: readonly Template[];
  /** True for NotResource: the statement is about everything the list does not match. */
  readonly notResource: boolean;
  readonly conditions: readonly WrittenCondition[];
}

/** A condition with the words it was written in, for those who must say what an answer depends on. */
export interface WrittenCondition extends Condition {
  readonly about: { readonly operator: string; readonly key: string; readonly values: readonly string[] };
}

/** A policy cut up into matchers, once. */
export interface IotPolicy {
  /** Where the policy came from; decisions name it. */
  readonly place: string;
  readonly statements: readonly CompiledStatement[];
  /** What this evaluator could not read and therefore read the safe way. Print them: they are differences from AWS. */
  readonly problems: readonly PolicyProblem[];
}

const VERSIONS = ["2012-10-17", "2008-10-17"] as const;
const STATEMENT_KEYS: ReadonlySet<string> = new Set(["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"]);

/**
 * @param document the policy as an object, or as JSON text
 * @param place    what to call it in errors and decisions (a resource address, a file)
 * @throws BulwarkError BW_POLICY_INVALID when it is not a policy document. An unknown condition or variable is no error: see `problems`.
 */
export function parseIotPolicy(document: unknown, place: string): IotPolicy {
  const fail = (problem: string): BulwarkError => new BulwarkError("BW_POLICY_INVALID", { place, problem });
  const policy = asObject(typeof document === "string" ? fromJson(document, fail) : document);
  if (policy === undefined) throw fail("expected an object with Version and Statement");
  const version = policy.Version ?? "2008-10-17";
  if (!VERSIONS.some((known) => known === version)) throw fail(`Version is ${show(version)}, expected 2012-10-17`);
  const statements = Array.isArray(policy.Statement) ? policy.Statement : policy.Statement === undefined ? [] : [policy.Statement];
  if (statements.length === 0) throw fail("it has no Statement");
  const problems: PolicyProblem[] = [];
  const compiled = statements.map((statement, index) => {
    const where = (problem: string): BulwarkError => fail(`Statement[${index}]: ${problem}`);
    return compileStatement(statement, version === "2012-10-17", where, (problem) => problems.push({ statement: index, ...problem }));
  });
  return { place, statements: compiled, problems };
}

type Fail = (problem: string) => BulwarkError;
type Report = (problem: Omit<PolicyProblem, "statement">) => void;

function compileStatement(raw: unknown, variables: boolean, fail: Fail, report: Report): CompiledStatement {
  const statement = asObject(raw);
  if (statement === undefined) throw fail("is not an object");
  for (const key of Object.keys(statement))
    if (!STATEMENT_KEYS.has(key)) throw fail(`${key} is not an element of an AWS IoT policy statement`);
  const effect = statement.Effect;
  if (effect !== "Allow" && effect !== "Deny") throw fail(`Effect is ${show(effect)}, expected Allow or Deny`);
  const [actionKey, actionPatterns] = oneOf(statement, "Action", "NotAction", fail);
  const [resourceKey, resourcePatterns] = oneOf(statement, "Resource", "NotResource", fail);
  const resources = resourcePatterns.map((pattern) => compileTemplate(pattern, { variables, wildcards: true }));
  for (const template of resources) for (const detail of template.unknown) report({ kind: "unknown-variable", detail });
  return {
    effect,
    actions: actionsOf(actionPatterns, actionKey === "NotAction"),
    resources,
    notResource: resourceKey === "NotResource",
    conditions: compileConditions(statement.Condition, variables, fail, report),
  };
}

/** The actions on job executions are written with either prefix. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-data-plane-jobs.html */
const spellings = (action: IotAction): readonly string[] => {
  const name = action.toLowerCase();
  return /jobexecutions?$/.test(name) ? [name, name.replace("iot:", "iotjobsdata:")] : [name];
};

/** Action names are not case-sensitive. Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionsOf(patterns: readonly string[], inverted: boolean): ReadonlySet<IotAction> {
  const globs = patterns.map((pattern) => compileGlob(pattern.toLowerCase()));
  return new Set(
    IOT_ACTIONS.filter((action) => globs.some((glob) => spellings(action).some((name) => matchGlob(glob, name))) !== inverted),
  );
}

function compileConditions(raw: unknown, variables: boolean, fail: Fail, report: Report): WrittenCondition[] {
  if (raw === undefined) return [];
  const block = asObject(raw);
  if (block === undefined) throw fail("Condition is not an object");
  return Object.entries(block).flatMap(([operator, keys]) => {
    const lines = asObject(keys);
    if (lines === undefined) throw fail(`Condition.${operator} is not an object`);
    return Object.entries(lines).map(([key, given]) => ({
      ...compileCondition(operator, key, conditionValues(given, `Condition.${operator}.${key}`, fail), variables, report),
      about: { operator, key, values: conditionValues(given, `Condition.${operator}.${key}`, fail) },
    }));
  });
}

function conditionValues(given: unknown, path: string, fail: Fail): string[] {
  const values = Array.isArray(given) ? given : [given];
  return values.map((value) => {
    if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return String(value);
    throw fail(`${path} is ${show(value)}, expected text, a number or true/false`);
  });
}

function oneOf(statement: Readonly<Record<string, unknown>>, plain: string, inverted: string, fail: Fail): [string, string[]] {
  if ((statement[plain] === undefined) === (statement[inverted] === undefined))
    throw fail(`expected exactly one of ${plain} and ${inverted}`);
  const key = statement[plain] === undefined ? inverted : plain;
  const given = statement[key];
  const list = Array.isArray(given) ? given : [given];
  if (list.length === 0) throw fail(`${key} is empty`);
  return [
    key,
    list.map((entry) => {
      if (typeof entry === "string") return entry;
      throw fail(`${key} holds ${show(entry)}, expected text${asObject(entry)?.$unknown === undefined ? "" : " known before apply"}`);
    }),
  ];
}

function fromJson(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail(`not valid JSON (${messageOf(cause)})`);
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function show(value: unknown): string {
  const text = value === undefined ? "absent" : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
