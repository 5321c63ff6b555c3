/** The published model: facts and types that constructs, rules, rehearsals and reports share. Pure. */
export { BASELINE, type Baseline } from "./baseline.js";
export { DETECTORS } from "./detectors/catalogue.js";
export type { Detector, DetectorLogic } from "./detectors/types.js";
export * from "./documents/index.js";
export { BulwarkError, ERROR_CODES, type ErrorCode, EXIT, type ExitCode } from "./errors.js";
export type { EvidenceRecord, ObjectiveState, Proof, SubjectKind } from "./evidence.js";
export type { CheckReport, CheckResult, Equivalents, Fact, FixedFinding, RuleMeta, Severity, Verdict } from "./finding.js";
export { CATALOGUE_REVIEWED_ON, isObligationId, OBLIGATIONS, type ObligationId, obligation } from "./obligations/catalogue.js";
export { EN_303_645, type EnProvision } from "./obligations/en-303-645.js";
export { CORRECTIONS, REGIMES, type Regime, type RegimeId } from "./obligations/regimes.js";
export { SCENARIOS, type ScenarioId } from "./obligations/scenarios.js";
export {
  ATTESTATIONS,
  type AttestationType,
  type ConceptualObjective,
  type FunctionalObjective,
  type Obligation,
  type ObligationClass,
  type Provision,
  SECTIONS,
  type SectionId,
} from "./obligations/types.js";
export type { Deviation, Json, LiftedInput, Resource, ResourceLocation, UnknownValue } from "./resource.js";
export { RETENTION, type Retention, type RetentionChoice, type RetentionClass, retentionOf } from "./retention.js";
export type { RolloutPlan } from "./rollout/plan.js";
export type { RunResult } from "./run.js";
