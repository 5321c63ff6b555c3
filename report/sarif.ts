import type { CheckReport, CheckResult, RuleMeta, Severity, Verdict } from "../model/finding.js";
import { fixesOf } from "../model/fix.js";
import type { ResourceLocation } from "../model/resource.js";
import { type CheckContext, decisionsOf, pathFrom, placeOf, sentenceOf } from "./check-view.js";

/** Numbers are sections of SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const ROOT = "SRCROOT";

const LEVELS = { critical: "error", high: "error", medium: "warning", low: "note" } as const satisfies Record<Severity, string>;

/** 3.27.9: `open` is "insufficient information to decide". A waived result is a failure with a suppression. */
const KINDS = {
  pass: "pass",
  fail: "fail",
  unknown: "open",
  waived: "fail",
  "not-applicable": "notApplicable",
} as const satisfies Record<Verdict, string>;

/** Middle of the bands that GitHub reads: docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SECURITY_SEVERITY = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" } as const satisfies Record<Severity, string>;

/** A check as SARIF 2.1.0. Same report and context, same bytes. */
export function checkSarif(report: CheckReport, context: CheckContext): string {
  const index = new Map(context.rules.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Bulwark", semanticVersion: context.version, rules: context.rules.map(descriptor) } },
        invocations: [{ executionSuccessful: true, endTimeUtc: context.at, ...decisionsIn(report, index) }],
        originalUriBaseIds: { [ROOT]: { description: { text: "The folder the check was started in." } } },
        columnKind: "utf16CodeUnits",
        artifacts: report.inputs.map(({ path }) => ({ location: artifact(context.root, path), roles: ["analysisTarget"] })),
        results: [...report.results.map((result) => resultOf(result, index, context.root)), ...fixedOf(report, index)],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** 3.20.5 and 3.20.21: what was switched off or weighed otherwise, and why. A rule that is switched off is described by its override alone. */
function decisionsIn(report: CheckReport, index: ReadonlyMap<string, number>): object {
  const decisions = decisionsOf(report);
  if (decisions.length === 0 || report.adjustments === undefined) return {};
  const { disabled, severities } = report.adjustments;
  const reference = (id: string): object => {
    const at = index.get(id);
    return { id, ...(at === undefined ? {} : { index: at }) };
  };
  const overrides = [
    ...disabled.map(({ rule }) => ({ descriptor: reference(rule), configuration: { enabled: false } })),
    ...severities.map(({ rule, to }) => ({ descriptor: reference(rule), configuration: { level: LEVELS[to] } })),
  ];
  return {
    ...(overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides }),
    toolConfigurationNotifications: decisions.map(({ text, weakens, rule }) => ({
      level: weakens ? "warning" : "note",
      message: { text },
      ...(rule === undefined ? {} : { associatedRule: reference(rule) }),
    })),
  };
}

function descriptor(rule: RuleMeta): object {
  const [source] = rule.sources.filter((each) => each.startsWith("https://"));
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(source === undefined ? {} : { helpUri: encodeURI(source) }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ["security", rule.domain, ...rule.obligations],
      severity: rule.severity,
      "security-severity": SECURITY_SEVERITY[rule.severity],
    },
  };
}

function helpLines(rule: RuleMeta): readonly (readonly [string, string])[] {
  return [
    ["Expected", rule.expected],
    ...fixesOf(rule.fix).map(({ place, text }) => [`Fix (${place})`, text] as const),
    ...(rule.obligations.length === 0 ? [] : [["Obligations", rule.obligations.join(", ")] as const]),
    ...(rule.sources.length === 0 ? [] : [["Sources", rule.sources.join(" ")] as const]),
  ];
}

const helpText = (rule: RuleMeta): string => [rule.description, ...helpLines(rule).map(([label, text]) => `${label}: ${text}`)].join("\n");

const helpMarkdown = (rule: RuleMeta): string =>
  [rule.description, ...helpLines(rule).map(([label, text]) => `**${label}:** ${text}`)].join("\n\n");

function resultOf(result: CheckResult, index: ReadonlyMap<string, number>, root: string): object {
  const kind = KINDS[result.verdict];
  const at = index.get(result.rule);
  const physical = physicalLocation(placeOf(result), root);
  const input = result.source === undefined ? undefined : physicalLocation(result.location, root);
  return {
    ruleId: result.rule,
    ...(at === undefined ? {} : { ruleIndex: at }),
    kind,
    // 3.27.10: a result that is no failure has level none.
    level: kind === "fail" ? LEVELS[result.severity] : "none",
    message: { text: sentenceOf(result) },
    locations: [{ ...(physical === undefined ? {} : { physicalLocation: physical }), logicalLocations: logicalLocations(result) }],
    ...(input === undefined ? {} : { relatedLocations: [{ id: 0, physicalLocation: input, message: { text: "In the input." } }] }),
    partialFingerprints: { "bulwarkFinding/v1": result.fingerprint },
    ...(result.baseline === undefined ? {} : { baselineState: result.baseline === "known" ? "unchanged" : "new" }),
    ...(result.verdict === "waived" ? { suppressions: [suppression(result)] } : {}),
    properties: { verdict: result.verdict, severity: result.severity, obligations: result.obligations },
  };
}

/** 3.35: a waiver document is external, `accept` stands in the source of the stack. */
const suppression = ({ waivedIn, reason }: CheckResult): object => ({
  kind: waivedIn === "stack" ? "inSource" : "external",
  status: "accepted",
  ...(reason === undefined ? {} : { justification: reason }),
});

function logicalLocations({ address, constructPath }: CheckResult): readonly object[] {
  return [
    ...(constructPath === undefined
      ? []
      : [{ name: constructPath.split("/").at(-1) ?? constructPath, fullyQualifiedName: constructPath, kind: "construct" }]),
    { fullyQualifiedName: address, kind: "resource" },
  ];
}

function physicalLocation({ file, line, column }: ResourceLocation, root: string): object | undefined {
  if (file === "") return undefined;
  const region = line > 0 ? { region: { startLine: line, ...(column > 0 ? { startColumn: column } : {}) } } : {};
  return { artifactLocation: artifact(root, file), ...region };
}

const artifact = (root: string, file: string): object => ({
  uri: pathFrom(root, file).split("/").map(segment).join("/"),
  uriBaseId: ROOT,
});

/** A segment of a relative URI; half a surrogate pair, which no URI can hold, becomes U+FFFD. */
const segment = (text: string): string => encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));

/** What the baseline lists and this check no longer found: 3.27.24 `absent`. */
function fixedOf({ baseline }: CheckReport, index: ReadonlyMap<string, number>): readonly object[] {
  return (baseline?.fixed ?? []).map(({ rule, address, detail, fingerprint }) => ({
    ruleId: rule,
    ...(index.has(rule) ? { ruleIndex: index.get(rule) } : {}),
    kind: "pass",
    level: "none",
    message: { text: `${address}${detail === undefined ? "" : ` [${detail}]`}: in the baseline, no longer found.` },
    locations: [{ logicalLocations: [{ fullyQualifiedName: address, kind: "resource" }] }],
    partialFingerprints: { "bulwarkFinding/v1": fingerprint },
    baselineState: "absent",
  }));
}
