import type { CheckResult, Equivalents, RuleMeta } from "../../model/finding.js";
import { groupBy } from "../../model/group.js";
import type { NotFlagged } from "../differences/types.js";
import { foreignId } from "./suggest.js";
import { numberOf } from "./trivy-ids.js";
import { MAXIMUM_DAYS } from "./waiver-rules.js";
import { matches } from "./waivers.js";

/** A suppression as another tool has it. */
export interface Suppression {
  readonly tool: "checkov" | "trivy" | "kics";
  readonly id: string;
  /** Terraform address, `data.` before that of a data source, `*` when the file suppresses everywhere, empty when it cannot be told. */
  readonly address: string;
  readonly reason?: string;
  /** ISO date. */
  readonly expires?: string;
  /** What the file says beyond that, for the person who completes the waiver. */
  readonly note?: string;
  readonly file: string;
  readonly line: number;
}

export interface ImportedWaivers {
  /** A `kind: Waivers` document that is refused until a person fills what is empty. */
  readonly text: string;
  readonly waivers: number;
  readonly unmapped: number;
  /** Suppressions for which nothing is found, where findings are given. */
  readonly idle: number;
}

/** What was found or cannot be known, and may be waived. */
export type Waivable = Pick<CheckResult, "rule" | "address">;

interface Draft {
  readonly rule: RuleMeta;
  readonly address: string;
  readonly from: Suppression[];
}

/**
 * Turns suppressions into waivers of the rules that are named after the same check. Nobody is named as owner and no end is made up: what a
 * suppression lacks stays empty, and an empty value is refused when the document is read.
 * @param notFlagged checks that have no rule on purpose
 * @param created ISO date
 * @param found what there is to waive: only waivers of that are written, at its addresses where a comment does not know its module. Undefined when nobody looked
 */
export function waiversFrom(
  suppressions: readonly Suppression[],
  rules: readonly RuleMeta[],
  notFlagged: readonly NotFlagged[],
  created: string,
  found?: readonly Waivable[],
): ImportedWaivers {
  const byId = rulesByForeignId(rules);
  const foundBy = found && groupBy(found, ({ rule }) => rule);
  const addressesFor = ({ id }: RuleMeta, address: string): readonly string[] =>
    foundBy === undefined ? [address] : waivingAddresses(address, foundBy.get(id) ?? []);
  const drafts = new Map<string, Draft>();
  const unmapped: Suppression[] = [];
  const idle: Suppression[] = [];
  for (const suppression of suppressions) {
    const named = byId.get(keyOf(suppression.tool, suppression.id)) ?? [];
    const waiving = named.flatMap((rule) => addressesFor(rule, suppression.address).map((address) => ({ rule, address })));
    if (named.length === 0) unmapped.push(suppression);
    else if (waiving.length === 0) idle.push(suppression);
    for (const { rule, address } of waiving) {
      const key = `${rule.id}\n${address}`;
      const draft = drafts.get(key);
      if (draft === undefined) drafts.set(key, { rule, address, from: [suppression] });
      else draft.from.push(suppression);
    }
  }
  const entries = [...drafts.values()].map((draft) => entryOf(draft, created, foundBy?.get(draft.rule.id) ?? []));
  const text = [
    "# Made from suppressions of other tools. Empty values are refused: give each a reason, an owner and an end, or delete the entry and mend",
    "# the finding. An address without its module or its key matches nothing, and a waiver that matches nothing fails the check.",
    "kind: Waivers",
    "name: imported",
    entries.length === 0 ? "waivers: []" : `waivers:\n${entries.join("\n")}`,
    ...withoutRule(unmapped, notFlagged),
    ...(idle.length === 0
      ? []
      : [
          "# Nothing is found or unknown here that these suppress; they need no waiver:",
          ...idle.map((each) => `#   ${comment(placeOf(each))}`),
        ]),
  ].join("\n");
  return { text: `${text}\n`, waivers: entries.length, unmapped: unmapped.length, idle: idle.length };
}

/**
 * The address as it is where it covers some of what a rule found, or where it cannot be told (of a data source, which is judged where it is used); else, for a comment in a
 * module whose callers are not known, the addresses that end with it.
 */
function waivingAddresses(address: string, found: readonly Waivable[]): readonly string[] {
  if (found.length === 0) return [];
  if (address === "" || isData(address) || found.some((each) => matches(address, each.address))) return [address];
  return [...new Set(found.map((each) => each.address).filter((each) => matches(`*.${address}`, each)))];
}

