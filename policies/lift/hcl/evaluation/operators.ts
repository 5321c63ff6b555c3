import { Cursor } from "../cursor.js";

export interface Operator {
  readonly text: string;
  /** Offset in the expression. */
  readonly at: number;
}

/** From what binds least to what binds most. Source: developer.hashicorp.com/terraform/language/expressions/operators */
const LEVELS: readonly (readonly string[])[] = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

const TOKEN = /\|\||&&|[=!<>]=|[?:<>+*/%!-]/y;

/** The operators of an expression that stand in no brackets and no quotes. */
export function operatorsIn(expression: string): readonly Operator[] {
  const found: Operator[] = [];
  const cursor = new Cursor(expression);
  while (!cursor.isDone) {
    if (cursor.skip()) continue;
    const { at } = cursor;
    const text = cursor.match(TOKEN);
    if (text === undefined) cursor.at += 1;
    else if (!isPartOfName(text, expression, at)) found.push({ text, at });
  }
  return found;
}

/** Names may have dashes in them, and `.*` asks all elements of a list. */
function isPartOfName(text: string, expression: string, at: number): boolean {
  const before = expression[at - 1] ?? " ";
  return (text === "-" && /[\w-]/.test(before)) || (text === "*" && before === ".");
}

export interface Condition {
  readonly condition: string;
  readonly yes: string;
  readonly no: string;
}

/** The parts of `condition ? yes : no`; the condition reaches to the first question mark, and what is behind it may be another one. */
export function conditionIn(expression: string, operators: readonly Operator[]): Condition | undefined {
  const first = operators.findIndex(({ text }) => text === "?");
  if (first < 0) return undefined;
  let open = 0;
  for (const { text, at } of operators.slice(first)) {
    if (text === "?") open += 1;
    else if (text === ":") {
      open -= 1;
      const question = (operators[first] as Operator).at;
      if (open === 0)
        return { condition: expression.slice(0, question), yes: expression.slice(question + 1, at), no: expression.slice(at + 1) };
    }
  }
  return undefined;
}

export interface Operation {
  readonly operator: string;
  /** Undefined where the operator stands in front of one value. */
  readonly left?: string;
  readonly right: string;
}

/** The operation that is done last. */
export function operationIn(expression: string, operators: readonly Operator[]): Operation | undefined {
  const binary = operators.filter(({ text, at }, index) => {
    const before = operators[index - 1];
    const start = before === undefined ? 0 : before.at + before.text.length;
    return text !== "!" && expression.slice(start, at).trim() !== "";
  });
  for (const level of LEVELS) {
    const last = binary.findLast(({ text }) => level.includes(text));
    if (last !== undefined)
      return { operator: last.text, left: expression.slice(0, last.at), right: expression.slice(last.at + last.text.length) };
  }
  const [first] = operators;
  return first === undefined || expression.slice(0, first.at).trim() !== ""
    ? undefined
    : { operator: first.text, right: expression.slice(first.at + first.text.length) };
}
