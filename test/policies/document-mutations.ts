/** A document of the dossier as plain values that a mutation may change. */
type Values = Record<string, unknown>;

export interface DossierMutation {
  /** What is weakened. */
  readonly off: string;
  readonly file: string;
  /** Which document of the file, from 0. Default 0. */
  readonly document?: number;
  readonly change: (values: Values) => void;
  /** The rule that must turn red. */
  readonly rule: string;
  /** Rules that say the same of the same field, and turn red with it. */
  readonly also?: readonly string[];
}

type Step = string | number;

function holderOf(values: Values, path: readonly Step[]): { readonly holder: Record<Step, unknown>; readonly key: Step } {
  let holder = values as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) {
    const next = holder[step];
    if (typeof next !== "object" || next === null) throw new Error(`${path.join(".")}: ${step} is not there`);
    holder = next as Record<Step, unknown>;
  }
  return { holder, key: path.at(-1) ?? "" };
}

const steps = (path: string): readonly Step[] => path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const set =
  (path: string, value: unknown) =>
  (values: Values): void => {
    const { holder, key } = holderOf(values, steps(path));
    holder[key] = value;
  };

const drop =
  (path: string) =>
  (values: Values): void => {
    const { holder, key } = holderOf(values, steps(path));
    if (!(key in holder)) throw new Error(`${path} is not there to be dropped`);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };

const m = (
  rule: string,
  file: string,
  off: string,
  change: (values: Values) => void,
  more: Partial<DossierMutation> = {},
): DossierMutation => ({
  rule,
  file,
  off,
  change,
  ...more,
});

const PRODUCT = "product.yaml";
const RISK = "risk.yaml";
const RELEASE = "release.yaml";
const ROLLOUT = "rollout.yaml";
const VENDORS = "vendors.yaml";
const PRIVACY = "privacy.yaml";
const ACCESS = "access.yaml";
const PLAN = "incident-plan.yaml";
const LAW = "applicability.yaml";
const CLAIMS = "attestations.yaml";

