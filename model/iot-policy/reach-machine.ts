import type { BoundStatement } from "./evaluate.js";
import { ANY, type Glob, STAR } from "./glob.js";

/** No text that begins so can be accepted. */
export const DEAD = -1;

/** A deterministic automaton over UTF-16 code units, built as far as it is walked. */
export interface Machine {
  readonly start: number;
  step(state: number, char: string): number;
  accepts(state: number): boolean;
  /** Characters that the machine tells apart from all others. */
  readonly letters: ReadonlySet<string>;
}

/** Walks a text from the start. */
export function walk(machine: Machine, text: string): number {
  let state = machine.start;
  for (let i = 0; i < text.length && state !== DEAD; i++) state = machine.step(state, text.charAt(i));
  return state;
}

/** Numbers states by their description and remembers every step. */
class States<S> {
  readonly #ids = new Map<string, number>();
  readonly #all: S[] = [];
  readonly #steps: Map<string, number>[] = [];

  id(key: string, state: S): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#all.length);
    this.#steps.push(new Map());
    return this.#all.push(state) - 1;
  }

  at(id: number): S {
    return this.#all[id] as S;
  }

  step(id: number, char: string, make: (state: S) => number): number {
    const steps = this.#steps[id] as Map<string, number>;
    const known = steps.get(char);
    if (known !== undefined) return known;
    const next = make(this.at(id));
    steps.set(char, next);
    return next;
  }
}

export interface GlobMachine extends Machine {
  /** Whatever follows, the text matches. */
  holdsForEver(state: number): boolean;
}

/**
 * One pattern as an automaton. A state is the set of places in the pattern that may be next; all places before the last star reached are
 * dropped, since that star takes whatever they could take.
 */
export function globMachine(glob: Glob): GlobMachine {
  const tokens = glob.flatMap(({ text, holes }, index) => [
    ...(index === 0 ? [] : [STAR]),
    ...text.split("").map((char, at) => (holes?.[at] === true ? ANY : char)),
  ]);
  const states = new States<readonly number[]>();
  const stateOf = (places: readonly number[]): number => {
    const closed = new Set<number>();
    for (let place of places) {
      closed.add(place);
      while (tokens[place] === STAR) closed.add(++place);
    }
    const lastStar = Math.max(-1, ...[...closed].filter((place) => tokens[place] === STAR));
    const kept = [...closed].filter((place) => place >= lastStar).sort((a, b) => a - b);
    return kept.length === 0 ? DEAD : states.id(kept.join(), kept);
  };
  const last = tokens.length;
  return {
    start: stateOf([0]),
    letters: new Set(tokens.filter((token) => typeof token === "string")),
    accepts: (state) => state !== DEAD && states.at(state).includes(last),
    holdsForEver: (state) => state !== DEAD && tokens[last - 1] === STAR && states.at(state).includes(last - 1),
    step: (state, char) =>
      state === DEAD
        ? DEAD
        : states.step(state, char, (places) =>
            stateOf(
              places.flatMap((place) => {
                const token = tokens[place];
                if (token === STAR) return [place];
                return token === ANY || token === char ? [place + 1] : [];
              }),
            ),
          ),
  };
}

/**
 * The resources that a list of statements allows, as an automaton: some Allow matches and no Deny does.
 * @param prefix the part of the ARN before the topic, filter or client id; the machine reads what follows it
 */
export function decisionMachine(statements: readonly BoundStatement[], prefix: string): Machine {
  const parts = statements.map(({ effect, globs, notResource }) => ({
    denies: effect === "Deny",
    notResource,
    globs: globs.map(globMachine),
  }));
  const globs = parts.flatMap((part) => part.globs);
  const states = new States<readonly number[]>();

  const holds = (at: readonly number[], wanted: (glob: GlobMachine, state: number) => boolean) => {
    let index = 0;
    return parts.map((part) => part.globs.filter((glob) => wanted(glob, at[index++] as number)).length > 0);
  };
  const hopeless = (at: readonly number[]): boolean => {
    const alive = holds(at, (_, state) => state !== DEAD);
    const forEver = holds(at, (glob, state) => glob.holdsForEver(state));
    const deniedForEver = parts.some((part, i) => part.denies && (part.notResource ? !alive[i] : forEver[i]));
    return deniedForEver || !parts.some((part, i) => !part.denies && (part.notResource ? !forEver[i] : alive[i]));
  };
  const stateOf = (at: readonly number[]): number => (hopeless(at) ? DEAD : states.id(at.join(), at));
  const start = globs.map((glob) => walk(glob, prefix));
  return {
    start: stateOf(start),
    letters: new Set(globs.flatMap((glob) => [...glob.letters])),
    step: (state, char) =>
      state === DEAD
        ? DEAD
        : states.step(state, char, (at) => stateOf(at.map((own, i) => (own === DEAD ? DEAD : (globs[i] as GlobMachine).step(own, char))))),
    accepts(state) {
      if (state === DEAD) return false;
      const matched = holds(states.at(state), (glob, own) => glob.accepts(own));
      const speaks = parts.map((part, i) => matched[i] !== part.notResource);
      return !parts.some((part, i) => part.denies && speaks[i]) && parts.some((part, i) => !part.denies && speaks[i]);
    },
  };
}

/** An automaton over descriptions that the caller spells out; `undefined` is the dead state. */
export function spelledMachine(
  start: string,
  letters: ReadonlySet<string>,
  step: (state: string, char: string) => string | undefined,
  accepts: (state: string) => boolean,
): Machine {
  const states = new States<string>();
  const stateOf = (spelled: string | undefined): number => (spelled === undefined ? DEAD : states.id(spelled, spelled));
  return {
    start: stateOf(start),
    letters,
    step: (state, char) => (state === DEAD ? DEAD : states.step(state, char, (spelled) => stateOf(step(spelled, char)))),
    accepts: (state) => state !== DEAD && accepts(states.at(state)),
  };
}
