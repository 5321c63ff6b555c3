import type { Fact } from "../../model/finding.js";
import type { Json } from "../../model/resource.js";
import { isUnknown } from "../lift/normal.js";

/** Facts carry codes; these are the sentences. A code that is not listed reads as its own words, so a new rule never prints a bare code. */
type Phrase = (where: string, seen: string) => string;

const FAIL: Readonly<Record<string, Phrase>> = {
  "above-baseline": (where, seen) => `${where} is ${seen}, above the baseline`,
  absent: (where) => `${where} is not set`,
  "account-not-named": (where) => `${where} is not set, and the ARN of a bucket names no account`,
  "acl-in-use": (where, seen) => `${where} is ${seen}: access control lists are in use`,
  "alerts-suppressed": (where, seen) => `${where}: ${seen} is watched and told to nobody`,
  "allowed-by-exception": (where, seen) => `${where} is ${seen}: everything but what is named is allowed`,
  "any-client": (where, seen) => `${where} is ${seen}, which lets a device take any client id`,
  "any-origin": (where, seen) => `${where} is ${seen}: the scripts of any page may call`,
  "any-role-alias": (where, seen) => `${where} is ${seen}, which gives the credentials of every role alias`,
  "any-repository": (where, seen) => `${where} lets workflows of other owners in: the subjects are ${seen}`,
  "any-template": (where, seen) => `${where} is ${seen}, which reaches every provisioning template`,
  "api-key": (where, seen) => `${where} is ${seen}, a key that all callers share`,
  "asks-nobody": (where) => `${where} switches on no way of asking who calls`,
  "attached-to-a-user": (where) => `${where} is attached to the user itself`,
  "aws-managed-key": (where, seen) => `${where} is ${seen}, a key that AWS manages`,
  "below-baseline": (where, seen) => `${where} is ${seen}, below the baseline`,
  "beyond-provisioning": (where, seen) => `${where} allows ${seen}, more than provisioning needs`,
  "broad-device-role": (where, seen) => `${where} leads to a role that has ${seen}, more than one device needs`,
  "broad-filter": (where, seen) => `${where} is ${seen}, a filter that takes more than it should`,
  "certificate-shared": (where, seen) => `${where} is ${seen}, a certificate of another thing too`,
  "checks-nothing": (where) => `${where} is a validator with both switches off`,
  "check-not-scheduled": (where) => `${where} is on, and no scheduled audit runs it`,
  "console-password": (where) => `${where} gives a password for the console`,
  "data-lost-on-destroy": (where) => `${where} deletes what is stored together with the resource`,
  "default-group-in-use": (where) => `${where} lets traffic through`,
  "default-vpc-in-use": () => "the default VPC is in use",
  disabled: (where, seen) => `${where} is ${seen}`,
  "encryption-switched-off": (where) => `${where} switches encryption off`,
  "every-port-open": (where, seen) => `${where} opens every port to ${seen}`,
  "federation-with-anybody": (where, seen) => `${where} does not say whose token it has to be (${seen})`,
  "federation-without-condition": (where, seen) => `${where} trusts ${seen} without a condition on who it speaks for`,
  "foreign-account": (where, seen) => `${where} is ${seen}: another account decides who comes in`,
  "gives-out-credentials": (where, seen) => `${where} gives out credentials everywhere (${seen})`,
  "guests-allowed": (where) => `${where} gives credentials to guests`,
  "keeps-broken-uploads": (where) => `${where} has no enabled rule that gives up broken uploads in the whole bucket`,
  "keys-of-the-root-user": (where, seen) => `${where} is ${seen}, whose keys only the root user can change`,
  "key-made-by-aws": (where) => `${where} lets AWS make the private key`,
  "lets-through": (where, seen) => `${where} lets through or only counts what ${seen} finds`,
  "locks-everyone-out": (where) => `${where} denies everything to everyone: only the root user gets back in`,
  "log-missing": (where, seen) => `${where} is ${seen}: one of the logs is missing`,
  "long-lived-key": (where) => `${where} is a credential without an end`,
  "more-rights-for-oneself": (where, seen) => `${where} allows ${seen}, a way to more rights than one has`,
  "moving-name": (where, seen) => `${where} is ${seen}, a name that means something else tomorrow`,
  "names-no-resource": (where, seen) => `${where} reaches every resource for actions that can name one (${seen})`,
  "never-expires": (where) => `${where} never expires`,
  "no-audit": () => "nothing in this input audits the account",
  "no-data-events": (where) => `${where} records no data events`,
  "no-deny-policy": (where) => `${where} has no policy that cuts its things off`,
  "no-install-task": (where) => `${where} has no task that installs patches`,
  "no-management-events": (where) => `${where} and the other trails leave management events out, or their reads or writes`,
  "no-expiry": (where) => `${where} lets nothing expire`,
  "no-iot-logging": () => "nothing in this input switches the log of AWS IoT on",
  "no-patch-group": (where) => `${where} has no patch group`,
  "no-quarantine-group": () => "there is no quarantine group",
  "no-read-events": (where) => `${where} has its writes recorded, not its reads`,
  "no-registration-template": (where, seen) => `${where} is ${seen} and no registration template says what a new device may do`,
  "no-retries": (where) => `${where} retries nothing`,
  "no-revision": (where, seen) => `${where} is ${seen}, which names no revision`,
  "no-scheduled-audit": () => "no scheduled audit runs the checks",
  "no-security-headers": (where) => `${where} names a policy without security headers`,
  "no-signing-profile": (where) => `${where} names no signing profile`,
  "no-source": (where, seen) => `${where} is ${seen}, from any account and any resource`,
  "no-source-condition": (where, seen) => `${where}: ${seen} may act for anyone, since no condition names the source`,
  "no-upper-bound": (where, seen) => `${where} is ${seen}, which takes every later version`,
  "no-write-events": (where) => `${where} has its reads recorded, not its writes`,
  "not-a-quarantine": (where, seen) => `${where} is ${seen}, no group for quarantine`,
  "not-action": (where, seen) => `${where} is ${seen}: everything but what is named is allowed`,
  "not-allowed": (where, seen) => `${where} is ${seen}`,
  "not-bound-to-device": (where, seen) => `${where} allows ${seen}, which is not bound to the device's own identity`,
  "not-callable": (where) => `${where} is a function that AWS IoT may not call`,
  "not-customer-key": (where, seen) => `${where} is ${seen}, not a key of your own`,
  "not-encrypted": (where, seen) => `${where} is ${seen}: not encrypted`,
  "not-scanned": (where, seen) => `${where} is ${seen}, less than what the stack runs`,
  "old-tls": (where, seen) => `${where} is ${seen}, which takes TLS older than 1.2`,
  "one-role-for-both": (where) => `${where} is also the execution role`,
  "open-to-the-internet": (where, seen) => `${where} is open to ${seen}`,
  "open-route": (where) => `${where} makes a route that asks nobody who calls`,
  "opens-to-others": (where, seen) => `${where} may open every resource to others (${seen})`,
  "other-caller": (where, seen) => `${where} is a function that ${seen} may call as well`,
  "other-failures": (where, seen) => `${where} is ${seen}: it does not count the devices on which the job failed`,
  "other-data-class": (where, seen) => `${where} is ${seen}, a key of another data class`,
  "outdated-policy": (where, seen) => `${where} is ${seen}, a policy with outdated algorithms`,
  "password-sent": (where, seen) => `${where} holds ${seen}: the password itself is sent`,
  "payload-logged": (where) => `${where} writes whole requests into the log`,
  "plain-http": (where, seen) => `${where} is ${seen}, without TLS`,
  "plain-website": () => "the bucket is a website, which S3 serves without TLS",
  "plaintext-allowed": (where) => `${where} does not deny requests without TLS`,
  "plaintext-port": (where, seen) => `${where} is ${seen}, where devices speak in the clear`,
  "plaintext-protocol": (where, seen) => `${where} holds ${seen}, which sends everything in the clear`,
  privileged: (where) => `${where} makes the container root on its host`,
  public: (where, seen) => `${where} is ${seen}: anyone`,
  "public-address": (where) => `${where} gives a public address`,
  "range-open-to-the-internet": (where, seen) => `${where} opens a range to the internet in which the ports ${seen} lie`,
  "reads-everything": (where, seen) => `${where} may carry everything away (${seen})`,
  "refused-not-recorded": (where) => `${where} drops what was refused`,
  "role-shared": (where, seen) => `${where} is ${seen}, the role of another action too`,
  "root-user": (where, seen) => `${where} is ${seen}, the user root`,
  "secret-in-state": (where) => `${where} puts the secret into the state`,
  "secret-written-out": (where) => `${where} holds a secret that is written out`,
  "select-all": (where, seen) => `${where} is ${seen}, which passes every field on`,
  "service-ended": (where, seen) => `${where} uses ${seen}, a service that has ended or closed to new customers`,
  "several-clients": (where, seen) => `${where} is ${seen}, one of several client ids that a device may choose from`,
  "signs-nothing": (where) => `${where} is a control that signs no request, so that what lies behind must answer anyone`,
  "single-methods": (where, seen) => `${where} are those of ${seen} only: the other methods are left as they are`,
  "stage-without-settings": (where, seen) => `${where} makes the stage ${seen}, for which nothing can be set`,
  "stays-on-host": (where, seen) => `${where} is ${seen}: the output goes with the host`,
  "tls-not-verified": (where, seen) => `${where} is ${seen}: any certificate is taken`,
  "tls-switched-off": (where, seen) => `${where} is ${seen}: connections without TLS are taken`,
  "unsigned-link": (where, seen) => `${where} holds ${seen}, a link that is not signed`,
  "vendor-not-engaged": (where, seen) => `${where} is ${seen}, of a vendor who is only looked at or has left`,
  "watched-by-no-alarm": (where, seen) => `${where} is ${seen}, which no alarm of this input watches`,
  "watches-nothing": (where, seen) => `${where} is ${seen}, which watches nothing in this input`,
  "weak-cipher": (where, seen) => `${where} takes ${seen}, a cipher that can be broken`,
  "weak-key": (where, seen) => `${where} is ${seen}, a key that can be broken`,
  "whole-account": (where, seen) => `${where} is ${seen}, a whole account without a condition that says who of it`,
  "whole-file-system": (where, seen) => `${where} is ${seen}: the whole file system`,
  "wildcard-action": (where, seen) => `${where} allows every action (${seen})`,
  "wildcard-at-device": (where, seen) => `${where} is ${seen}, where a wildcard before or right behind the device's name lets others in`,
  "wildcard-name": (where, seen) => `${where} is ${seen}, a name for every host`,
  "wildcard-resource": (where, seen) => `${where} reaches every resource (${seen})`,
  "wildcard-topic": (where, seen) => `${where} is ${seen}, a topic with a wildcard`,
};

