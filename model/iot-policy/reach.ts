import { BulwarkError } from "../errors.js";
import type { ArnScope } from "./arn.js";
import { evaluateIotPolicies } from "./evaluate.js";
import { matchGlob } from "./glob.js";
import type { IotPolicy } from "./parse.js";
import { type Client, clientsOf, nobodyMayConnect } from "./reach-clients.js";
import { findHttps, HTTPS_REQUESTS } from "./reach-https.js";
import { isSimulated } from "./reach-identity.js";
import { type Machine, walk } from "./reach-machine.js";
import { namingOf, shareGroups, suggestedTopics } from "./reach-names.js";
import { dependencies, hasOpenQuestions } from "./reach-open.js";
import { foreignTopics, TOPIC_AREAS, type TopicArea, type TopicUse } from "./reach-owner.js";
import { type Found, findRead, findTopic } from "./reach-search.js";
import { resolveTemplate } from "./template.js";
import type { IotAction, PolicyContext } from "./types.js";

export const REACH_CAPABILITIES = [
  "connect-as-other",
  "disconnect-other",
  "publish-foreign",
  "retain-foreign",
  "read-foreign",
  "read-everything",
  "jobs-foreign",
  "shadow-foreign",
  "streams-foreign",
] as const;
export type ReachCapability = (typeof REACH_CAPABILITIES)[number];

export interface ReachRequest {
  readonly action: IotAction;
  /** Full ARN. */
  readonly resource: string;
  /** Place and 0-based statement that allow it. */
  readonly policy: string;
  readonly statement: number;
}

/** One way in which a device gets at another, spelled out so that it can be tried. */
export interface ReachWitness {
  readonly capability: ReachCapability;
  readonly use: "connect" | "disconnect" | TopicUse;
  /** Absent: over MQTT. Such a request needs no connection, and `allowedBy` says on what it is made. */
  readonly protocol?: "https";
  /** Why `bulwark simulate` cannot put it to its broker. */
  readonly notReplayed?: string;
  /** Who does it: the thing the certificate belongs to, and the client id it connects with. */
  readonly thing: string;
  readonly clientId: string;
  /** Whose topics they are. */
  readonly victim: string;
  readonly topic?: string;
  /** The filter to subscribe to, for reading. */
  readonly filter?: string;
  /** Every request it takes, in order, each with the statement that allows it. */
  readonly allowedBy: readonly ReachRequest[];
  /** What has to hold beside; empty when it is reached whatever the open conditions hold. */
  readonly dependsOn: readonly string[];
}

export interface ReachAnswer {
  readonly witnesses: readonly ReachWitness[];
  /** Questions with more states than are looked through: neither reached nor ruled out. */
  readonly undecided: readonly { readonly capability: ReachCapability; readonly use: "disconnect" | TopicUse }[];
  /** iot:Connect is granted, but no device and client id was found that it lets in: what one could do was not looked into. */
  readonly nobodyConnects?: true;
  /** No policy grants iot:Connect; that another one of the device lets it connect as itself is taken for granted. */
  readonly connectAssumed: boolean;
}

/** Lengths that AWS IoT accepts. Source: docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits */
const MAX_TOPIC_BYTES = 256;

/**
 * Which of another device's topics may a device get at that holds exactly these policies? Patterns become automata, and a topic that is allowed and
 * another's is looked for in all of them, so "no" means that there is none for the names and client ids tried: the thing's own name or, where
 * that is not let in, any client id that is; the other's, and bare wildcards. Every witness has been put to `evaluateIotPolicies`.
 */
export function reach(policies: readonly IotPolicy[], scope: ArnScope): ReachAnswer {
  const grants = policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === "Allow"));
  const connectAssumed = grants.length > 0 && !grants.some(({ actions }) => actions.has("iot:Connect"));
  const witnesses = new Map<string, ReachWitness>();
  const undecided = new Map<string, ReachAnswer["undecided"][number]>();
  const naming = namingOf(policies);
  let anybody = false;
  for (const reading of hasOpenQuestions(policies) ? (["strict", "lenient"] as const) : (["strict"] as const)) {
    for (const client of clientsOf(policies, naming, reading, scope, connectAssumed)) {
      anybody = true;
      for (const question of QUESTIONS) {
        const key = `${question.capability} ${question.use}`;
        if (witnesses.has(key)) continue;
        const answer = ask(question, client);
        if (answer === "undecided") undecided.set(key, { capability: question.capability, use: question.use as TopicUse });
        else if (answer !== "none") witnesses.set(key, answer.found);
      }
      if (client.own) askHttps(client, witnesses, undecided);
    }
  }
  for (const key of witnesses.keys()) undecided.delete(key);
  const nobody = !anybody && grants.length > 0 && !nobodyMayConnect(policies, naming, scope);
  return {
    witnesses: [...witnesses.values()].sort(byCapability),
    undecided: [...undecided.values()],
    connectAssumed,
    ...(nobody ? { nobodyConnects: true } : {}),
  };
}

