import type { ReasonCode } from "../firmware/manifest.js";
import type { Detector } from "./types.js";

/** ATT&CK version the ICS technique ids were checked against (mitre-attack/attack-stix-data); enterprise ids are not re-checked. Tactics move between versions and are left out. */
export const ATTACK_VERSION = "18.1";

/** In the package of the detection function: the detectors in force, where a provider has own ones. */
export const DETECTORS_FILE = "detectors.json";

/** What a device answers when the image offered to it is not the one the provider signed for it. */
const TAMPERED: readonly ReasonCode[] = ["signature-invalid", "digest-mismatch", "size-mismatch", "signer-unknown", "signature-missing"];
const DOWNGRADE: readonly ReasonCode[] = ["version-below-floor", "version-below-installed"];

/**
 * The detectors Bulwark ships. The numbers are product decisions, made so that a device retrying after a mistake stays below them; each can be
 * replaced by a copy with other numbers.
 */
export const DETECTORS: readonly Detector[] = [
  {
    id: "foreign-topic-access",
    title: "A device keeps asking for topics that are not its own",
    subject: "thing",
    logic: { kind: "count", events: ["subscribe-refused", "publish-refused"], reasons: ["authorization"], count: 3, windowMs: 10_000 },
    severity: "high",
    response: "quarantine",
    techniques: [
      { matrix: "ics", id: "T0861", name: "Point & Tag Identification" },
      { matrix: "ics", id: "T0802", name: "Automated Collection" },
      { matrix: "enterprise", id: "T1119", name: "Automated Collection" },
    ],
    obligations: ["OBL-IAM-8", "OBL-IAM-9", "OBL-CONS-1", "OBL-CONS-3", "OBL-CONS-4", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "The device is in the quarantine group. Compare the refused topics with its firmware's declared ones: a match with another device's name means the image or the key is in other hands. Revoke its certificate, pull its last 24 h of messages from the archive, and release it only with a new key.",
  },
  {
    id: "wide-subscription",
    title: "A device asks for everybody's messages",
    subject: "thing",
    logic: {
      kind: "count",
      events: ["subscribe-refused"],
      reasons: ["authorization"],
      topics: ["#", "+/*", "$SYS/*", "$aws/things/+/*", "$aws/events/*"],
      count: 1,
      windowMs: 10_000,
    },
    severity: "critical",
    response: "quarantine",
    techniques: [
      { matrix: "ics", id: "T0842", name: "Network Sniffing" },
      { matrix: "enterprise", id: "T1040", name: "Network Sniffing" },
    ],
    obligations: ["OBL-IAM-8", "OBL-IAM-9", "OBL-CONS-1", "OBL-CONS-3", "OBL-CONS-4", "OBL-DATA-9", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "No firmware of ours subscribes to a fleet-wide filter: treat the device as taken over. Keep it in quarantine, revoke the certificate, and look for the same filter on other devices of the batch.",
  },
  {
    id: "credential-brute-force",
    title: "One address keeps failing to prove an identity",
    subject: "source",
    logic: { kind: "count", events: ["connect-refused"], reasons: ["tls", "certificate"], count: 10, windowMs: 10_000 },
    severity: "high",
    response: "block-source",
    techniques: [
      { matrix: "ics", id: "T0812", name: "Default Credentials" },
      { matrix: "enterprise", id: "T1110", name: "Brute Force" },
    ],
    obligations: ["OBL-IAM-1", "OBL-IAM-2", "OBL-IAM-10", "OBL-CONS-1", "OBL-CONS-4", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "The address is blocked. If it is a customer's gateway with an expired certificate, help them renew and lift the block; else leave it, and check that no connect from it succeeded in the hour before.",
  },
  {
    id: "identity-spray",
    title: "One address tries the names of many devices",
    subject: "source",
    logic: { kind: "count", events: ["connect-refused"], reasons: ["authorization"], distinct: "clientId", count: 5, windowMs: 30_000 },
    severity: "high",
    response: "block-source",
    techniques: [
      { matrix: "ics", id: "T0859", name: "Valid Accounts" },
      { matrix: "ics", id: "T0849", name: "Masquerading" },
      { matrix: "enterprise", id: "T1078", name: "Valid Accounts" },
    ],
    obligations: ["OBL-IAM-2", "OBL-IAM-4", "OBL-IAM-8", "OBL-IAM-10", "OBL-CONS-1", "OBL-CONS-4", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "A valid certificate is being used under names it is not bound to. Find the certificate in the refused connects, revoke it, and treat the device it was issued to as compromised.",
  },
  {
    id: "exfiltration-volume",
    title: "A device sends far more than it ever did",
    subject: "thing",
    logic: { kind: "volume", measure: "bytes", windowMs: 10_000, sigmas: 8, factor: 5, floor: 65_536, learnWindows: 3 },
    severity: "high",
    response: "quarantine",
    techniques: [
      { matrix: "ics", id: "T0882", name: "Theft of Operational Information" },
      { matrix: "enterprise", id: "T1041", name: "Exfiltration Over C2 Channel" },
    ],
    obligations: ["OBL-DATA-9", "OBL-CONS-1", "OBL-CONS-2", "OBL-CONS-3", "OBL-CONS-4", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "Volume alone is no proof. Check for a release, a support session or a log upload that explains it; if there is none, keep the device in quarantine, list which topics carried the bytes, and decide whether personal data was in them: that starts the breach clock.",
  },
  {
    id: "message-flood",
    title: "A device floods the broker with messages",
    subject: "thing",
    logic: { kind: "volume", measure: "messages", windowMs: 10_000, sigmas: 8, factor: 10, floor: 500, learnWindows: 3 },
    severity: "high",
    response: "quarantine",
    techniques: [
      { matrix: "ics", id: "T0814", name: "Denial of Service" },
      { matrix: "enterprise", id: "T1499", name: "Endpoint Denial of Service" },
    ],
    obligations: ["OBL-CONS-1", "OBL-CONS-2", "OBL-CONS-3", "OBL-CONS-4", "OBL-INC-1", "OBL-INC-2"],
    runbook:
      "Look at the firmware version first: a retry loop after a release floods just like an attack, and then the release must be stopped, not the devices.",
  },
  {
    id: "rogue-firmware",
    title: "A device was offered an image that is not ours",
    subject: "thing",
    logic: { kind: "job-reason", reasonCodes: TAMPERED },
    severity: "critical",
    response: "notify",
    techniques: [
      { matrix: "ics", id: "T0857", name: "System Firmware" },
      { matrix: "ics", id: "T0862", name: "Supply Chain Compromise" },
      { matrix: "enterprise", id: "T1195.002", name: "Compromise Software Supply Chain" },
    ],
    obligations: ["OBL-SDLC-7", "OBL-SDLC-8", "OBL-CONS-1", "OBL-CONS-14", "OBL-INC-1"],
    runbook:
      "The device did right and refused; the fault is on our side. Cancel the rollout, freeze the firmware store, compare the stored object version and its digest with the release record, and find who wrote it in the trail. Quarantining the devices would punish the wrong party.",
  },
  {
    id: "firmware-downgrade",
    title: "A device was offered an older image",
    subject: "thing",
    logic: { kind: "job-reason", reasonCodes: DOWNGRADE },
    severity: "high",
    response: "notify",
    techniques: [{ matrix: "ics", id: "T0857", name: "System Firmware" }],
    obligations: ["OBL-SDLC-6", "OBL-SDLC-7", "OBL-CONS-1", "OBL-CONS-14", "OBL-INC-1"],
    runbook:
      "A genuine but old image brings old holes back. Cancel the rollout and find out whether it was a mistaken release or a replayed one.",
  },
  {
    id: "blocked-reporting",
    title: "A connected device has fallen silent",
    subject: "thing",
    logic: { kind: "silence", factor: 5, floorMs: 300_000, learnIntervals: 10 },
    severity: "medium",
    response: "notify",
    techniques: [
      { matrix: "ics", id: "T0804", name: "Block Reporting Message" },
      { matrix: "enterprise", id: "T1489", name: "Service Stop" },
    ],
    obligations: ["OBL-CONS-1", "OBL-CONS-2", "OBL-INC-1"],
    runbook:
      "Its connection lives but its sensors do not report. Ask the owner; many silent devices at once point to a release or a topic rule, not to an attack.",
  },
  {
    id: "quarantined-activity",
    title: "A quarantined device keeps trying",
    subject: "thing",
    logic: {
      kind: "count",
      events: ["connect-refused", "publish-refused", "subscribe-refused"],
      reasons: ["quarantine"],
      count: 20,
      windowMs: 60_000,
    },
    severity: "medium",
    response: "notify",
    techniques: [{ matrix: "ics", id: "T0859", name: "Valid Accounts" }],
    obligations: ["OBL-IAM-9", "OBL-CONS-1", "OBL-INC-2"],
    runbook: "The containment holds. Revoke the certificate if the owner cannot be reached, and tell the owner what to do.",
  },
];