/** Those that are left out on purpose with the reason, so that nobody looks for a rule or asks for one. */
function withoutRule(unmapped: readonly Suppression[], notFlagged: readonly NotFlagged[]): readonly string[] {
  const reasons = new Map(
    notFlagged.flatMap(({ checks, reason, see = [] }) =>
      (Object.keys(checks) as (keyof Equivalents)[]).flatMap((tool) =>
        (checks[tool] ?? []).map((id) => [keyOf(tool, id), see.length === 0 ? reason : `${reason} (judged: ${see.join(", ")})`] as const),
      ),
    ),
  );
  const lineOf = (each: Suppression): string => {
    const reason = reasons.get(keyOf(each.tool, each.id));
    return `#   ${comment(placeOf(each))}${reason === undefined ? "" : `: ${reason}`}`;
  };
  const known = unmapped.filter(({ tool, id }) => reasons.has(keyOf(tool, id)));
  const others = unmapped.filter((each) => !known.includes(each));
  return [
    ...(known.length === 0 ? [] : ["# No rule asks for these, on purpose; the suppression is no longer needed:", ...known.map(lineOf)]),
    ...(others.length === 0 ? [] : ["# No rule is named after these:", ...others.map(lineOf)]),
  ];
}

function rulesByForeignId(rules: readonly RuleMeta[]): ReadonlyMap<string, readonly RuleMeta[]> {
  const byId = new Map<string, RuleMeta[]>();
  for (const rule of rules)
    for (const tool of ["checkov", "trivy", "kics"] as const satisfies readonly (keyof Equivalents)[])
      for (const id of rule.equivalents[tool]) {
        const key = keyOf(tool, id);
        byId.set(key, [...(byId.get(key) ?? []), rule]);
      }
  return byId;
}

/** Trivy writes one check as AVD-AWS-0086, as AWS-0086 and as aws-s3-block-public-acls. */
const keyOf = (tool: keyof Equivalents, id: string): string => `${tool} ${foreignId(tool === "trivy" ? numberOf(id) : id)}`;

function entryOf({ rule, address, from }: Draft, created: string, found: readonly Waivable[]): string {
  const reasons = [...new Set(from.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
  const [expires] = from.flatMap((each) => (each.expires === undefined ? [] : [each.expires])).sort();
  return [
    ...from.map((each) => `  # ${comment(placeOf(each))}`),
    `  - rule: ${rule.id}`,
    // Data sources are judged where they are used, so that a waiver at their own address would match nothing.
    `    address: ${quoted(isData(address) ? "" : address)}${addressHint(address)}${coveredHint(address, found)}`,
    `    reason: ${quoted(reasons.join("; "))}`,
    `    owner: ""`,
    `    created: ${quoted(created)}`,
    `    expires: ${quoted(expires ?? "")} # the rule is ${rule.severity}: at most ${MAXIMUM_DAYS[rule.severity]} days after created`,
  ].join("\n");
}

const isData = (address: string): boolean => /^(?:.*\.)?data\./.test(address);

function addressHint(address: string): string {
  if (address === "*") return " # everywhere, as in the file; better: the resources that are meant";
  if (isData(address)) return ` # a data source is judged where it is used: the address of the resource that uses ${comment(address)}`;
  return address === "" ? " # the comment stands in no resource" : "";
}

/** Behind a pattern, what it covers now. */
function coveredHint(address: string, found: readonly Waivable[]): string {
  const covered = address.includes("*") ? [...new Set(found.map((each) => each.address).filter((each) => matches(address, each)))] : [];
  if (covered.length === 0) return "";
  const more = covered.length > 3 ? ` and ${covered.length - 3} more` : "";
  return `${address === "*" ? ": " : " # "}${comment(covered.slice(0, 3).join(", "))}${more}`;
}

function placeOf({ tool, id, address, note, file, line }: Suppression): string {
  const where = line > 0 ? `${file}:${line}` : file;
  return `${tool} ${id} in ${where}${address === "" ? "" : `, ${address}`}${note === undefined ? "" : ` (${note})`}`;
}

/** On one line and printable, whatever the file holds: a line break would end the comment and begin a key. */
const comment = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/g, " ").slice(0, 500);

/** A double-quoted YAML scalar: JSON's escapes, and escapes for what YAML does not take as it is (yaml.org/spec/1.2.2/#51-character-set). */
const quoted = (text: string): string =>
  JSON.stringify(Buffer.from(text, "utf8").toString("utf8")).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