const byCapability = (a: ReachWitness, b: ReachWitness): number =>
  REACH_CAPABILITIES.indexOf(a.capability) - REACH_CAPABILITIES.indexOf(b.capability);

interface Question {
  readonly capability: ReachCapability;
  readonly use: ReachWitness["use"];
  readonly area: TopicArea;
}

const CAPABILITY_OF: Readonly<Partial<Record<TopicArea, ReachCapability>>> = {
  jobs: "jobs-foreign",
  shadow: "shadow-foreign",
  streams: "streams-foreign",
};

const QUESTIONS: readonly Question[] = [
  { capability: "connect-as-other", use: "connect", area: "topics" },
  { capability: "read-everything", use: "read", area: "topics" },
  { capability: "retain-foreign", use: "retain", area: "topics" },
  ...TOPIC_AREAS.flatMap((area): Question[] => [
    { capability: CAPABILITY_OF[area] ?? "publish-foreign", use: "publish", area },
    { capability: CAPABILITY_OF[area] ?? "read-foreign", use: "read", area },
  ]),
];

function ask(question: Question, client: Client): Found<ReachWitness> {
  const { clientId } = client.context;
  if (question.use === "connect") {
    if (client.own || clientId === "+" || clientId === "#") return "none";
    return { found: witness(question, client, clientId, {}) };
  }
  const answer = question.use === "read" ? askRead(question, client) : askPublish(question, client);
  if (typeof answer === "string") return answer;
  const { topic } = answer.found;
  if (new TextEncoder().encode(topic).length > MAX_TOPIC_BYTES) return "none";
  const level = topic.split("/").find((name) => client.victimOf.has(name)) ?? "";
  return { found: witness(question, client, client.victimOf.get(level) ?? level, answer.found) };
}

/** Where MQTT has a way to the same, that one is told: it can be put to a broker. */
function askHttps(client: Client, witnesses: Map<string, ReachWitness>, undecided: Map<string, ReachAnswer["undecided"][number]>): void {
  for (const request of HTTPS_REQUESTS) {
    const { action, capability, use } = request;
    const key = `${capability} ${use}`;
    if (witnesses.has(key)) continue;
    const answer = findHttps(request, client);
    if (answer === "undecided") undecided.set(key, { capability, use });
    if (typeof answer === "string") continue;
    const { victim, name, resource, context } = answer.found;
    witnesses.set(key, {
      capability,
      use,
      protocol: "https",
      notReplayed: "it is a call over HTTPS, and the broker of the simulator speaks MQTT only",
      thing: client.context.thingName,
      clientId: client.context.clientId,
      victim,
      ...(action === "iot:GetRetainedMessage" ? { topic: name } : {}),
      ...proofOf(client, [[action, resource]], context),
    });
  }
}

type Place = { readonly topic: string; readonly filter?: string };

function askPublish({ area, use }: Question, client: Client): Found<Place> {
  const foreign = foreignTopics(area, use as TopicUse, client.owners);
  const machines = [client.machine("iot:Publish"), ...(use === "retain" ? [client.machine("iot:RetainPublish")] : []), foreign];
  const likely = likelyTopics(client, area, use as TopicUse).find((topic) =>
    machines.every((machine) => machine.accepts(walk(machine, topic))),
  );
  if (likely !== undefined) return { found: { topic: likely } };
  const answer = findTopic(machines);
  return typeof answer === "string" ? answer : { found: { topic: answer.found } };
}

function askRead({ area, capability }: Question, client: Client): Found<Place> {
  const foreign = foreignTopics(area, "read", client.owners);
  const receive = client.machine("iot:Receive");
  const subscribe = client.machine("iot:Subscribe");
  if (capability === "read-everything") {
    if (!subscribe.accepts(walk(subscribe, "#"))) return "none";
    const answer = findTopic([receive, foreign]);
    return typeof answer === "string" ? answer : { found: { filter: "#", topic: answer.found } };
  }
  const likely = likelyTopics(client, area, "read").find((topic) =>
    [subscribe, receive, foreign].every((machine) => machine.accepts(walk(machine, topic))),
  );
  if (likely !== undefined) return { found: { filter: likely, topic: likely } };
  const found = findRead(subscribe, receive, foreign);
  return found === "none" ? findShared(client, subscribe, receive, foreign) : found;
}