/** In the order of the obligations: what is sold, what law binds it, its risks, its releases, its vendors, its data, its people, its incidents. */
export const DOSSIER_MUTATIONS: readonly DossierMutation[] = [
  m("product-support-period", PRODUCT, "five years of support", set("models.1.support.ends", "2029-06-30")),
  m("product-support-not-shortened", PRODUCT, "an end once published", set("models.0.support.ends", "2031-06-29")),
  m("product-updates-automatic", PRODUCT, "updates on by default", set("models.0.updates.automatic", false)),
  m("product-updates-automatic", PRODUCT, "opting out", set("models.1.updates.optOut", false)),
  m("product-updates-automatic", PRODUCT, "postponing", set("models.2.updates.postpone.allowed", false)),
  m("product-updates-automatic", PRODUCT, "notice before", set("models.2.updates.notice.before", false)),
  m("product-update-mechanism", PRODUCT, "a second image", set("models.0.updates.fallback", "none")),
  m("product-update-mechanism", PRODUCT, "the version floor of devices", set("models.1.updates.versionFloor", false)),
  m("product-update-mechanism", PRODUCT, "a rollout plan", drop("models.2.updates.rollout")),
  m("product-updates-free", PRODUCT, "free updates", set("models.0.updates.free", false)),
  m("product-update-targets", PRODUCT, "a regular cadence", set("models.0.updates.cadenceDays", 180)),
  m("product-update-targets", PRODUCT, "a promise the rollout can keep", set("models.0.updates.targets.2.days", 75)),
  m("product-password", PRODUCT, "a password of its own", set("models.2.passwords.mode", "shared")),
  m("product-password", PRODUCT, "an unguessable password", set("models.2.passwords.generator", "counter")),
  m("product-password", PRODUCT, "the strength of the password", drop("models.2.passwords.entropyBits")),
  m("product-disclosure-policy", PRODUCT, "a quick acknowledgement", set("disclosure.acknowledgeDays", 30)),
  m("product-disclosure-policy", PRODUCT, "a policy in English", set("disclosure.languages", ["nl", "fr"])),
  m("product-disclosure-policy", PRODUCT, "anonymous reports", set("disclosure.asksPersonalData", true)),
  m("product-disclosure-policy", PRODUCT, "security.txt", set("disclosure.securityTxt.expires", "2026-11-01")),
  m("product-sensors-documented", PRODUCT, "the light of the camera", drop("models.1.sensors.0.indicator")),
  m("product-interfaces-closed", PRODUCT, "the debug port", set("models.0.interfaces.2.state", "used")),
  m("product-boot-chain", PRODUCT, "locked fuses", set("models.0.bootChain.fuses", "open")),
  m("product-boot-chain", PRODUCT, "the root of trust", set("models.1.bootChain.rootOfTrust", "flash")),
  m("product-guidance", PRODUCT, "a word on passwords", set("models.1.guidance.0.topics", ["set-up", "updates"])),
  m("product-conformity-route", PRODUCT, "an open route", set("models.0.conformityRoute", "internal-control")),

  m("applicability-complete", LAW, "one market of a model", drop("products.5")),
  m("applicability-complete", LAW, "one law", drop("products.2.regimes.5")),
  m("applicability-no-unknown", LAW, "a known fact", set("products.0.facts.payments", "unknown")),
  m("applicability-no-unknown", LAW, "the size of the entity", set("entity.size", "unknown")),
  m(
    "applicability-follows-facts",
    LAW,
    "the law that the facts bring",
    set("products.3.regimes.0", {
      regime: "uk-psti",
      applies: false,
      reason: "We would rather it did not apply",
    }),
  ),
  m("applicability-current", LAW, "the review", set("reviewBy", "2026-11-01")),
  m("applicability-current", LAW, "a law in force", set("products.3.regimes.1.from", "2027-01-01")),

  m("risk-assessment-current", RISK, "an assessment of what is built", set("lastArchitectureChange", "2026-11-02")),
  m("risk-interfaces-covered", RISK, "one interface", drop("interfaces.8")),
  m("risk-essential-requirements", RISK, "one essential requirement", drop("essentialRequirements.6")),
  m("risk-not-overdue", RISK, "treatment by the due date", set("risks.5.due", "2026-11-01")),
  m("risk-treated-in-time", RISK, "quick treatment", set("risks.0.knownAt", "2026-06-01T09:00:00Z")),
  m("risk-critical-decided", RISK, "a decision by name", drop("risks.0.decision")),
  m("risk-detector-known", RISK, "a detector that exists", set("risks.0.detector", "crystal-ball")),
  m("risk-detector-known", RISK, "a reason for having none", drop("risks.5.noDetector")),
  m("risk-feeds-read", RISK, "today's feed", set("feeds.0.lastPull", "2026-11-20T05:00:00Z")),
  m(
    "risk-upstream-reported",
    RISK,
    "a report to the maker",
    set("exploitedMatches", [
      { cve: "CVE-2026-10001", component: "parser", decision: "Fixed in the next release", decidedOn: "2026-11-20" },
    ]),
  ),

  m("release-signed", RELEASE, "the signature", drop("image.signature")),
  m("release-signed", RELEASE, "a current algorithm", set("image.signature.algorithm", "rsa-2048-sha1"), { document: 1 }),
  m("release-signed", RELEASE, "the second signer", set("image.signature.signers", ["Release manager"])),
  m("release-signed", RELEASE, "a key in its time", set("image.signature.keyExpires", "2026-10-31")),
  m("release-version-floor", RELEASE, "the floor of a security release", set("versionFloor", "2.4.0")),
  m("release-advisory", RELEASE, "the advisory", drop("advisory")),
  m("release-advisory", RELEASE, "the advisory for machines", drop("advisory.csaf")),
  m("release-components-known", RELEASE, "statements on exploitability", drop("vex")),
  m("release-components-known", RELEASE, "no exploited flaw", set("scan.knownExploited", 1)),
  m("release-scanned", RELEASE, "a scan of the last day", set("scan.at", "2026-11-10T06:00:00Z")),
  m("release-gates", RELEASE, "approval by someone else", set("gates.4.by", "Emma Jacobs")),
  m("release-gates", RELEASE, "the design gate", drop("gates.0"), { document: 1 }),
  m("release-gates", RELEASE, "the order of gates", set("gates.0.at", "2026-11-08T09:00:00Z")),
  m("release-threat-model-first", RELEASE, "threats before building", set("threatModel.date", "2026-11-07")),
  m("release-threat-model-first", RELEASE, "an interface in the threat model", drop("threatModel.interfaces.0")),
  m("release-reviewed", RELEASE, "reviewed commits", set("review.unreviewed", 2)),
  m("release-analysed", RELEASE, "no open error", set("staticAnalysis.openErrors", 1)),
  m("release-tested", RELEASE, "a passed test", set("test.result", "fail")),
  m("release-tested", RELEASE, "time on the staging ring", set("test.stagingSoakHours", 2)),
  m("release-available", RELEASE, "ten years of availability", set("availableUntil", "2035-01-01")),
  m("release-technical-file", RELEASE, "the technical file", drop("technicalFile")),

  m("rollout-abort", ROLLOUT, "counting the silent", set("abort.0.failureType", "FAILED")),
  m("rollout-abort", ROLLOUT, "a low threshold", set("abort.0.thresholdPercent", 50)),
  m("rollout-ramp", ROLLOUT, "growth on success", set("rate.increaseAfter", { notified: 1000 })),
  m("rollout-canary", ROLLOUT, "a small canary", set("canary.percent", 100)),
  m("rollout-canary", ROLLOUT, "successful canaries", set("canary.successPercent", 50)),
  m("rollout-timeout", ROLLOUT, "the timer", set("timeoutMinutes", 10_080)),
  m("rollout-critical-lane", ROLLOUT, "the critical lane", drop("critical")),
  m("rollout-critical-lane", ROLLOUT, "two approvers", set("critical.approvers", ["Head of Firmware"])),
  m("rollout-targets", ROLLOUT, "the share of the fleet", set("targets.0.percent", 50)),

  m("vendor-assessed", VENDORS, "the assessment", set("vendors.0.assessments", [])),
  m("vendor-assessed", VENDORS, "its depth", set("vendors.1.assessments.0.depth", "basic")),
  m("vendor-certificates", VENDORS, "a valid certificate", set("vendors.0.certificates.0.expires", "2026-11-01")),
  m("vendor-certificates", VENDORS, "its scope", set("vendors.1.certificates.0.coversService", false)),
  m("vendor-sources-registered", VENDORS, "the publisher of the provider", set("vendors.0.moduleSources", [])),
  m("vendor-contract-clauses", VENDORS, "the audit right", drop("vendors.2.contract.clauses.7")),
  m("vendor-breach-notice", VENDORS, "early notice", set("vendors.1.contract.breachNoticeHours", 48)),
  m("vendor-patch-times", VENDORS, "early patches", set("vendors.1.contract.patchWithinDays.critical", 7)),
  m("vendor-support-end", VENDORS, "support as long as ours", set("vendors.1.contract.supportEnds", "2033-01-01")),
  m("vendor-monitored", VENDORS, "a look by a person", set("vendors.0.monitoring.1.how", "automated")),
  m("vendor-audited", VENDORS, "the focus of audits", set("vendors.0.audits.0.focus", ["access-control"])),
  m("vendor-audited", VENDORS, "follow-up of findings", set("vendors.2.audits.0.findings.0.due", "2026-11-01")),
  m("vendor-results-shared", VENDORS, "an answer of management", drop("vendors.2.audits.0.managementResponse")),
  m("vendor-contact-tested", VENDORS, "a tested contact", set("vendors.1.contact.testedOn", "2026-01-07")),
  m("vendor-exit-plan", VENDORS, "a way out", drop("vendors.0.contract.exitPlan")),

  m("privacy-store-exists", PRIVACY, "a store that is there", set("activities.3.stores.0.resource", "aws_cloudwatch_log_group.gone")),
  m("privacy-store-recorded", PRIVACY, "the dead letters in the record", drop("activities.1.stores.1")),
  m("privacy-retention-enforced", PRIVACY, "the retention of the store", set("activities.3.stores.0.retentionDays", 30)),
  m("privacy-retention-limit", PRIVACY, "one year at most", set("activities.0.stores.0.retentionDays", 3650)),
  m("privacy-retention-limit", PRIVACY, "erasure", set("activities.0.stores.2.erasure", "none")),
  m("privacy-consent-withdrawable", PRIVACY, "a quick stop", set("activities.2.consent.stopWithinMinutes", 10_080)),
  m("privacy-lawful-basis", PRIVACY, "consent to health data", set("activities.1.fields.1.category", "health"), {
    also: ["privacy-impact-assessed"],
  }),
  m("privacy-notices-published", PRIVACY, "the notice", set("activities.1.notices", [])),
  m("privacy-notices-published", PRIVACY, "a declared sensor", set("activities.0.fields.6.sensor", "radar")),
  m("privacy-impact-assessed", PRIVACY, "the impact assessment", drop("activities.0.dpia")),
  m("privacy-record-current", PRIVACY, "a current record", set("reviewedOn", "2026-09-01")),
  m("privacy-pseudonym-key", PRIVACY, "the key apart", set("pseudonymKey.apartFromData", false)),
  m("privacy-processor-registered", PRIVACY, "a registered processor", set("activities.1.processors", ["fabrik-nord"])),

  m("access-reviewed", ACCESS, "the review", set("grants.0.reviewed", "2026-08-01")),
  m("access-reviewed", ACCESS, "another reviewer", set("grants.0.reviewer", "an-peeters")),
  m("access-reviewed", ACCESS, "taking back what is unused", set("grants.5.decision", "keep"), { change: keepUnused }),
  m("access-expires", ACCESS, "the end of a right", set("grants.0.expires", "2028-01-01")),
  m("access-expires", ACCESS, "leaving without rights", set("people.4.left", "2026-11-01")),
  m("access-second-factor", ACCESS, "the second factor", set("people.4.secondFactor", "none")),
  m("access-second-factor", ACCESS, "a key for the privileged", set("people.1.secondFactor", "totp")),
  m("access-trained", ACCESS, "training", set("people.3.training", [])),

  m("incident-plan-current", PLAN, "the exercise", set("exercises", [])),
  m("incident-plan-current", PLAN, "the review of the plan", set("nextReview", "2026-11-01")),
  m("incident-roles-covered", PLAN, "a deputy", set("roles.0.deputy.name", "An Peeters")),
  m("incident-roles-covered", PLAN, "quick escalation", set("escalation.0.withinMinutes", 600)),
  m("incident-authorities", PLAN, "the authority of a law", drop("authorities.5")),
  m("incident-authorities", PLAN, "telling people", drop("authorities.3.stages.1")),
  m("incident-clocks", PLAN, "the early warning in 24 hours", set("authorities.0.stages.0.within.amount", 48)),
  m("incident-clocks", PLAN, "the event a clock runs from", set("authorities.2.stages.1.from", "handled")),
  m("incident-containment-tested", PLAN, "the test of containment", set("containment.lastTested", "2026-06-01")),
  m("incident-restore-tested", PLAN, "the test of a restore", set("recovery.restoreTested", "2026-06-01")),
  m("incident-people-notice", PLAN, "a second channel", set("peopleNotice.channels", ["message in the app"])),
  m("attestation-valid", CLAIMS, "a claim in its time", set("validUntil", "2026-11-01"), { document: 1 }),
  m("attestation-valid", CLAIMS, "an exception in its time", set("exceptions.0.until", "2026-11-01"), { document: 1 }),
];

