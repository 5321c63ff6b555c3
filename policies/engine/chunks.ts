import { groupBy } from "../../model/group.js";
import type { Resource } from "../../model/resource.js";
import { concernsAnything, isCompanionType, isDocument, WHOLE_INPUT } from "./beyond-neighbours.js";
import { type Links, linksOf } from "./links.js";

export interface ChunkLimits {
  /** Up to this many resources are judged in one call. */
  readonly whole: number;
  /** Resources of a chunk, when its groups are small enough. The module's own memory management slows down with the size of one call. */
  readonly target: number;
  /** A resource that more than this many others name (a shared key, a log bucket) does not tie all of them together. */
  readonly hub: number;
}

export const TARGET = 1000;
const LIMITS: ChunkLimits = { whole: 1000, target: TARGET, hub: 100 };

export interface Chunk {
  readonly resources: readonly Resource[];
  /** Types of the resources whose verdicts are taken from this chunk. */
  readonly types: ReadonlySet<string>;
  /** Whether a verdict of this rule on this address is taken from this chunk; without address, whether any may be. */
  readonly judges: (rule: string, address?: string) => boolean;
  /** Number of the guess that this chunk is. */
  readonly guess?: number;
}

/**
 * Splits resources so that the verdicts are those of one single call: what refers to each other, or names the same thing, stays together. What
 * very many refer to is judged beside all of them, and stands by, with the resources that configure it, wherever it is referred to.
 * @param guesses sets of the resources that were taken for chunks before all were known. A guess becomes one for those that it holds with all that
 * concerns them, if these are more than half.
 */
export function chunksOf(
  resources: readonly Resource[],
  limits: ChunkLimits = LIMITS,
  guesses: readonly (readonly Resource[])[] = [],
): readonly Chunk[] {
  if (resources.length <= limits.whole) return [{ resources, types: typesOf(resources), judges: () => true }];
  const plan = new Partition(resources, limits.hub);
  const { chunks: guessed, rest, hubs } = plan.confirm(guesses);
  const chunks = [...guessed, ...pack(rest, limits.target).map((own) => plan.chunk(own)), ...plan.hubChunks(hubs, limits.target)];
  const documents = resources.filter(isDocument);
  if (documents.length > 0) chunks.push(chunkFor(documents, resources));
  const byType = groupBy(resources, ({ type }) => type);
  for (const [rule, reading] of Object.entries(WHOLE_INPUT)) {
    const own = Object.entries(reading).flatMap(([type, attributes]) => {
      const list = byType.get(type) ?? [];
      if (attributes === "all") return list;
      return attributes === "any" ? oneOf(list) : list.map((resource) => reduced(resource, attributes));
    });
    if (own.length > 0) chunks.push({ resources: own, types: typesOf(own), judges: (judged) => judged === rule });
  }
  return chunks;
}

/** That there are some, in which regions: rules ask for managed ones. */
function oneOf(resources: readonly Resource[]): readonly Resource[] {
  const perRegion = new Map<string | undefined, Resource>();
  for (const resource of resources) {
    const known = perRegion.get(resource.region);
    if (known === undefined || (known.mode !== "managed" && resource.mode === "managed")) perRegion.set(resource.region, resource);
  }
  return [...perRegion.values()].map((one) => reduced(one, []));
}

function reduced(resource: Resource, attributes: readonly string[]): Resource {
  const values: Record<string, Resource["values"][string]> = {};
  for (const attribute of attributes) {
    const value = resource.values[attribute];
    if (value !== undefined) values[attribute] = value;
  }
  return { ...resource, values };
}

const typesOf = (resources: readonly Resource[]): ReadonlySet<string> => new Set(resources.map(({ type }) => type));

/** Whether a rule's verdicts are taken from chunks of what belongs together. */
export const judgesInPieces = (rule: string): boolean => !Object.hasOwn(WHOLE_INPUT, rule);

/** A chunk that judges some of its resources, by all rules that do not ask about the whole input. */
function chunkFor(own: readonly Resource[], resources: readonly Resource[]): Chunk {
  const addresses = own.length === resources.length ? undefined : new Set(own.map(({ address }) => address));
  return {
    resources,
    types: typesOf(own),
    judges: (rule, address) => judgesInPieces(rule) && (address === undefined || addresses === undefined || addresses.has(address)),
  };
}

