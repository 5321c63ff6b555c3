import { Cursor } from "../cursor.js";
import { conditionIn, operatorsIn } from "./operators.js";

/** `[for key, value in collection : item if condition]`, or the same in braces with `name => item`. */
export interface ForExpression {
  /** Of the element: its value alone, or its key (or index) and its value. */
  readonly variables: readonly [value: string] | readonly [key: string, value: string];
  readonly collection: string;
  /** Of an object that is made: the name of each entry. */
  readonly name?: string;
  readonly item: string;
  readonly condition?: string;
}

/**
 * Source: developer.hashicorp.com/terraform/language/expressions/for
 * @returns undefined for what is none, and for one that puts entries of the same name together (`...`)
 */
export function forExpressionIn(source: string): ForExpression | undefined {
  const cursor = new Cursor(source);
  const open = cursor.match(/[[{]/y);
  cursor.space(true);
  if (open === undefined || cursor.match(/for(?![\w-])/y) === undefined) return undefined;
  const first = nameAt(cursor);
  const second = cursor.match(/,/y) === undefined ? undefined : nameAt(cursor);
  if (first === undefined || cursor.match(/in(?![\w-])/y) === undefined) return undefined;
  const rest = source.slice(cursor.at, -1);
  const colon = colonIn(rest);
  if (colon === undefined || source.at(-1) !== (open === "[" ? "]" : "}")) return undefined;
  const body = rest.slice(colon + 1);
  const at = wordIn(body, /if(?![\w-])/y);
  const made = at === undefined ? body : body.slice(0, at);
  const arrow = open === "{" ? wordIn(made, /=>/y) : undefined;
  if ((open === "{") !== (arrow !== undefined) || made.trimEnd().endsWith("...")) return undefined;
  return {
    variables: second === undefined ? [first] : [first, second],
    collection: rest.slice(0, colon),
    ...(arrow === undefined ? {} : { name: made.slice(0, arrow) }),
    item: arrow === undefined ? made : made.slice(arrow + 2),
    ...(at === undefined ? {} : { condition: body.slice(at + 2) }),
  };
}

function nameAt(cursor: Cursor): string | undefined {
  cursor.space(true);
  const name = cursor.match(/[A-Za-z_][\w-]*/y);
  cursor.space(true);
  return name;
}

/** The colon behind the collection, which may hold a condition with one of its own. */
function colonIn(text: string): number | undefined {
  const operators = operatorsIn(text);
  const choice = conditionIn(text, operators);
  const colons = operators.filter((operator) => operator.text === ":");
  const [first, second] = colons;
  const question = operators.find((operator) => operator.text === "?");
  return choice !== undefined && question !== undefined && first !== undefined && question.at < first.at ? second?.at : first?.at;
}

/** Offset of a word that stands in no brackets and no quotes. */
function wordIn(text: string, word: RegExp): number | undefined {
  const cursor = new Cursor(text);
  while (!cursor.isDone) {
    if (cursor.skip()) continue;
    const { at } = cursor;
    if (!/[\w.-]/.test(text[at - 1] ?? " ") && cursor.match(word) !== undefined) return at;
    cursor.at = at + 1;
  }
  return undefined;
}
