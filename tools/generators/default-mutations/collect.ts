import { DEFAULT_MUTATIONS, type DefaultMutation } from "../../../test/constructs/default-mutations.js";
import type { ConstructClass } from "../construct-pages/sources.js";
import { type Claim, claimsOf, IN_COMPANY, NO_DEFAULT, SEVERAL_RED } from "./claims.js";
import { below, type Row, rowOf, type Subject, subjectOf } from "./run.js";

export interface Collected {
  readonly rows: readonly Row[];
  /** `CONSTRUCT RULE` that passes and that no mutation turns red. */
  readonly without: readonly string[];
  /** Rows with more than one rule, or with one that is not known any more, and nobody says why. */
  readonly unexplained: readonly string[];
  /** Explanations that explain nothing. */
  readonly idle: readonly string[];
  /** Constructs of whose defaults no rule judges any. */
  readonly unjudged: readonly string[];
}

/** Mutates every default that a rule judges, construct by construct. */
export function collect(classes: readonly ConstructClass[], mutations: readonly DefaultMutation[] = DEFAULT_MUTATIONS): Collected {
  const subjects = classes.map(subjectOf);
  const tried = subjects.flatMap((subject) => claimsOf(subject).map((claim) => ({ subject, claim })));
  const inCompany = IN_COMPANY.flatMap(({ construct, rule, example, root }) => {
    const [of, host] = [construct, example].map((name) => subjects.find(({ construct: each }) => each.name === name));
    if (of === undefined || host === undefined) return [];
    return [{ subject: { ...host, construct: of.construct, root, resources: below(host.stack, root) }, claim: { rule, own: true } }];
  });
  const results = [...tried, ...inCompany].map(({ subject, claim }) => ({ subject, claim, rows: rowsOf(subject, claim, mutations) }));
  const rows = results.flatMap((result) => result.rows);
  const covered = new Set(rows.map(({ construct, rule }) => `${construct} ${rule}`));
  const names = new Set(classes.map(({ name }) => name));
  const excused = NO_DEFAULT.flatMap(({ construct, rules }) => rules.map((rule) => `${construct} ${rule}`));
  const claimed = results.map(({ subject, claim }) => `${subject.construct.name} ${claim.rule}`);
  const several = rows.filter(({ red, unknown }) => red.length > 1 || unknown.length > 0);
  return {
    rows,
    without: [...new Set(claimed.filter((key) => !covered.has(key) && !excused.includes(key)))],
    unexplained: several
      .filter((row) => whyOf(row) === undefined)
      .map(({ construct, setting, red, unknown }) => [construct, setting, ...red, ...unknown].join(" ")),
    idle: [
      ...excused.filter((key) => names.has(key.split(" ")[0] ?? "") && (covered.has(key) || !claimed.includes(key))),
      ...SEVERAL_RED.filter(
        ({ construct, rules }) => names.has(construct) && !several.some((row) => row.construct === construct && same(row.red, rules)),
      ).map(({ construct, rules }) => [construct, ...rules].join(" ")),
    ],
    unjudged: classes.map(({ name }) => name).filter((name) => !rows.some(({ construct }) => construct === name)),
  };
}

/** Why a row has several rules red. */
export const whyOf = ({ construct, red, unknown }: Row): string | undefined =>
  unknown.length > 0 ? undefined : SEVERAL_RED.find((each) => each.construct === construct && same(each.rules, red))?.why;

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each));

function rowsOf(subject: Subject, { rule, own }: Claim, mutations: readonly DefaultMutation[]): readonly Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const mutation of mutations.filter((each) => each.rule === rule)) {
    // What a part of the construct decides has all its mutations at the part itself.
    if (!own && rows.length > 0) break;
    const row = rowOf(subject, mutation);
    if (row === undefined || seen.has(key(row))) continue;
    seen.add(key(row));
    rows.push(row);
  }
  return rows;
}

/** Two lists may hold the same mutation in other words. */
const key = ({ type, gone, differences }: Row): string => JSON.stringify([type, gone, differences]);