function keepUnused(values: Values): void {
  set("grants.5.decision", "keep")(values);
  set("grants.5.granted", "2026-07-01")(values);
  set("grants.5.lastUsed", "2026-08-01")(values);
}

/** The days on which the dossier begins to fail if nobody touches it: the first day of each rule. docs/documents.md lists them. */
export const DATES_THAT_PASS: readonly { readonly asOf: string; readonly rule: string }[] = [
  { asOf: "2026-11-26", rule: "risk-feeds-read" },
  { asOf: "2026-12-18", rule: "vendor-monitored" },
  { asOf: "2027-01-01", rule: "vendor-audited" },
  { asOf: "2027-01-04", rule: "applicability-current" },
  { asOf: "2027-01-26", rule: "incident-restore-tested" },
  { asOf: "2027-02-01", rule: "attestation-valid" },
  { asOf: "2027-02-08", rule: "access-reviewed" },
  { asOf: "2027-02-08", rule: "incident-containment-tested" },
  { asOf: "2027-03-01", rule: "risk-not-overdue" },
  { asOf: "2027-03-09", rule: "incident-plan-current" },
  { asOf: "2027-03-13", rule: "vendor-assessed" },
  { asOf: "2027-03-14", rule: "risk-treated-in-time" },
  { asOf: "2027-03-19", rule: "access-trained" },
  { asOf: "2027-03-25", rule: "vendor-contact-tested" },
  { asOf: "2027-05-15", rule: "vendor-certificates" },
  { asOf: "2027-07-01", rule: "product-disclosure-policy" },
  { asOf: "2027-09-30", rule: "privacy-impact-assessed" },
  { asOf: "2027-10-14", rule: "risk-assessment-current" },
  { asOf: "2027-10-17", rule: "privacy-record-current" },
  { asOf: "2027-11-04", rule: "vendor-contract-clauses" },
];