/** Why a verdict is unknown on a document that holds something known only after apply. */
export const OPAQUE = "it is a document that cannot be read before apply";

const UNKNOWN: Readonly<Record<string, string>> = {
  "reference-unresolved": "it refers to something that does not stand in this input, or whose value is known only after apply",
  "expression-unresolved": "it is an expression whose value is known only after apply",
  "opaque-document": OPAQUE,
  "account-elsewhere": "whose account that is does not stand in this input: it names no account of its own",
  "archive-elsewhere": "what lies at that address may be replaced, and no checksum would tell",
  "audit-configuration-elsewhere": "the account's audit configuration does not stand in this input",
  "backup-elsewhere": "it is as the backup was that it is made from",
  "client-elsewhere": "another service of AWS made the client, and what it was made with does not stand in this input",
  "document-elsewhere": "the document lies in S3 and does not stand in this input",
  "function-elsewhere": "the function and its permissions do not stand in this input",
  "registry-elsewhere": "whether the value differs from device to device stands in the registry and in the certificates, not in this input",
  "role-elsewhere": "the role and its rights do not stand in this input",
  sensitive: "its value is marked as sensitive and is not read",
};

const MAX_SEEN = 160;

/** What was seen, as one sentence without a full stop. */
export function actualOf(fact: Fact): string {
  const where = fact.path === "" ? "the resource" : fact.path;
  const seen = show(fact.actual);
  if (fact.verdict === "unknown")
    return fact.reason in UNKNOWN && !fact.reason.endsWith("-elsewhere")
      ? `${where} is not known before apply`
      : `${where} cannot be judged`;
  if (fact.verdict === "not-applicable") return `does not apply: ${plainWords(fact.reason)}`;
  const phrase = FAIL[fact.reason];
  if (phrase !== undefined) return phrase(where, seen);
  return fact.actual === undefined || fact.actual === null
    ? `${where}: ${plainWords(fact.reason)}`
    : `${where} is ${seen}: ${plainWords(fact.reason)}`;
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
  if (isUnknown(value)) return value.template === undefined ? value.refs.join(", ") || "something unknown" : show(value.template);
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > MAX_SEEN ? `${text.slice(0, MAX_SEEN)}...` : text;
}