function findShared({ original, context }: Client, subscribe: Machine, receive: Machine, foreign: Machine): Found<Place> {
  for (const group of shareGroups(original, context.thingName)) {
    const prefix = `$share/${group}/`;
    const answer = findRead({ ...subscribe, start: walk(subscribe, prefix) }, receive, foreign);
    if (answer === "undecided") return answer;
    if (answer !== "none") return { found: { topic: answer.found.topic, filter: `${prefix}${answer.found.filter}` } };
  }
  return "none";
}

/** Topics that devices really use, so that a witness is one a reader knows. Source: reserved-topics.html */
const KNOWN: Readonly<Record<Exclude<TopicArea, "topics">, Readonly<Record<"publish" | "read", readonly string[]>>>> = {
  jobs: { publish: ["jobs/get", "jobs/start-next", "jobs/job-1/update"], read: ["jobs/notify-next", "jobs/get/accepted"] },
  shadow: { publish: ["shadow/update", "shadow/get"], read: ["shadow/update/documents", "shadow/update/delta", "shadow/get/accepted"] },
  streams: { publish: ["streams/stream-1/get/json"], read: ["streams/stream-1/data/json"] },
  service: { publish: ["defender/metrics/json"], read: ["defender/metrics/json/accepted"] },
};

function likelyTopics({ original, victims }: Client, area: TopicArea, use: TopicUse): readonly string[] {
  if (area === "topics") return suggestedTopics(original, victims).filter((topic) => !/[+#]/.test(topic));
  return victims.flatMap((victim) => KNOWN[area][use === "read" ? "read" : "publish"].map((topic) => `$aws/things/${victim}/${topic}`));
}

/** @throws BulwarkError BW_INTERNAL when the evaluator does not agree: a witness is never taken on trust. */
function witness({ capability, use }: Question, client: Client, victim: string, place: Partial<Place>): ReachWitness {
  const { arn, context, original } = client;
  const { topic = "", filter = "" } = place;
  const asked: Asked = [
    ...(client.connects ? [["iot:Connect", arn.client(context.clientId)] as const] : []),
    ...(use === "read" ? [["iot:Subscribe", arn.topicFilter(filter)] as const, ["iot:Receive", arn.topic(topic)] as const] : []),
    ...(use === "publish" || use === "retain" ? [["iot:Publish", arn.topic(topic)] as const] : []),
    ...(use === "retain" ? [["iot:RetainPublish", arn.topic(topic)] as const] : []),
  ];
  const proof = proofOf(client, asked, context);
  const unlike = notReplayed(
    proof.allowedBy.flatMap((request) => variablesOf(request, original, context)),
    filter,
  );
  return {
    capability,
    use,
    ...(unlike === undefined ? {} : { notReplayed: unlike }),
    thing: context.thingName,
    clientId: context.clientId,
    victim,
    ...place,
    ...proof,
  };
}

/** Why the broker of the simulator cannot be asked, though the request is one over MQTT. */
function notReplayed(variables: readonly string[], filter: string): string | undefined {
  const absent = variables.find((variable) => !isSimulated(variable));
  if (absent !== undefined) return `the certificates of the simulator have no \${${absent}}`;
  return filter.startsWith("$share/") ? "the broker of the simulator has no shared subscriptions" : undefined;
}

type Asked = readonly (readonly [IotAction, string])[];

/** Variables that stand in the resource by which a request is allowed. */
function variablesOf(
  { policy, statement, resource }: ReachRequest,
  policies: readonly IotPolicy[],
  context: PolicyContext,
): readonly string[] {
  const resources = policies.find(({ place }) => place === policy)?.statements[statement]?.resources ?? [];
  const matching = resources.filter((template) => matchGlob(resolveTemplate(template, context) ?? [], resource));
  return matching.flatMap(({ tokens }) => tokens.flatMap((token) => (typeof token === "object" ? [token.variable] : [])));
}

function proofOf(
  { original, policies, reading, own, context: { clientId } }: Client,
  asked: Asked,
  context: PolicyContext,
): Pick<ReachWitness, "allowedBy" | "dependsOn"> {
  const allowedBy = asked.map(([action, resource]): ReachRequest => {
    const decision = evaluateIotPolicies(policies, { action, resource, context });
    if (decision.decision !== "allow")
      throw new BulwarkError("BW_INTERNAL", { cause: `reach claims ${action} on ${resource}, the evaluator says ${decision.decision}` });
    return { action, resource, policy: decision.policy, statement: decision.statement };
  });
  const ownConnection = (action: IotAction): boolean => own && action === "iot:Connect" && clientId !== "";
  const dependsOn =
    reading === "strict"
      ? []
      : asked.flatMap(([action, resource]) => dependencies(original, action, resource, context, ownConnection(action)));
  return { allowedBy, dependsOn: [...new Set(dependsOn)] };
}
