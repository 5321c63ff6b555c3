import type { Resource } from "../../model/resource.js";
import { isObject } from "../lift/normal.js";

/** Up to this many resources are judged in one call. Rules that join two types cost the product of both, so small chunks keep a large plan linear. */
const WHOLE = 600;
const TARGET = 400;
/** A resource that this many others refer to (a shared key, a log bucket) is handed to every chunk instead of tying all its users together. */
const HUB = 100;
/** Types with few instances (account settings, trails, documents) are handed to every chunk: rules ask whether there is one at all. */
const RARE = 25;

export interface Chunk {
  readonly resources: readonly Resource[];
  /** Whether a verdict on this address is taken from this chunk; a shared resource is judged where most of its own neighbours are. */
  readonly judges: (address: string) => boolean;
}

/**
 * Splits resources into chunks of a few thousand without parting those that refer to each other or name the same bucket. Resources that
 * everything refers to, and types that are rare, are in every chunk and judged in the first.
 */
export function chunksOf(resources: readonly Resource[]): readonly Chunk[] {
  if (resources.length <= WHOLE) return [{ resources, judges: () => true }];
  const links = linksOf(resources);
  const shared = sharedAddresses(resources, links);
  const groups = new Groups();
  for (const [address, targets] of links) {
    groups.add(address);
    if (shared.has(address)) continue;
    for (const target of targets) if (!shared.has(target)) groups.join(address, target);
  }
  const common = resources.filter((resource) => shared.has(resource.address));
  const byGroup = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (shared.has(resource.address)) continue;
    const group = groups.find(resource.address);
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [resource]);
    else list.push(resource);
  }
  const packed = pack([...byGroup.values()]);
  return packed.map((own, index) => {
    const addresses = new Set(own.map((resource) => resource.address));
    return {
      resources: [...common, ...own],
      judges: (address) => (index === 0 ? addresses.has(address) || shared.has(address) : addresses.has(address)),
    };
  });
}

function pack(groups: readonly (readonly Resource[])[]): readonly (readonly Resource[])[] {
  const packed: Resource[][] = [];
  let open: Resource[] = [];
  for (const group of groups) {
    if (open.length > 0 && open.length + group.length > TARGET) {
      packed.push(open);
      open = [];
    }
    for (const resource of group) open.push(resource);
  }
  if (open.length > 0 || packed.length === 0) packed.push(open);
  return packed;
}

function linksOf(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(resources.map((resource) => resource.address));
  const byName = new Map<string, string>();
  for (const resource of resources)
    for (const name of namesOf(resource)) byName.set(name, byName.has(name) ? (byName.get(name) as string) : resource.address);
  const links = new Map<string, Set<string>>();
  for (const resource of resources) {
    const targets = new Set<string>();
    collect(resource.values, known, targets);
    for (const name of namesOf(resource)) {
      const other = byName.get(name);
      if (other !== undefined && other !== resource.address) targets.add(other);
    }
    links.set(resource.address, targets);
  }
  return links;
}

/** Literal names by which resources of different types mean the same thing without a reference. */
function namesOf(resource: Resource): readonly string[] {
  const names: string[] = [];
  for (const key of ["bucket", "key_id", "queue_url", "log_group_name", "table_name", "repository_name", "thing_group_name"]) {
    const value = resource.values[key];
    if (typeof value === "string" && value !== "") names.push(value);
  }
  const name = resource.values.name;
  if (typeof name === "string" && name !== "" && names.length === 0) names.push(name);
  return names;
}

function collect(root: unknown, known: ReadonlySet<string>, targets: Set<string>): void {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isObject(value)) {
      if (typeof value.$unknown === "string" && Array.isArray(value.refs))
        for (const ref of value.refs as readonly string[]) if (known.has(ref)) targets.add(ref);
      for (const key in value) if (typeof value[key] === "object") open.push(value[key]);
    }
  }
}

function sharedAddresses(resources: readonly Resource[], links: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const referrers = new Map<string, number>();
  for (const targets of links.values()) for (const target of targets) referrers.set(target, (referrers.get(target) ?? 0) + 1);
  const perType = new Map<string, number>();
  for (const resource of resources) perType.set(resource.type, (perType.get(resource.type) ?? 0) + 1);
  return new Set(
    resources
      .filter((resource) => (referrers.get(resource.address) ?? 0) > HUB || (perType.get(resource.type) ?? 0) <= RARE)
      .map((resource) => resource.address),
  );
}

/** Union-find with path halving. */
class Groups {
  readonly #parent = new Map<string, string>();

  add(item: string): void {
    if (!this.#parent.has(item)) this.#parent.set(item, item);
  }

  find(item: string): string {
    let at = item;
    for (let up = this.#parent.get(at) ?? at; up !== at; up = this.#parent.get(at) ?? at) {
      this.#parent.set(at, this.#parent.get(up) ?? up);
      at = up;
    }
    return at;
  }

  join(a: string, b: string): void {
    const left = this.find(a);
    const right = this.find(b);
    if (left !== right) this.#parent.set(left, right);
  }
}
