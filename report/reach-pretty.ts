import type { ReachWitness } from "../model/iot-policy/reach.js";
import type { ReachedPolicy, ReachReport, ReachVerdict } from "../model/reach-report.js";
import type { ViewOptions } from "./run-summary.js";
import { labelled, type Paint, PLAIN } from "./terminal.js";
import { plural, printableLine } from "./text.js";

const VERDICT_WORDS: Readonly<Record<ReachVerdict, string>> = {
  reaches: "reaches other devices",
  depends: "may reach other devices",
  unknown: "not known",
  contained: "keeps to its own",
};

const CAPABILITY_WORDS: Readonly<Record<ReachWitness["capability"], string>> = {
  "connect-as-other": "connect as another device",
  "disconnect-other": "cut another device's connection",
  "publish-foreign": "write another device's topics",
  "retain-foreign": "leave retained messages on another device's topics",
  "read-foreign": "read another device's topics",
  "read-everything": "read everything with one filter",
  "jobs-foreign": "another device's jobs",
  "shadow-foreign": "another device's shadow",
  "streams-foreign": "another device's file streams",
};

/** What one device can do to another, policy by policy, each with a case that can be tried. */
export function reachPretty(report: ReachReport, { width = 100, paint = PLAIN }: ViewOptions = {}): string {
  const blocks = report.policies.map((policy) => policyLines(policy, width, paint).join("\n"));
  const read = report.inputs.map(({ path, policies }) => `${printableLine(path)}: ${plural(policies, "policy", "policies")}`);
  const { reaches, depends, unknown, contained } = report.summary;
  const total = `${reaches} reach other devices, ${depends} under conditions, ${unknown} not known, ${contained} keep to their own`;
  return `${[...blocks, read.join("\n"), paint.bold(total)].join("\n\n")}\n`;
}

function policyLines(policy: ReachedPolicy, width: number, paint: Paint): string[] {
  const words = VERDICT_WORDS[policy.verdict];
  const tone = policy.verdict === "reaches" ? paint.red : policy.verdict === "contained" ? paint.green : paint.yellow;
  const place = { indent: 2, labelWidth: 11, width };
  return [
    `${tone(words.toUpperCase())}  ${paint.bold(printableLine(policy.name))}  ${paint.dim(printableLine(policy.place))}`,
    ...(policy.kind === "provisioning"
      ? labelled("kind", "provisioning: shared by design, so one client id taken from another is told but not counted", place, paint.dim)
      : []),
    ...(policy.connectAssumed ? labelled("assumed", "another policy lets the device connect as itself", place, paint.dim) : []),
    ...(policy.nobodyConnects
      ? labelled(
          "nobody",
          "no device and client id was found that iot:Connect lets in, so what one could do is not known",
          place,
          paint.yellow,
        )
      : []),
    ...policy.notes.flatMap((note) => labelled("note", note, place, paint.dim)),
    ...policy.undecided.flatMap(({ capability, use }) =>
      labelled("undecided", `${CAPABILITY_WORDS[capability]} (${use})`, place, paint.yellow),
    ),
    ...policy.witnesses.flatMap((witness) => witnessLines(witness, width, paint)),
  ];
}

function witnessLines(witness: ReachWitness, width: number, paint: Paint): string[] {
  const { capability, use, protocol, clientId, thing, victim, topic, filter, allowedBy, dependsOn, notReplayed } = witness;
  const place = { indent: 4, labelWidth: 11, width };
  const head = `${CAPABILITY_WORDS[capability]}${capability.endsWith("-foreign") && use !== "retain" ? ` (${use})` : ""}`;
  const as = clientId === thing || protocol === "https" ? `device ${thing}` : `device ${thing} with client id ${clientId}`;
  const does =
    protocol === "https"
      ? `calls ${allowedBy[0]?.action} on ${nameIn(allowedBy[0]?.resource)} over HTTPS`
      : use === "connect"
        ? `connects as ${victim}`
        : use === "read"
          ? `subscribes to filter ${filter} and receives topic ${topic}`
          : `publishes to topic ${topic}${use === "retain" ? " with the retain flag" : ""}`;
  return [
    `  ${dependsOn.length === 0 ? paint.red("✗") : paint.yellow("?")} ${head}`,
    ...labelled("witness", `${as} ${does}`, place, paint.dim),
    ...labelled("allowed by", statements(allowedBy), place, paint.dim),
    ...(notReplayed === undefined ? [] : labelled("not replayed", notReplayed, { ...place, labelWidth: 13 }, paint.dim)),
    ...dependsOn.flatMap((condition) => labelled("depends on", condition, place, paint.yellow)),
  ];
}

/** What an ARN is about: `thing/lock-1`. */
const nameIn = (arn = ""): string => arn.split(":").slice(5).join(":");

function statements(allowedBy: ReachWitness["allowedBy"]): string {
  const several = new Set(allowedBy.map(({ policy }) => policy)).size > 1;
  return allowedBy.map(({ action, policy, statement }) => `${action} by ${several ? `${policy} ` : ""}Statement[${statement}]`).join(", ");
}
