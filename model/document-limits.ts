import { CONTRACT_CLAUSES } from "./contract-clauses.js";
import { DETECTORS } from "./detectors/catalogue.js";
import { LAWS } from "./obligations/regimes-law.js";

const LAW_ENTRIES = Object.entries(LAWS);

/** Laws a decision is owed on for everything sold in a jurisdiction; a proposal binds nobody. */
const lawsOf = (...jurisdictions: readonly string[]): readonly string[] =>
  LAW_ENTRIES.filter(([, law]) => law.kind === "law" && jurisdictions.includes(law.jurisdiction)).map(([id]) => id);

/** The day from which all of a law applies; laws without dates are left out. */
const appliesInFull = Object.fromEntries(
  LAW_ENTRIES.flatMap(([id, law]) => {
    const last = law.applies.at(-1);
    return last === undefined ? [] : [[id, last.from]];
  }),
);

/**
 * Bounds that rules hold a provider's own documents to (`data.baseline.documents` in Rego). A number without a source is a product decision:
 * law mostly says "timely" and "regularly". Days are calendar days; twelve months are 366 of them, so that a yearly appointment holds.
 */
export const DOCUMENT_LIMITS = {
  support: {
    /** CRA Art. 13(8): unless the product is expected to be in use for a shorter time. */
    years: 5,
  },
  updates: {
    cadenceDays: 90,
    /** Days from a fix to the fleet, at most, by severity. */
    targetDays: { critical: 14, high: 30, medium: 90 },
    /** CRA Art. 13(9): ten years after it was issued or the rest of the support period, whichever is longer. */
    availableYears: 10,
    /** Hours between a security release and its advisory; CRA Annex I Part II (8) says "without delay". */
    advisoryHours: 24,
  },
  passwords: {
    modes: ["none", "per-device", "user-set"],
    /** UK SI 2023/1007 Sch. 1 para 1: not counters, public information or identifiers, unless by a keyed hash of good practice. */
    generators: ["random", "keyed-hash"],
    entropyBits: 64,
  },
  disclosure: { acknowledgeDays: 7, statusDays: 30 },
  applicability: {
    reviewDays: 90,
    lawsByMarket: {
      EU: lawsOf("EU"),
      UK: lawsOf("UK"),
      US: lawsOf("US"),
      "US-CA": lawsOf("US", "US-CA"),
      "US-OR": lawsOf("US", "US-OR"),
      AU: lawsOf("AU"),
    },
    /** Markets that are part of the Union. Source: european-union.europa.eu/principles-countries-history/eu-countries_en */
    unionMembers: [
      ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
      ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
    ],
    appliesInFull,
  },
  risk: {
    assessmentDays: 366,
    /** Likelihood times impact, from 1 to 25, at or above which a risk has the severity. */
    scores: { critical: 20, high: 12, medium: 6, low: 1 },
    /** Days from learning of a risk to having treated it. */
    treatDays: { critical: 30, high: 90, medium: 180, low: 366 },
    /** Detectors a risk may rest on. */
    detectors: DETECTORS.map((detector) => detector.id),
    /** Threat feeds are read daily; dates are days, so yesterday's pull counts. */
    feedDays: 1,
  },
  privacy: {
    reviewDays: 366,
    dpiaDays: 366,
    consentStopMinutes: 60,
    /** Data classes of the stack's tags (`bulwark:data-class`) whose stores hold data of people. */
    personalClasses: ["telemetry", "identity", "personal", "sensitive"],
    /** Longest retention of a store by its class in the record, unless a law asks for more. Personal: the history of one year that owners use. */
    retentionDays: { sensitive: 90, personal: 365, pseudonymous: 365, technical: 3650 },
    /** What a field says about people, and the marker of high risk it brings (GDPR Art. 35(3), EDPB WP 248 rev.01). */
    markers: { location: "location", biometric: "biometrics", health: "health" },
    /** GDPR Art. 9(1) with Art. 9(2)(a): special categories rest on explicit consent. */
    specialCategories: ["biometric", "health"],
  },
  release: {
    /** SHA-1 is withdrawn and RSA below 3072 bits ends with 2030 (NIST SP 800-131A, SP 800-57), before today's support periods do. */
    algorithms: ["ecdsa-p256-sha256", "ecdsa-p384-sha384", "ed25519", "rsa-3072-sha256"],
    signers: 2,
    gates: ["design", "threat-model", "build", "test", "approve"],
    scanHours: 24,
    sbomDays: 30,
    stagingSoakHours: 24,
  },
  rollout: {
    canaryPercent: 10,
    canarySuccessPercent: 95,
    soakHours: 24,
    criticalSoakHours: 1,
    criticalApprovers: 2,
    criticalReportDays: 14,
    timeoutMinutes: 1440,
    targetPercent: { critical: 95, high: 95, medium: 90 },
  },
  vendor: {
    assessmentDays: 366,
    depths: { critical: ["deep"], important: ["standard", "deep"], standard: ["basic", "standard", "deep"] },
    auditEveryDays: { critical: 366, important: 731, standard: 1096 },
    monitoringDays: 30,
    /** Days in which both a tool and a person have looked at a critical vendor. */
    inspectionDays: 92,
    contactTestDays: 183,
    /** Hours the provider needs to turn a vendor's notice into its own report. */
    handlingHours: 8,
    clauses: CONTRACT_CLAUSES,
  },
  access: {
    reviewDays: 90,
    grantDays: 365,
    sessionMinutes: 720,
    trainingDays: 366,
    /** Second factors that a phishing page cannot relay (NIST SP 800-63B, phishing resistance). */
    privilegedFactors: ["hardware-key", "passkey"],
  },
  incident: {
    exerciseDays: 366,
    containmentTestDays: 90,
    restoreTestDays: 183,
    escalationMinutes: { critical: 60, high: 240 },
    /** Laws that want a report to an authority. */
    reporting: ["eu-cra", "eu-nis2", "eu-gdpr", "uk-gdpr", "uk-psti"],
    /** Laws that want the people concerned told (CRA Art. 14(8), NIS2 Art. 23(1), GDPR Art. 34). */
    toPeople: ["eu-cra", "eu-nis2", "eu-gdpr", "uk-gdpr"],
    /** Clocks of CRA Art. 14(2) and (4), NIS2 Art. 23(4), GDPR Art. 33(1), in hours. A month is taken as its shortest, 28 days. */
    clocks: [
      { regime: "eu-cra", stage: "early-warning", from: "aware", hours: 24 },
      { regime: "eu-cra", stage: "notification", from: "aware", hours: 72 },
      { regime: "eu-cra", stage: "final", from: "measure-available", hours: 336 },
      { regime: "eu-cra", stage: "final", from: "notification-submitted", hours: 672 },
      { regime: "eu-nis2", stage: "early-warning", from: "aware", hours: 24 },
      { regime: "eu-nis2", stage: "notification", from: "aware", hours: 72 },
      { regime: "eu-nis2", stage: "final", from: "notification-submitted", hours: 672 },
      { regime: "eu-gdpr", stage: "notification", from: "aware", hours: 72 },
      { regime: "uk-gdpr", stage: "notification", from: "aware", hours: 72 },
    ],
  },
} as const;
