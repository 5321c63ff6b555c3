import { BulwarkError } from "../../model/errors.js";
import { type CheckReport, type CheckResult, type RuleMeta, SEVERITIES, type Severity, type Verdict } from "../../model/finding.js";
import type { KnownFinding } from "../../model/known-findings.js";
import type { Deviation, LiftedInput, Resource } from "../../model/resource.js";
import { judgeChange } from "../change/judge.js";
import { CHANGE_RULES } from "../change/rules.js";
import { type Adjustment, adjust, withSeverity } from "./adjust.js";
import { type Baseline, compareWithBaseline, knownFindings } from "./baseline.js";
import { evaluate, type FactIndex } from "./evaluate.js";
import type { Guess } from "./foresight.js";
import { loadBundledPolicy, type Policy, readRuleMetadata } from "./load.js";
import { compareResults, resultsOf } from "./results.js";
import { factsOf, type RuleSet, refuseClashes } from "./rule-set.js";
import { changedResources, type Selection, selectRules } from "./select.js";
import { suggestion } from "./suggest.js";
import { type PlacedWaiver, WAIVER_RULES } from "./waiver-rules.js";
import { applyWaivers, type Judged, matches } from "./waivers.js";

export interface CheckSettings extends Selection {
  /** Findings of this severity or worse fail the check. Default `low`: every finding. */
  readonly failOn?: Severity;
  /** An unknown fails the check like a finding. Default false. */
  readonly strict?: boolean;
  /** Also lists passes and results that do not apply. Default false: they are counted only. */
  readonly all?: boolean;
  /** ISO date (YYYY-MM-DD) against which documents are judged, waivers and deviations run out. */
  readonly asOf: string;
  /** Findings that do not fail the check. */
  readonly baseline?: Baseline;
  /** Without a baseline: takes everything found into a new one of this path, as if it had been there. */
  readonly adopt?: string;
  /** Rules beside those of the library. */
  readonly custom?: readonly RuleSet[];
  /** Severities and rules decided otherwise than in the library; its numbers are the policy's data. */
  readonly adjustment?: Adjustment;
}

export interface CheckOutcome {
  readonly report: CheckReport;
  /** Whether `failOn` and `strict` say that this check fails (exit code 1). */
  readonly failed: boolean;
  /** What a baseline file written now would hold. */
  readonly known: () => readonly KnownFinding[];
  /** What may be a slip of whoever called, in plain words. */
  readonly warnings?: readonly string[];
  /** Every rule there was, judged or not, with the severity that held; sorted by id. */
  readonly rules: readonly RuleMeta[];
}

/**
 * Judges lifted inputs by a policy. Same inputs, same settings: same report, to the byte.
 * @param guesses what the policy's other thread has begun to judge by the same settings
 */