function pack(groups: readonly (readonly number[])[], target: number): readonly (readonly number[])[] {
  const packed: number[][] = [];
  let open: number[] = [];
  for (const group of groups) {
    if (open.length > 0 && open.length + group.length > target) {
      packed.push(open);
      open = [];
    }
    for (const at of group) open.push(at);
  }
  if (open.length > 0) packed.push(open);
  return packed;
}

/** For each resource the number of the guess that holds it. A guess is recognized by its first resource, and as far as it is in the order of the resources. */
function guessNumbers(resources: readonly Resource[], guesses: readonly (readonly Resource[])[]): readonly (number | undefined)[] {
  const byFirst = new Map(guesses.map(([first], number) => [first, number]));
  let number: number | undefined;
  let next = 0;
  return resources.map((resource) => {
    if (number === undefined || guesses[number]?.[next] !== resource) {
      number = byFirst.get(resource);
      next = 0;
    }
    next += 1;
    return number;
  });
}

interface Confirmed {
  readonly chunks: readonly Chunk[];
  readonly rest: readonly (readonly number[])[];
  readonly hubs: readonly number[];
}

class Partition {
  readonly #resources: readonly Resource[];
  readonly #links: Links;
  readonly #referrers: readonly (readonly number[])[];
  /** Resources in every chunk: account settings, and companions of a bucket that nobody can name. */
  readonly #everywhere: readonly number[];
  readonly #isHub: readonly boolean[];
  readonly #hubs: readonly number[];
  readonly #hubMembers = new Map<number, readonly number[]>();

