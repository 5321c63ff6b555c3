import { statSync } from "node:fs";
import { nearest } from "../model/documents/nearest.js";
import { BulwarkError } from "../model/errors.js";
import type { RuleMeta } from "../model/finding.js";
import type { LiftedInput, Resource } from "../model/resource.js";
import { CHANGE_RULES } from "./change/rules.js";
import { dataWith } from "./engine/adjust.js";
import { type CheckOutcome, type CheckSettings, check, wantedRules } from "./engine/check.js";
import { Foresight } from "./engine/foresight.js";
import { loadBundledPolicy, readBundledRules, readRuleMetadata } from "./engine/load.js";
import { type RuleSet, refuseClashes } from "./engine/rule-set.js";
import type { SideThread } from "./engine/side-thread.js";
import type { ImportedWaivers } from "./engine/waiver-import.js";
import { type PlacedWaiver, WAIVER_RULES } from "./engine/waiver-rules.js";
import type { WasmModule } from "./engine/wasm-module.js";
import { OPAQUE } from "./engine/words.js";
import { liftInputs } from "./lift/index.js";
import { isManagedType, managedTypes, schemaOf } from "./lift/provider-schema.js";

export interface CheckPathsOptions extends CheckSettings {
  /** A file of `kind: Waivers` beside those among the inputs. */
  readonly waivers?: { readonly path: string; readonly text: string };
  /** A baseline file: what it holds does not fail the check. */
  readonly known?: { readonly path: string; readonly text: string };
  /** Folder of the Terraform files that the one plan or state was made of: its results name their lines. */
  readonly source?: string;
  /** Folders of Rego, or bundles made of them, whose rules are judged beside the library's. */
  readonly policies?: readonly string[];
}

/**
 * `bulwark check`: lifts files and folders, judges them by the library, applies waivers and accepted deviations.
 * @throws BulwarkError for input that is missing, broken or of no known kind; findings and unknowns are values
 */
export async function checkPaths(paths: readonly string[], options: CheckPathsOptions): Promise<CheckOutcome> {
  const { known } = options;
  const baseline = known && (await import("./engine/baseline-file.js")).readBaseline(known.text, known.path);
  const data = options.adjustment && dataWith(options.adjustment.settings);
  // Before the inputs are read: a rule that does not compile is told at once.
  const custom = await customRules(options.policies ?? [], data);
  const lines = options.source === undefined ? undefined : (await import("./lift/hcl/source-lines.js")).sourceLines(options.source);
  const library = readBundledRules();
  const side = await helpFor(paths, library, data);
  try {
    const settings = { ...options, custom, ...(baseline === undefined ? {} : { baseline }) };
    const rules = readRuleMetadata();
    const foresight = side && paths.length === 1 ? new Foresight(side, options.asOf, wantedRules(rules, settings).own) : undefined;
    const readDocument = lines && (await import("./lift/hcl/source-documents.js")).sourceDocuments(lines);
    const inputs = await liftInputs(paths, { onModule: foresight?.see, readDocument });
    foresight?.end();
    const policy = loadBundledPolicy(data, library);
    const waivers = await waiversOf(inputs, options.waivers);
    const outcome = check(inputs, waivers, settings, side?.beside(policy) ?? policy, rules, foresight?.guesses);
    const warnings = [...custom.flatMap(strayTypes), ...(lines === undefined ? unreadDocuments(outcome, inputs) : [])];
    if (lines === undefined || options.source === undefined) return { ...outcome, warnings };
    const { placeResults } = await import("./lift/hcl/place-results.js");
    const placed = placeResults(outcome.report.results, inputs, lines, options.source);
    return { ...outcome, report: { ...outcome.report, results: placed.results }, warnings: [...warnings, ...placed.warnings] };
  } finally {
    await side?.close();
  }
}

/** A plan has nothing of a document that refers to what is not made yet; the files it was made of have it. */
function unreadDocuments({ report }: CheckOutcome, inputs: readonly LiftedInput[]): readonly string[] {
  const plans = new Set(inputs.filter(({ kind }) => kind === "plan").map(({ path }) => path));
  const unread = report.results.filter(
    ({ verdict, reason, location }) => verdict === "unknown" && reason?.startsWith(OPAQUE) === true && plans.has(location.file),
  );
  const addresses = new Set(unread.map(({ address }) => address));
  return addresses.size === 0
    ? []
    : [
        `documents of ${addresses.size === 1 ? "1 resource" : `${addresses.size} resources`} are known only after apply: --source FOLDER reads them from the *.tf files there`,
      ];
}

