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
  if (Array.isArray(from) && Array.isArray(to) && [...from, ...to].every(isBlockLike)) return differencesOfLists(from, to, path);
  return [{ path, from, to }];
}

/** Lists of one length are held against each other place by place; else what one has and the other lacks came or went. */
function differencesOfLists(from: readonly unknown[], to: readonly unknown[], path: string): readonly Difference[] {
  if (from.length === to.length)
    return from.flatMap((value, index) => differencesOf(value, to[index], from.length === 1 ? path : `${path}[${index}]`));
  const lacks = (list: readonly unknown[], value: unknown): boolean => !list.some((each) => isDeepStrictEqual(each, value));
  return [
    ...from.flatMap((value, index) => (lacks(to, value) ? [{ path: `${path}[${index}]`, from: value, to: undefined }] : [])),
    ...to.flatMap((value, index) => (lacks(from, value) ? [{ path: `${path}[${index}]`, from: undefined, to: value }] : [])),
  ];
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
