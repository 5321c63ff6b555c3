import type { Resource } from "../../model/resource.js";
import { concernsAnything, isDocument, WHOLE_INPUT } from "./beyond-neighbours.js";
import { type Links, linksOf } from "./links.js";

export interface ChunkLimits {
  /** Up to this many resources are judged in one call. */
  readonly whole: number;
  /** Resources of a chunk, when its groups are small enough. The module's own memory management slows down with the size of one call. */
  readonly target: number;
  /** A resource that more than this many others name (a shared key, a log bucket) does not tie all of them together. */
  readonly hub: number;
}

const LIMITS: ChunkLimits = { whole: 1000, target: 1000, hub: 100 };

export interface Chunk {
  readonly resources: readonly Resource[];
  /** Types of the resources whose verdicts are taken from this chunk. */
  readonly types: ReadonlySet<string>;
  /** Whether a verdict of this rule on this address is taken from this chunk; without address, whether any may be. */
  readonly judges: (rule: string, address?: string) => boolean;
}

/**
 * Splits resources so that the verdicts are those of one single call: what refers to each other, or names the same thing, stays together. What
 * very many refer to is judged beside all of them, and stands by, with the resources that configure it, wherever it is referred to.
 */
export function chunksOf(resources: readonly Resource[], limits: ChunkLimits = LIMITS): readonly Chunk[] {
  if (resources.length <= limits.whole) return [{ resources, types: typesOf(resources), judges: () => true }];
  const plan = new Partition(resources, limits.hub);
  const chunks = [...pack(plan.groups(), limits.target).map((own) => plan.chunk(own)), ...plan.hubs.map((hub) => plan.hubChunk(hub))];
  const documents = resources.filter(isDocument);
  if (documents.length > 0) chunks.push(chunkFor(documents, resources));
  const byType = groupByType(resources);
  for (const [rule, types] of Object.entries(WHOLE_INPUT)) {
    const own = types.flatMap((type) => byType.get(type) ?? []);
    if (own.length > 0) chunks.push({ resources: own, types: typesOf(own), judges: (judged) => judged === rule });
  }
  return chunks;
}

function groupByType(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources) {
    const list = byType.get(resource.type);
    if (list === undefined) byType.set(resource.type, [resource]);
    else list.push(resource);
  }
  return byType;
}

const typesOf = (resources: readonly Resource[]): ReadonlySet<string> => new Set(resources.map(({ type }) => type));

/** A chunk that judges some of its resources, by all rules that do not ask about the whole input. */
function chunkFor(own: readonly Resource[], resources: readonly Resource[]): Chunk {
  const addresses = new Set(own.map(({ address }) => address));
  return {
    resources,
    types: typesOf(own),
    judges: (rule, address) => !Object.hasOwn(WHOLE_INPUT, rule) && (address === undefined || addresses.has(address)),
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

class Partition {
  readonly #resources: readonly Resource[];
  readonly #links: Links;
  readonly #referrers: readonly (readonly number[])[];
  /** Resources in every chunk: account settings, and companions of a bucket that nobody can name. */
  readonly #everywhere: readonly number[];
  readonly #isHub: readonly boolean[];
  readonly hubs: readonly number[];

  constructor(resources: readonly Resource[], hub: number) {
    this.#resources = resources;
    this.#links = linksOf(resources);
    const referrers: number[][] = resources.map(() => []);
    for (const [from, targets] of this.#links.entries()) for (const target of targets) referrers[target]?.push(from);
    this.#referrers = referrers;
    this.#isHub = referrers.map((list, at) => list.length > hub || isDocument(resources[at] as Resource));
    this.hubs = this.#isHub.flatMap((isHub, at) => (isHub && !isDocument(resources[at] as Resource) ? [at] : []));
    this.#everywhere = resources.flatMap((resource, at) => (concernsAnything(resource) ? [at] : []));
  }

  /** Connected resources, each group in the order of the input; links to hubs do not connect. */
  groups(): readonly (readonly number[])[] {
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

  chunk(own: readonly number[]): Chunk {
    const members = new Set(own);
    for (const at of own)
      for (const list of [this.#links[at], this.#referrers[at]])
        for (const other of list ?? []) if (this.#isHub[other] === true) this.#addHub(other, members);
    return this.#chunkOf(own, members);
  }

  /** A hub is judged beside everything that refers to it. */
  hubChunk(hub: number): Chunk {
    const members = new Set<number>();
    this.#addHub(hub, members);
    for (const referrer of this.#referrers[hub] ?? []) members.add(referrer);
    return this.#chunkOf([hub], members);
  }

  /** The hub, what configures it, and what these refer to in turn. */
  #addHub(hub: number, members: Set<number>): void {
    const open = [hub];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at !== hub && members.has(at)) continue;
      members.add(at);
      const type = this.#typeOf(at);
      for (const referrer of this.#referrers[at] ?? [])
        if (this.#typeOf(referrer).startsWith(`${type}_`) && this.#configures(referrer, at)) open.push(referrer);
      for (const target of this.#links[at] ?? []) open.push(target);
    }
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