  constructor(resources: readonly Resource[], hub: number) {
    this.#resources = resources;
    this.#links = linksOf(resources);
    const referrers: number[][] = resources.map(() => []);
    for (const [from, targets] of this.#links.entries()) for (const target of targets) referrers[target]?.push(from);
    this.#referrers = referrers;
    this.#isHub = referrers.map((list, at) => list.length > hub || isDocument(resources[at] as Resource));
    this.#hubs = this.#isHub.flatMap((isHub, at) => (isHub && !isDocument(resources[at] as Resource) ? [at] : []));
    this.#everywhere = resources.flatMap((resource, at) => (concernsAnything(resource) ? [at] : []));
  }

  /** Connected resources, each group in the order of the input; links to hubs do not connect. */
  #groups(): readonly (readonly number[])[] {
    const parent = this.#resources.map((_, at) => at);
    const find = (item: number): number => {
      let at = item;
      for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
        parent[at] = parent[up] as number;
        at = up;
      }
      return at;
    };
    for (const [from, targets] of this.#links.entries()) {
      if (this.#isHub[from] === true) continue;
      for (const target of targets) if (this.#isHub[target] !== true) parent[find(from)] = find(target);
    }
    const groups = new Map<number, number[]>();
    for (let at = 0; at < parent.length; at += 1) {
      if (this.#isHub[at] === true) continue;
      const root = find(at);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [at]);
      else group.push(at);
    }
    return [...groups.values()];
  }

  /** What of the guesses holds, and the groups and hubs that are left. */
  confirm(guesses: readonly (readonly Resource[])[]): Confirmed {
    const groups = this.#groups();
    if (guesses.length === 0) return { chunks: [], rest: groups, hubs: this.#hubs };
    const numbers = guessNumbers(this.#resources, guesses);
    const kept = guesses.map((): number[] => []);
    const onlyGuess = (list: readonly number[]): number | undefined => {
      const number = numbers[list[0] as number];
      return list.every((at) => numbers[at] === number) ? number : undefined;
    };
    const ofHub = new Map(this.#hubs.map((hub) => [hub, onlyGuess(this.#withHub(hub))]));
    const everywhere = this.#everywhere.length === 0 ? "any" : onlyGuess(this.#everywhere);
    const holds = (own: readonly number[], beside: readonly number[], hubs: Iterable<number>): boolean => {
      const number = onlyGuess(own);
      if (number === undefined || (everywhere !== "any" && everywhere !== number)) return false;
      for (const hub of hubs) if (ofHub.get(hub) !== number) return false;
      if (beside.some((at) => numbers[at] !== number)) return false;
      for (const at of own) kept[number]?.push(at);
      return true;
    };
    const holding = groups.filter((group) => holds(group, [], this.#hubsBeside(group)));
    const holdingHubs = this.#hubs.filter((hub) => holds([hub], this.#referrers[hub] ?? [], [hub]));
    const good = kept.map((own, number) => own.length * 2 > (guesses[number] as readonly Resource[]).length);
    const isGood = (at: number): boolean => good[numbers[at] as number] === true;
    const settled = new Set(holding.filter(([first]) => isGood(first as number)));
    const settledHubs = new Set(holdingHubs.filter(isGood));
    return {
      chunks: kept.flatMap((own, guess) =>
        good[guess] === true
          ? [
              {
                ...chunkFor(
                  own.map((at) => this.#resources[at] as Resource),
                  guesses[guess] as readonly Resource[],
                ),
                guess,
              },
            ]
          : [],
      ),
      rest: groups.filter((group) => !settled.has(group)),
      hubs: this.#hubs.filter((hub) => !settledHubs.has(hub)),
    };
  }

  chunk(own: readonly number[]): Chunk {
    return this.#chunkOf(own, this.#membersOf(own));
  }

  /** These, and the hubs that they and their neighbours need. */
  #membersOf(own: readonly number[]): Set<number> {
    const members = new Set(own);
    for (const hub of this.#hubsBeside(own)) for (const at of this.#withHub(hub)) members.add(at);
    return members;
  }

  #hubsBeside(own: readonly number[]): ReadonlySet<number> {
    const hubs = new Set<number>();
    for (const at of own)
      for (const list of [this.#links[at], this.#referrers[at]])
        for (const other of list ?? []) if (this.#isHub[other] === true) hubs.add(other);
    return hubs;
  }

  /** A hub is judged beside everything that refers to it; several in one chunk, since often the same resources refer to them. */
  hubChunks(hubs: readonly number[], target: number): readonly Chunk[] {
    const chunks: Chunk[] = [];
    let own: number[] = [];
    let members = new Set<number>();
    const close = (): void => {
      if (own.length > 0) chunks.push(this.#chunkOf(own, members));
      own = [];
      members = new Set();
    };
    for (const hub of hubs) {
      const beside = [...this.#withHub(hub), ...(this.#referrers[hub] ?? [])];
      if (members.size + beside.length > target) close();
      own.push(hub);
      for (const at of beside) members.add(at);
    }
    close();
    return chunks;
  }

  /** The hub, what configures it, and what these refer to in turn. Looked up once: a hub is named by many. */
  #withHub(hub: number): readonly number[] {
    const known = this.#hubMembers.get(hub);
    if (known !== undefined) return known;
    const members = new Set<number>();
    const open = [hub];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (members.has(at)) continue;
      members.add(at);
      const type = this.#typeOf(at);
      for (const referrer of this.#referrers[at] ?? [])
        if (isCompanionType(this.#typeOf(referrer), type) && this.#configures(referrer, at)) open.push(referrer);
      for (const target of this.#links[at] ?? []) open.push(target);
    }
    const found = [...members];
    this.#hubMembers.set(hub, found);
    return found;
  }

  /** `aws_s3_bucket_versioning.bucket` configures the bucket; `aws_s3_bucket_logging.target_bucket` only uses it. */
  #configures(companion: number, hub: number): boolean {
    const { address, values } = this.#resources[hub] as Resource;
    const bucket = (this.#resources[companion] as Resource).values.bucket;
    if (bucket === undefined) return true;
    return typeof bucket === "string" ? bucket === values.bucket : JSON.stringify(bucket).includes(JSON.stringify(address));
  }

  #typeOf(at: number): string {
    return (this.#resources[at] as Resource).type;
  }

  #chunkOf(own: readonly number[], members: Set<number>): Chunk {
    for (const at of this.#everywhere) members.add(at);
    const resourceAt = (at: number): Resource => this.#resources[at] as Resource;
    return chunkFor(own.map(resourceAt), [...members].map(resourceAt));
  }
}