/** A rule about a type that nothing has judges nothing, and nobody would see it. */
function strayTypes({ path, rules }: RuleSet): readonly string[] {
  return rules.flatMap(({ id, resourceTypes }) =>
    resourceTypes.flatMap((type) => {
      if (!type.startsWith("aws_") || isManagedType(type) || schemaOf("data", type) !== undefined) return [];
      // Of a few very large types no schema is at hand; those are near to no other.
      const near = nearest(type, managedTypes());
      return near === undefined ? [] : [`${path}: rule ${id}: no type of the provider is called ${type}. Nearest: ${near}.`];
    }),
  );
}

/** A plan of some 2,000 resources; below that a second thread takes longer to start than it saves. */
const WORTH_A_THREAD = 4_000_000;

/** The second thread starts before the input is read, which keeps the first one busy. */
async function helpFor(paths: readonly string[], library: WasmModule, data: object | undefined): Promise<SideThread | undefined> {
  if (!paths.some((path) => sizeOf(path) > WORTH_A_THREAD)) return undefined;
  const { startSideThread } = await import("./engine/side-thread.js");
  return startSideThread(library, data);
}

/** What cannot be read is told by the lift. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** The compiler of custom rules is loaded by those who have some. */
async function customRules(paths: readonly string[], data: object | undefined): Promise<readonly RuleSet[]> {
  if (paths.length === 0) return [];
  const { loadCustomRules } = await import("./compile/custom-rules.js");
  return paths.map((path) => loadCustomRules(path, data));
}

export { baselineText } from "./engine/baseline-text.js";
export { suggestion } from "./engine/suggest.js";

/** Every rule of the library, with the rules about changes and waivers, sorted by id. */
export const loadRules = (): readonly RuleMeta[] =>
  [...readRuleMetadata(), ...CHANGE_RULES, ...WAIVER_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The library with the rules of these folders and bundles, sorted by id.
 * @throws BulwarkError for rules that cannot be used
 */
export async function knownRules(policies: readonly string[]): Promise<readonly RuleMeta[]> {
  const library = loadRules();
  const custom = await customRules(policies, undefined);
  refuseClashes(library, custom);
  return [...library, ...custom.flatMap(({ rules }) => rules)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The files that hold suppressions of other tools, behind files and folders.
 * @throws BulwarkError for what is missing, unreadable or holds none
 */
export async function suppressionFiles(paths: readonly string[]): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const { findSuppressions } = await import("./engine/waiver-import-files.js");
  return findSuppressions(paths);
}

/**
 * Suppressions of other tools as a Waivers document.
 * @param created ISO date written into each waiver
 * @param plans what is judged, so that only what there is to waive is waived; without any, everything suppressed is
 * @throws BulwarkError for a file that is broken or of no known kind
 */
export async function importSuppressions(
  files: readonly { readonly path: string; readonly text: string }[],
  created: string,
  plans: readonly string[] = [],
): Promise<ImportedWaivers> {
  const { readSuppressions } = await import("./engine/waiver-import-files.js");
  const { waiversFrom } = await import("./engine/waiver-import.js");
  const { NOT_FLAGGED } = await import("./differences/index.js");
  const suppressions = readSuppressions(files);
  if (plans.length === 0) return waiversFrom(suppressions, readRuleMetadata(), NOT_FLAGGED, created);
  const { report } = await checkPaths(plans, { asOf: created });
  const found = report.results.filter(({ verdict }) => verdict === "fail" || verdict === "unknown");
  return waiversFrom(suppressions, readRuleMetadata(), NOT_FLAGGED, created, found);
}

async function waiversOf(inputs: readonly LiftedInput[], extra: CheckPathsOptions["waivers"]): Promise<readonly PlacedWaiver[]> {
  const fromInputs = inputs.flatMap((input) => input.resources.filter((resource) => resource.type === "Document/Waivers"));
  const waivers = fromInputs.flatMap((resource) => placed(resource.values.waivers as unknown as readonly PlacedWaiver[], resource));
  if (extra === undefined) return waivers;
  const { parseDocuments } = await import("../model/documents/index.js");
  const given = parseDocuments(extra.text, extra.path);
  const stray = given.find((document) => document.kind !== "Waivers");
  if (stray !== undefined || given.length === 0) {
    const { line, column } = stray?.location ?? { line: 1, column: 1 };
    throw new BulwarkError("BW_WAIVERS_INVALID", {
      path: extra.path,
      line,
      column,
      field: "kind",
      problem: `expected Waivers, found ${stray?.kind ?? "nothing"}`,
    });
  }
  return [
    ...waivers,
    ...given.flatMap((document) =>
      document.kind === "Waivers"
        ? document.value.waivers.map((waiver, index) => ({
            ...waiver,
            location: { file: extra.path, ...document.locate(["waivers", index]) },
          }))
        : [],
    ),
  ];
}

const placed = (waivers: readonly Omit<PlacedWaiver, "location">[], { location, entries = [] }: Resource): readonly PlacedWaiver[] =>
  waivers.map((waiver, index) => ({ ...waiver, location: entries[index] ?? location }) as PlacedWaiver);
