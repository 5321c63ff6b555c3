import type { Fact } from "../../model/finding.js";
import type { Json } from "../../model/resource.js";

/** Facts carry codes; these are the sentences. A code that is not listed reads as its own words, so a new rule never prints a bare code. */
type Phrase = (where: string, seen: string) => string;

const FAIL: Readonly<Record<string, Phrase>> = {
  "above-baseline": (where, seen) => `${where} is ${seen}, above the baseline`,
  absent: (where) => `${where} is not set`,
  "acl-in-use": (where, seen) => `${where} is ${seen}: access control lists are in use`,
  "allowed-by-exception": (where, seen) => `${where} is ${seen}: everything but what is named is allowed`,
  "any-client": (where, seen) => `${where} is ${seen}, which lets a device take any client id`,
  "any-origin": (where, seen) => `${where} is ${seen}: the scripts of any page may call`,
  "any-template": (where, seen) => `${where} is ${seen}, which reaches every provisioning template`,
  "attached-to-a-user": (where) => `${where} is attached to the user itself`,
  "aws-managed-key": (where, seen) => `${where} is ${seen}, a key that AWS manages`,
  "below-baseline": (where, seen) => `${where} is ${seen}, below the baseline`,
  "beyond-provisioning": (where, seen) => `${where} allows ${seen}, more than provisioning needs`,
  "broad-filter": (where, seen) => `${where} is ${seen}, a filter that takes more than it should`,
  "data-lost-on-destroy": (where) => `${where} deletes what is stored together with the resource`,
  "default-group-in-use": (where) => `${where} lets traffic through`,
  disabled: (where, seen) => `${where} is ${seen}`,
  "every-port-open": (where, seen) => `${where} opens every port to ${seen}`,
  "federation-without-condition": (where, seen) => `${where} trusts ${seen} without a condition on who it speaks for`,
  "guests-allowed": (where) => `${where} gives credentials to guests`,
  "key-made-by-aws": (where) => `${where} lets AWS make the private key`,
  "long-lived-key": (where) => `${where} is a credential without an end`,
  "more-rights-for-oneself": (where, seen) => `${where} allows ${seen} everywhere, a way to more rights than one has`,
  "never-expires": (where) => `${where} never expires`,
  "no-data-events": (where) => `${where} records no data events`,
  "no-deny-policy": (where) => `${where} has no policy that denies`,
  "no-install-task": (where) => `${where} has no task that installs patches`,
  "no-patch-group": (where) => `${where} has no patch group`,
  "no-quarantine-group": () => "there is no quarantine group",
  "no-registration-template": (where, seen) => `${where} is ${seen} and no registration template says what a new device may do`,
  "no-signing-profile": (where) => `${where} names no signing profile`,
  "no-source": (where, seen) => `${where} is ${seen}, from any account and any resource`,
  "no-source-condition": (where, seen) => `${where}: ${seen} may act for anyone, since no condition names the source`,
  "not-action": (where, seen) => `${where} is ${seen}: everything but what is named is allowed`,
  "not-allowed": (where, seen) => `${where} is ${seen}`,
  "not-bound-to-device": (where, seen) => `${where} allows ${seen}, which is not bound to the device's own identity`,
  "not-customer-key": (where, seen) => `${where} is ${seen}, not a key of your own`,
  "not-encrypted": (where, seen) => `${where} is ${seen}: not encrypted`,
  "not-scanned": (where, seen) => `${where} is ${seen}, less than what the stack runs`,
  "old-tls": (where, seen) => `${where} is ${seen}, which takes TLS older than 1.2`,
  "one-role-for-both": (where) => `${where} is also the execution role`,
  "open-to-the-internet": (where, seen) => `${where} is open to ${seen}`,
  "other-data-class": (where, seen) => `${where} is ${seen}, a key of another data class`,
  "password-sent": (where, seen) => `${where} holds ${seen}: the password itself is sent`,
  "payload-logged": (where) => `${where} writes whole requests into the log`,
  "plain-http": (where, seen) => `${where} is ${seen}, without TLS`,
  "plaintext-allowed": (where) => `${where} does not deny requests without TLS`,
  public: (where, seen) => `${where} is ${seen}: anyone`,
  "public-address": (where) => `${where} gives a public address`,
  "secret-in-state": (where) => `${where} puts the secret into the state`,
  "secret-written-out": (where) => `${where} holds a secret that is written out`,
  "select-all": (where, seen) => `${where} is ${seen}, which passes every field on`,
  "service-ended": (where, seen) => `${where} uses ${seen}, a service that has ended or closed to new customers`,
  "tls-switched-off": (where, seen) => `${where} is ${seen}: connections without TLS are taken`,
  "watches-nothing": (where, seen) => `${where} is ${seen}, which watches nothing in this input`,
  "weak-key": (where, seen) => `${where} is ${seen}, a key that can be broken`,
  "whole-file-system": (where, seen) => `${where} is ${seen}: the whole file system`,
  "wildcard-action": (where, seen) => `${where} allows every action (${seen})`,
  "wildcard-name": (where, seen) => `${where} is ${seen}, a name for every host`,
  "wildcard-resource": (where, seen) => `${where} reaches every resource (${seen})`,
  "wildcard-topic": (where, seen) => `${where} is ${seen}, a topic with a wildcard`,
};

const UNKNOWN: Readonly<Record<string, string>> = {
  "reference-unresolved": "it refers to something whose value is known only after apply and that does not stand in this input",
  "expression-unresolved": "it is an expression whose value is known only after apply",
  "opaque-document": "it is a document that cannot be read before apply",
  sensitive: "its value is marked as sensitive and is not read",
};

const MAX_SEEN = 160;

/** What was seen, as one sentence without a full stop. */
export function actualOf(fact: Fact): string {
  const where = fact.path === "" ? "the resource" : fact.path;
  const seen = show(fact.actual);
  if (fact.verdict === "unknown") return fact.reason in UNKNOWN ? `${where} is not known before apply` : `${where} cannot be judged`;
  if (fact.verdict === "not-applicable") return `does not apply: ${plainWords(fact.reason)}`;
  const phrase = FAIL[fact.reason];
  if (phrase !== undefined) return phrase(where, seen);
  return fact.actual === undefined ? `${where}: ${plainWords(fact.reason)}` : `${where} is ${seen}: ${plainWords(fact.reason)}`;
}

/** Why a verdict is unknown; undefined for the others, where `actual` says it all. */
export function reasonOf(fact: Fact): string | undefined {
  if (fact.verdict !== "unknown") return undefined;
  const related = fact.related ?? [];
  return `${UNKNOWN[fact.reason] ?? plainWords(fact.reason)}${related.length === 0 ? "" : ` (${related.slice(0, 3).join(", ")}${related.length > 3 ? ", ..." : ""})`}`;
}

const plainWords = (code: string): string => code.replaceAll("-", " ");

function show(value: Json | undefined): string {
  if (value === undefined || value === null) return "absent";
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > MAX_SEEN ? `${text.slice(0, MAX_SEEN)}...` : text;
}
