import { isDeepStrictEqual } from "node:util";

/** One value of a resource before and after a mutation; `undefined` where it is not there. */
export interface Difference {
  /** `policy.Statement[0].Condition` */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Where two versions of a resource differ, as deep as they can be told apart; text that holds JSON is looked into. */
export function differencesOf(before: unknown, after: unknown, path = ""): readonly Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [from, to] = [opened(before), opened(after)];
  if (isBlock(from) && isBlock(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => differencesOf(from[key], to[key], path === "" ? key : `${path}.${key}`));
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length <= to.length && from.every(isBlockLike) && to.every(isBlockLike))
    return to.flatMap((value: unknown, index) => differencesOf(from[index], value, to.length === 1 ? path : `${path}[${index}]`));
  return [{ path, from, to }];
}

function opened(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    // A text that begins like JSON and is none stays a text.
    return value;
  }
}

const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> => isBlockLike(value) && !Array.isArray(value);
const isBlockLike = (value: unknown): boolean => typeof value === "object" && value !== null;