export function check(
  inputs: readonly LiftedInput[],
  waivers: readonly PlacedWaiver[],
  settings: CheckSettings,
  policy: Policy = loadBundledPolicy(),
  rules: readonly RuleMeta[] = readRuleMetadata(),
  guesses: readonly Guess[] = [],
): CheckOutcome {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, unknown: 0, waived: 0, "not-applicable": 0 };
  const { judgeable, adjusted, selected, own } = wantedRules(rules, settings);
  const aboutChange = selected.filter(({ id }) => ABOUT_CHANGES.has(id));
  const scope = settings.changedOnly === true ? changedResources(inputs) : undefined;
  const partial = inputs.find((input) => input.partial === true);
  if (partial !== undefined && settings.adopt !== undefined)
    throw new BulwarkError("BW_USAGE", { problem: `--write-baseline needs a whole plan: ${partial.path} leaves changes for another one` });
  const judged = [
    ...universesOf(inputs).flatMap((universe) => judge(universe, policy, own, scope, settings, counts, guesses)),
    ...inputs.flatMap((input) => judgeChanges(input, aboutChange, settings, counts)),
  ];
  const settled = withWaivers(
    onePerFinding(judged),
    inputs,
    waivers,
    { ...settings, skip: [...(settings.skip ?? []), ...adjusted.disabled] },
    judgeable,
    selected,
  );
  const known = () => knownFindings(settled);
  const baseline = settings.baseline ?? (settings.adopt === undefined ? undefined : { path: settings.adopt, findings: known() });
  const compared =
    baseline && compareWithBaseline(settled, baseline, partial === undefined ? consideredBy([...own, ...aboutChange], scope) : () => false);
  const settledResults = compared?.results ?? settled.map(({ result }) => result);
  const held = settings.adjustment === undefined ? settledResults : withSeverity(settledResults, settings.adjustment);
  const results = [...held].sort(compareResults);
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const result of results) {
    counts[result.verdict] += 1;
    if (result.verdict === "fail") bySeverity[result.severity] += 1;
  }
  const report: CheckReport = {
    schema: "bulwark.check/1",
    inputs: inputs.map(({ path, kind, resources, resourcesInInput, notes = [] }) => ({
      path,
      kind,
      resources: { inInput: resourcesInInput, lifted: resources.length },
      ...(notes.length === 0 ? {} : { notes }),
    })),
    summary: { ...counts, bySeverity },
    ...(compared === undefined ? {} : { baseline: compared.summary }),
    ...(adjusted.stated === undefined ? {} : { adjustments: adjusted.stated }),
    results,
  };
  return {
    report,
    failed: failingOf(results, settings).length > 0,
    known,
    rules: [...adjusted.rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/**
 * The rules that settings leave.
 * @returns `own`: those that judge resources; `selected`: with those about changes and waivers; `judgeable`: all but those about waivers, wanted or not
 */
export function wantedRules(rules: readonly RuleMeta[], settings: Pick<CheckSettings, "custom" | "adjustment" | "only" | "skip">) {
  const custom = settings.custom ?? [];
  refuseClashes([...rules, ...CHANGE_RULES, ...WAIVER_RULES], custom);
  const judgeable = [...rules, ...custom.flatMap((set) => set.rules), ...CHANGE_RULES];
  const adjusted = adjust([...judgeable, ...WAIVER_RULES], settings.adjustment);
  const selected = selectRules(adjusted.rules, settings).filter(({ id }) => !adjusted.disabled.has(id));
  if (selected.length === 0) {
    const given = settings.adjustment?.path ?? "";
    throw new BulwarkError("BW_SELECTION_EMPTY", { option: "rules.disabled of", given, suggestion: "Nothing would be judged." });
  }
  return { judgeable, adjusted, selected, own: selected.filter(({ id }) => !ABOUT_WAIVERS.has(id) && !ABOUT_CHANGES.has(id)) };
}

const idsOf = (rules: readonly RuleMeta[]): ReadonlySet<string> => new Set(rules.map(({ id }) => id));
const ABOUT_CHANGES = idsOf(CHANGE_RULES);
const ABOUT_WAIVERS = idsOf(WAIVER_RULES);

/**
 * Waivers of rules that are not judged rest. The rules about waivers hold for the others whatever `only` says, since they guard the suppression
 * and not the resource; `skip` leaves them out by name.
 */
function withWaivers(
  judged: readonly Judged[],
  inputs: readonly LiftedInput[],
  waivers: readonly PlacedWaiver[],
  settings: CheckSettings,
  rules: readonly RuleMeta[],
  selected: readonly RuleMeta[],
): readonly Judged[] {
  const awake = idsOf(selected);
  const all = [...rules, ...WAIVER_RULES];
  const ids = idsOf(all);
  const missing = (rule: string): string | undefined =>
    ids.has(rule) ? undefined : `no rule is called ${rule}. ${suggestion(rule, all).replace(/\.$/, "")}`;
  const resting = new Set(rules.filter(({ id }) => !awake.has(id)).map(({ id }) => id));
  const skip = settings.skip ?? [];
  const deviations = uniqueDeviations(inputs.flatMap((input) => input.deviations));
  const isWhole = settings.changedOnly !== true && !inputs.some(({ partial }) => partial === true);
  const settled = applyWaivers(
    judged,
    waivers.filter(({ rule }) => !resting.has(rule)),
    deviations,
    { noRule: missing, asOf: settings.asOf, answers: isWhole ? answersFor(inputs, rules) : () => false },
  );
  return settled.filter(({ result }) => !(result.rule.startsWith("waiver-") && skip.some((pattern) => matches(pattern, result.rule))));
}

/**
 * A check of a dossier alone says nothing about waivers of resources, nor one of a plan alone about those of documents: whether they match is told
 * where both are.
 */
function answersFor(inputs: readonly LiftedInput[], rules: readonly RuleMeta[]): (waiver: PlacedWaiver) => boolean {
  const stack = inputs.some(({ kind }) => kind !== "document");
  const documents = new Set(inputs.flatMap(({ kind, resources }) => (kind === "document" ? resources.map(({ type }) => type) : [])));
  const types = new Map(rules.map(({ id, resourceTypes }) => [id, resourceTypes]));
  const isDocument = (type: string): boolean => type.startsWith("Document/");
  return ({ rule }) => {
    const judged = types.get(rule) ?? [];
    return judged.length > 0 && judged.every(isDocument) ? judged.some((type) => documents.has(type)) : stack;
  };
}

function consideredBy(rules: readonly RuleMeta[], scope: ReadonlySet<Resource> | undefined): (finding: KnownFinding) => boolean {
  const judged = new Set(rules.map(({ id }) => id));
  const addresses = scope && new Set([...scope].map(({ address }) => address));
  return ({ rule, address }) => judged.has(rule) && (addresses === undefined || addresses.has(address));
}

/** The results for which `failOn` and `strict` fail a check. */
export function failingOf(
  results: readonly CheckResult[],
  { failOn = "low", strict = false }: Pick<CheckSettings, "failOn" | "strict">,
): readonly CheckResult[] {
  const floor = SEVERITIES.indexOf(failOn);
  return results.filter(
    (result) =>
      (result.verdict === "fail" || (strict && result.verdict === "unknown")) &&
      result.baseline !== "known" &&
      SEVERITIES.indexOf(result.severity) <= floor,
  );
}

/** Resources that may refer to each other. */
interface Universe {
  readonly own: readonly Resource[];
  readonly beside: readonly Resource[];
}

/**
 * One universe per stack, with all documents beside it. The documents are judged in the first, and beside several stacks in a universe of
 * their own that holds all of them, since a document may speak of a store in any. A synth whose resources are all in a
 * plan among the inputs is the same stack seen earlier: the plan knows more, so the synth lends it its construct paths and is not judged twice.
 */
function universesOf(inputs: readonly LiftedInput[]): readonly Universe[] {
  const documents = inputs.filter((input) => input.kind === "document").flatMap((input) => input.resources);
  const plans = inputs.filter((input) => input.kind === "plan" || input.kind === "state");
  const synths = inputs.some(({ kind }) => kind === "synth");
  const planned = synths ? plans.map((input) => new Set(input.resources.map((resource) => unindexed(resource.address)))) : [];
  const stacks = inputs.filter(
    (input) => input.kind !== "document" && !(input.kind === "synth" && planned.some((addresses) => covers(addresses, input.resources))),
  );
  if (stacks.length === 0) return documents.length === 0 ? [] : [{ own: documents, beside: [] }];
  const [only, ...more] = stacks;
  if (only !== undefined && more.length === 0) return [{ own: [...judgedOf(only), ...documents], beside: [] }];
  const perStack = stacks.map((input) => ({ own: judgedOf(input), beside: documents }));
  return documents.length === 0 ? perStack : [...perStack, { own: documents, beside: stacks.flatMap((input) => input.resources) }];
}

const judgedOf = ({ resources, blocks = [] }: LiftedInput): readonly Resource[] =>
  blocks.length === 0 ? resources : [...resources, ...blocks];

const unindexed = (address: string): string => (address.endsWith("]") ? address.slice(0, address.indexOf("[")) : address);

const covers = (addresses: ReadonlySet<string>, resources: readonly Resource[]): boolean => {
  const managed = resources.filter((resource) => resource.mode === "managed");
  return managed.length > 0 && managed.every((resource) => addresses.has(resource.address));
};

function judge(
  universe: Universe,
  policy: Policy,
  rules: readonly RuleMeta[],
  scope: ReadonlySet<Resource> | undefined,
  { all = false, asOf, custom = [] }: CheckSettings,
  counts: Record<Verdict, number>,
  guesses: readonly Guess[],
): readonly Judged[] {
  const seen = universe.beside.length === 0 ? universe.own : [...universe.own, ...universe.beside];
  const judging = idsOf(rules);
  const wanted = custom.filter((set) => set.rules.some(({ id }) => judging.has(id)));
  const facts: FactIndex = new Map([
    ...evaluate(policy, seen, asOf, undefined, rules, guesses),
    ...wanted.flatMap((set) => [...factsOf(set, seen, asOf)]),
  ]);
  const own = scope === undefined ? universe.own : universe.own.filter((resource) => scope.has(resource));
  return resultsOf(rules, own, facts, all, (verdict, number) => {
    counts[verdict] += number;
  });
}

function judgeChanges(
  input: LiftedInput,
  rules: readonly RuleMeta[],
  { all = false }: CheckSettings,
  counts: Record<Verdict, number>,
): readonly Judged[] {
  return rules.flatMap((rule) => {
    const { resources, facts } = judgeChange(rule, input);
    return resultsOf([rule], resources, new Map([[rule.id, facts]]), all, (verdict, number) => {
      counts[verdict] += number;
    });
  });
}

/** Two inputs that show the same resource give one result, the first one's: files are given in the order of their weight. */
function onePerFinding(judged: readonly Judged[]): readonly Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ result }) => {
    const key = `${result.location.file}\n${result.fingerprint}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function uniqueDeviations(deviations: readonly Deviation[]): readonly Deviation[] {
  return [
    ...new Map(deviations.map((deviation) => [`${deviation.control}\n${deviation.address}\n${deviation.property}`, deviation])).values(),
  ];
}
