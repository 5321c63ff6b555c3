import { DEAD, type Machine } from "./reach-machine.js";

/** More states than this and the question is left open: the answer says so, it is never guessed. */
const MAX_STATES = 150_000;

export type Found<T> = { readonly found: T } | "none" | "undecided";

/** MQTT's wildcards may not stand in a topic name, nor may NUL. Source: MQTT 3.1.1, 4.7.1 and 4.7.3 */
const NOT_IN_TOPICS = new Set(["+", "#", "\u0000"]);
const SPARE = "xnqzj0123456789kwvyfgbmuhcdlprtoieas";

/**
 * Characters worth trying: those that a machine tells apart, and one that none does, which stands for all the rest. Letters come before
 * punctuation, so that of the shortest texts a readable one is found.
 */
function alphabet(machines: readonly Machine[], allowed: (char: string) => boolean): readonly string[] {
  const told = new Set(machines.flatMap((machine) => [...machine.letters]));
  const spare = [...SPARE].find((char) => !told.has(char) && allowed(char));
  const letters = [...told].filter(allowed).sort();
  return spare === undefined ? letters : [spare, ...letters];
}

interface Node {
  readonly states: readonly number[];
  readonly mode: string;
  readonly from: Node | undefined;
  /** What this step wrote on each of the two tapes. */
  readonly topic: string;
  readonly filter: string;
}

/** The shortest topic that every machine accepts. */
export function findTopic(machines: readonly Machine[], allowed: (char: string) => boolean = () => true): Found<string> {
  const letters = alphabet(machines, (char) => !NOT_IN_TOPICS.has(char) && allowed(char));
  const found = breadthFirst(
    machines.map((machine) => machine.start),
    "",
    (node, add) => {
      for (const char of letters) {
        const states = stepAll(machines, node.states, char);
        if (states !== undefined) add({ states, mode: "", from: node, topic: char, filter: "" });
      }
    },
    ({ states }) => states.length > 0 && states.every((state, i) => machines[i]?.accepts(state)),
  );
  return typeof found === "string" ? found : { found: tape(found.found, "topic") };
}

/**
 * The shortest pair of a filter that may be subscribed to and a topic that it matches, which may be received and is what `wanted` accepts.
 * Filter and topic are read side by side: a character on both, `+` beside a whole level, or `#` beside the rest.
 * Source: MQTT 3.1.1, 4.7.1 (`a/#` matches `a`, too) and 4.7.2 (a leading wildcard does not match a topic that begins with `$`).
 */
export function findRead(subscribe: Machine, receive: Machine, wanted: Machine): Found<{ filter: string; topic: string }> {
  const letters = alphabet([subscribe, receive, wanted], (char) => !NOT_IN_TOPICS.has(char));
  const topicMachines = [receive, wanted];
  const expand = (node: Node, add: (next: Node) => void): void => {
    const [filterState = DEAD, ...topicStates] = node.states;
    const atStart = node.mode === "first" || node.mode === "level";
    const write = (mode: string, filter: string, topic: string): void => {
      let after = filterState;
      for (const char of filter) after = after === DEAD ? DEAD : subscribe.step(after, char);
      const topics = topic === "" ? topicStates : stepAll(topicMachines, topicStates, topic);
      if (after !== DEAD && topics !== undefined) add({ states: [after, ...topics], mode, from: node, topic, filter });
    };
    if (node.mode === "done") return;
    if (node.mode.startsWith("rest") || node.mode.startsWith("plus")) {
      for (const char of letters) {
        if (node.mode.endsWith("first") && char === "$") continue;
        if (node.mode.startsWith("rest")) write("rest", "", char);
        else if (char !== "/") write("plus", "", char);
      }
      if (node.mode.startsWith("rest")) return;
    } else for (const char of letters) if (char !== "/") write("literal", char, char);
    write("level", "/", "/");
    if (node.mode !== "first") write("done", "/#", "");
    if (atStart) {
      write(node.mode === "first" ? "plus-first" : "plus", "+", "");
      write(node.mode === "first" ? "rest-first" : "rest", "#", "");
    }
  };
  const found = breadthFirst(
    [subscribe.start, receive.start, wanted.start],
    "first",
    expand,
    ({ states: [f = DEAD, r = DEAD, w = DEAD] }) => subscribe.accepts(f) && receive.accepts(r) && wanted.accepts(w),
  );
  return typeof found === "string" ? found : { found: { filter: tape(found.found, "filter"), topic: tape(found.found, "topic") } };
}

function breadthFirst(
  start: readonly number[],
  mode: string,
  expand: (node: Node, add: (next: Node) => void) => void,
  accepts: (node: Node) => boolean,
): Found<Node> {
  if (start.includes(DEAD)) return "none";
  const seen = new Set<string>();
  const open: Node[] = [];
  const add = (node: Node): void => {
    const key = `${node.mode} ${node.states.join()}`;
    if (seen.has(key)) return;
    seen.add(key);
    open.push(node);
  };
  add({ states: start, mode, from: undefined, topic: "", filter: "" });
  for (let i = 0; i < open.length; i++) {
    const node = open[i] as Node;
    if (accepts(node)) return { found: node };
    if (open.length > MAX_STATES) return "undecided";
    expand(node, add);
  }
  return "none";
}

function stepAll(machines: readonly Machine[], states: readonly number[], char: string): number[] | undefined {
  const next: number[] = [];
  for (const [i, machine] of machines.entries()) {
    const state = machine.step(states[i] ?? DEAD, char);
    if (state === DEAD) return undefined;
    next.push(state);
  }
  return next;
}

function tape(node: Node, which: "topic" | "filter"): string {
  const parts: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.from) parts.push(at[which]);
  return parts.reverse().join("");
}
