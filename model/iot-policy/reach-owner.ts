import { type Machine, spelledMachine } from "./reach-machine.js";

/** What a device's topic is for; the reserved ones are AWS's. Source: docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html */
export const TOPIC_AREAS = ["topics", "jobs", "shadow", "streams", "service"] as const;
export type TopicArea = (typeof TOPIC_AREAS)[number];

/**
 * What is to be done with the topic. Basic Ingest (`$aws/rules/...`) has no subscribers and keeps nothing, and nobody but AWS writes `$aws/events/`.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html and reserved-topics.html
 */
export type TopicUse = "publish" | "retain" | "read";

/** The names by which topics show whose they are, each a whole topic level. */
export interface Owners {
  readonly attacker: ReadonlySet<string>;
  readonly victim: ReadonlySet<string>;
}

type Phase =
  /** Before the first level. */
  | "root"
  /** An ordinary topic in which nobody has been named so far. */
  | "free"
  | "aws"
  | "things"
  /** Below another device's reserved name: the next level says for what. */
  | "thing"
  | "commands"
  | "named"
  | "rule"
  | "events"
  | `below-${TopicArea}`
  | `won-${TopicArea}`;

const AREA_WORDS: Readonly<Record<string, TopicArea>> = { jobs: "jobs", shadow: "shadow", streams: "streams" };
/** After these levels of `$aws/` some level names the device. */
const AWS_WORDS: Readonly<Record<string, Phase>> = {
  things: "things",
  commands: "commands",
  device_location: "named",
  rules: "rule",
  events: "events",
};
const NAMESPACE = ["$aws", ...Object.keys(AWS_WORDS), "clients", ...Object.keys(AREA_WORDS)];
/** Stands for a level that is no word we look for. */
const OTHER = "\u0000";

/**
 * Accepts the topics of one area that are another device's. A topic belongs to the device that it names first: `dt/lock-1/lock-2` is
 * lock-1's, and so is all below `$aws/things/lock-1/`. Basic Ingest (`$aws/rules/<rule>/...`) is judged by the topic behind the rule.
 */
export function foreignTopics(area: TopicArea, use: TopicUse, owners: Owners): Machine {
  const words = [...NAMESPACE, ...owners.attacker, ...owners.victim];
  const prefixes = new Set(words.flatMap((word) => Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1))));
  const won = (phase: Phase | undefined): boolean => phase === `won-${area}`;

  const step = (state: string, char: string): string | undefined => {
    const [phase, level] = split(state);
    if (won(phase)) return state;
    if (phase.startsWith("below-")) return join(`won-${phase.slice("below-".length)}` as Phase, "");
    if (char !== "/") {
      const grown = prefixes.has(level + char) ? level + char : OTHER;
      // Topics that begin with a dollar sign are AWS's; none but `$aws/` is a device's.
      if (phase === "root" && (level + char).startsWith("$") && grown === OTHER) return undefined;
      return join(phase, grown);
    }
    const next = closeLevel(phase, level, owners);
    if ((next === "rule" && use !== "publish") || (next === "events" && use !== "read")) return undefined;
    return next === undefined || (next.startsWith("won-") && !won(next)) || (next.startsWith("below-") && next !== `below-${area}`)
      ? undefined
      : join(next, "");
  };
  const accepts = (state: string): boolean => {
    const [phase, level] = split(state);
    return won(phase) || won(closeLevel(phase, level, owners));
  };
  return spelledMachine(join("root", ""), new Set([...words.flatMap((word) => word.split("")), "/"]), step, accepts);
}

/** What a finished level makes of the topic; undefined when it is no other device's. */
function closeLevel(phase: Phase, level: string, { attacker, victim }: Owners): Phase | undefined {
  switch (phase) {
    case "root":
      return level === "$aws" ? "aws" : closeLevel("free", level, { attacker, victim });
    case "free":
      if (attacker.has(level)) return undefined;
      return victim.has(level) ? "won-topics" : "free";
    case "aws":
      return AWS_WORDS[level];
    case "rule":
      return "free";
    case "commands":
      return level === "things" || level === "clients" ? "named" : undefined;
    case "things":
      return victim.has(level) ? "thing" : undefined;
    case "named":
      return victim.has(level) ? "below-service" : undefined;
    case "thing":
      return `below-${AREA_WORDS[level] ?? "service"}`;
    case "events":
      if (attacker.has(level)) return undefined;
      return victim.has(level) ? "won-service" : "events";
    default:
      return phase;
  }
}

const join = (phase: Phase, level: string): string => `${phase} ${level}`;
const split = (state: string): [Phase, string] => {
  const at = state.indexOf(" ");
  return [state.slice(0, at) as Phase, state.slice(at + 1)];
};
