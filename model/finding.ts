import type { Fix } from "./fix.js";
import type { InputKind, Json, ResourceLocation } from "./resource.js";

export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const VERDICTS = ["pass", "fail", "unknown", "waived", "not-applicable"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the same check is called elsewhere, so that a team can switch. */
export interface Equivalents {
  readonly checkov: readonly string[];
  readonly trivy: readonly string[];
  readonly kics: readonly string[];
  readonly cdkNag: readonly string[];
  readonly securityHub: readonly string[];
  readonly regula: readonly string[];
}

/** A rule as its Rego `# METADATA` block states it. Extracted from source at build into policies/bundle/rules.gen.json. */
export interface RuleMeta {
  /** Kebab-case, equal to the folder name, stable for ever. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** encryption | identity | logging | patching | network | data | resilience | transport | process | documents */
  readonly domain: string;
  /** Resource (or document) types whose instances this rule judges; each gets a verdict. */
  readonly resourceTypes: readonly string[];
  readonly obligations: readonly string[];
  readonly equivalents: Equivalents;
  /** What a passing resource has, one sentence. */
  readonly expected: string;
  readonly fix: Fix;
  /** Where the behaviour is documented (AWS, provider). */
  readonly sources: readonly string[];
  readonly since: string;
}

/** What Rego returns: facts only, no sentences. A resource in scope without a fact passes. */
export interface Fact {
  readonly address: string;
  readonly verdict: "fail" | "unknown" | "not-applicable";
  /** Attribute path judged, `a.b[0].c`; empty string for the resource as a whole. */
  readonly path: string;
  readonly actual?: Json;
  /** Short code (`absent`, `wildcard`, `reference-unresolved`, ...) that TypeScript turns into words. */
  readonly reason: string;
  /** Tells two findings of one rule on one resource apart (a statement id, an action, ...). */
  readonly detail?: string;
  readonly related?: readonly string[];
}

export interface CheckResult {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly address: string;
  readonly constructPath?: string;
  readonly detail?: string;
  readonly expected: string;
  readonly actual: string;
  readonly reason?: string;
  readonly obligations: readonly string[];
  readonly fix: Fix;
  readonly location: ResourceLocation;
  /** The line that made the resource: of the app, when the synth carries stack traces, or of the Terraform files, when they were given. */
  readonly source?: ResourceLocation;
  /** Where a waived result was waived: a waiver document, or `accept` in the stack itself. */
  readonly waivedIn?: "waiver" | "stack";
  /** Only with a baseline file: whether the file already holds this finding. What is known does not fail the check. */
  readonly baseline?: "known" | "new";
  /** Stable over runs and line moves: SHA-256 over rule, address and detail, 16 hex digits. */
  readonly fingerprint: string;
}

/** A finding of the baseline file that is no longer there. */
export interface FixedFinding {
  readonly rule: string;
  readonly address: string;
  readonly detail?: string;
  readonly fingerprint: string;
}

export interface CheckReport {
  readonly schema: "bulwark.check/1";
  readonly inputs: readonly {
    readonly path: string;
    readonly kind: InputKind;
    readonly resources: { readonly inInput: number; readonly lifted: number };
    /** What the check could not look into, in plain words; absent when there is nothing to say. */
    readonly notes?: readonly string[];
  }[];
  readonly summary: {
    readonly pass: number;
    readonly fail: number;
    readonly unknown: number;
    readonly waived: number;
    readonly "not-applicable": number;
    readonly bySeverity: Readonly<Record<Severity, number>>;
  };
  /** Only with a baseline file: how many findings it covers, how many are new, and what it lists that is gone. */
  readonly baseline?: { readonly path: string; readonly known: number; readonly new: number; readonly fixed: readonly FixedFinding[] };
  /** Only with rule settings: what is decided otherwise than the library, and where. */
  readonly adjustments?: {
    readonly path: string;
    readonly disabled: readonly { readonly rule: string; readonly reason: string }[];
    readonly severities: readonly { readonly rule: string; readonly from: Severity; readonly to: Severity }[];
    readonly baseline: readonly {
      readonly name: string;
      readonly from: number;
      readonly to: number;
      readonly effect: "stricter" | "weaker";
    }[];
  };
  readonly results: readonly CheckResult[];
}
