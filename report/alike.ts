import type { CheckResult } from "../model/finding.js";
import { groupBy } from "../model/group.js";
import { placeOf } from "./check-view.js";
import { grouped } from "./text.js";
import { groupUnknowns, type UnknownGroup } from "./unknowns.js";

/**
 * What is the same about the instances of one block, `module.site["a"].aws_s3_bucket.b` and `module.site["b"].aws_s3_bucket.b`: it is mended in one place, so people
 * are told of it once.
 */
export interface Alike<T> {
  readonly first: T;
  readonly others: readonly T[];
}

/** Results of one rule with one verdict that say the same of instances of one block, in the order of their first ones. */
export const alikeResults = (results: readonly CheckResult[]): readonly Alike<CheckResult>[] =>
  alikeBy(results, (result) => [...saidOf(result), result.rule, result.severity, result.verdict, result.detail, result.baseline]);

/** What is unknown about one resource, for instances of one block that leave the same rules without an answer. */
export const alikeUnknowns = (results: readonly CheckResult[]): readonly Alike<UnknownGroup>[] =>
  alikeBy(groupUnknowns(results), ({ first, results: own }) => [
    ...saidOf(first),
    ...own.flatMap(({ rule, detail, baseline }) => [rule, detail, baseline]),
  ]);

/** ` and 999 alike`; nothing when there is but one */
export const andAlike = ({ others }: Alike<unknown>): string => (others.length === 0 ? "" : ` and ${grouped(others.length)} alike`);

function alikeBy<T>(items: readonly T[], said: (item: T) => readonly (string | undefined)[]): readonly Alike<T>[] {
  return [...groupBy(items, (item) => JSON.stringify(said(item))).values()].map(([first, ...others]) => ({ first: first as T, others }));
}

const saidOf = (result: CheckResult): readonly (string | undefined)[] => [
  blockOf(result),
  ofBlocks(result.actual),
  result.reason === undefined ? undefined : ofBlocks(result.reason),
];

/** The block that a resource comes from: the line where it is written, which modules of several calls share; of a plan alone, its address without keys. */
function blockOf(result: CheckResult): string {
  const address = result.address.replace(KEYS, "[*]");
  const { file, line, column } = placeOf(result);
  if (result.source === undefined && !/\.(?:tf|tofu)$/.test(file)) return `${file} ${address}`;
  return `${file}:${line}:${column} ${address.replace(/^(?:module\.[^.]+\.)+/, "")}`;
}

/** Instance keys; quotes and backslashes inside them are escaped. */
const KEYS = /\[(?:\d+|"(?:\\.|[^"\\])*")\]/g;
/** Those in a sentence: behind the name of a module or a resource, since a path (`Statement[0]`) and a list in JSON have brackets, too. */
const KEYS_OF_ADDRESSES = /((?:module|(?:aws|awscc)_\w+)\.[\w-]+)\[(?:\d+|"(?:\\.|[^"\\])*")\]/g;
/** Calls of modules in front of a resource. */
const CALLS = /(?:module\.[\w-]+(?:\[\*\])?\.)+(?=(?:data\.)?(?:aws|awscc)_)/g;

const ofBlocks = (sentence: string): string =>
  sentence.includes(".") ? sentence.replace(KEYS_OF_ADDRESSES, "$1[*]").replace(CALLS, "") : sentence;
