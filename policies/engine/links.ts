import { groupBy } from "../../model/group.js";
import type { Resource } from "../../model/resource.js";
import { moduleOf, withoutKey } from "../lift/address.js";

/** Resources by number, and for each the numbers of those that it names: by reference, or by a literal name, ARN, id or bucket. */
export type Links = readonly (readonly number[])[];

/** What a resource may be called literally; the same list as `identifiers` of policies/lib/tf.rego. */
const NAMES = ["id", "arn", "name", "url", "alias"];
/** Attributes that name the resource itself only in these types; elsewhere they point to one. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  aws_api_gateway_stage: "stage_name",
  aws_s3_bucket: "bucket",
  aws_kms_key: "key_id",
  aws_elasticsearch_domain: "domain_name",
  aws_lambda_function: "function_name",
  aws_opensearch_domain: "domain_name",
  aws_redshift_cluster: "cluster_identifier",
};
/** Nothing refers to these by a name: that of an inline policy, or of a feature, is the same in any number of stacks. */
const NAMELESS: ReadonlySet<string> = new Set([
  "aws_guardduty_detector_feature",
  "aws_iam_group_policy",
  "aws_iam_role_policy",
  "aws_iam_user_policy",
]);
/** What a resource is called itself names no other one of that name: a thousand buckets of one name are a mistake, and not tied to each other. */
const isOwnName = (type: string, key: string): boolean => key === "name" || (Object.hasOwn(OWN_NAMES, type) && OWN_NAMES[type] === key);
/** Text under these keys is never the name of another resource. */
const NOT_NAMES: ReadonlySet<string> = new Set([
  "tags",
  "tags_all",
  "description",
  "$unknown",
  "attribute",
  "template",
  "Version",
  "Effect",
  "Sid",
]);
/** A literal name that more resources than this carry does not tell by itself which of them is meant. */
const AMBIGUOUS = 8;
/** The longest ARN is 2,048 characters. */
const MAX_NAME = 2049;

export function linksOf(resources: readonly Resource[]): Links {
  const finder = new LinkFinder(resources);
  return resources.map((_, at) => finder.of(at));
}

/** Finds what one resource after the other names. It keeps no set per resource: a large plan would have ten thousand of them. */
class LinkFinder {
  readonly #resources: readonly Resource[];
  readonly #byName: NumbersByName;
  readonly #sieve: Sieve;
  /** Resources of a name that many carry, by module. */
  readonly #inModule = new Map<string, ReadonlyMap<string, readonly number[]>>();
  /** For each resource the last one in whose targets it was counted. */
  readonly #countedFor: Int32Array;
  #own = -1;
  #module: string | undefined;
  #targets: number[] = [];

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
    this.#byName = namesOf(resources);
    this.#sieve = new Sieve(this.#byName.keys());
    this.#countedFor = new Int32Array(resources.length).fill(-1);
  }

  /** Numbers of the resources that resource `own` names, in the order it names them; never itself. */
  of(own: number): readonly number[] {
    this.#own = own;
    this.#module = undefined;
    this.#targets = [];
    this.#countedFor[own] = own;
    const { type, values } = this.#resources[own] as Resource;
    for (const key in values) if (!isOwnName(type, key)) this.#attribute(key, values[key]);
    return this.#targets;
  }

  /** The lift keeps values less than a hundred levels deep. */
  #walk(value: object): void {
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) {
        if (typeof item === "string") this.#name(item);
        else if (typeof item === "object" && item !== null) this.#walk(item);
      }
      return;
    }
    const object = value as Readonly<Record<string, unknown>>;
    if (typeof object.$unknown === "string" && Array.isArray(object.refs)) {
      for (const ref of object.refs as readonly string[]) this.#count(this.#byName.get(ref));
      return;
    }
    for (const key in object) this.#attribute(key, object[key]);
  }

  #attribute(key: string, value: unknown): void {
    if (typeof value === "string") {
      if (value !== "" && value.length < MAX_NAME && !NOT_NAMES.has(key)) this.#name(value);
    } else if (typeof value === "object" && value !== null && !NOT_NAMES.has(key)) this.#walk(value);
  }

  #name(text: string): void {
    if (!this.#sieve.mayHold(text)) return;
    const named = this.#byName.get(text);
    if (typeof named !== "object" || named.length <= AMBIGUOUS) {
      this.#count(named);
      return;
    }
    // Where many resources have one name, those of the same module are meant.
    let byModule = this.#inModule.get(text);
    if (byModule === undefined) {
      byModule = groupBy(named, (at) => moduleOf((this.#resources[at] as Resource).address));
      this.#inModule.set(text, byModule);
    }
    this.#module ??= moduleOf((this.#resources[this.#own] as Resource).address);
    this.#count(byModule.get(this.#module));
  }

  #count(named: number | readonly number[] | undefined): void {
    if (named === undefined) return;
    if (typeof named === "number") this.#target(named);
    else for (const one of named) this.#target(one);
  }

  #target(at: number): void {
    if (this.#countedFor[at] === this.#own) return;
    this.#countedFor[at] = this.#own;
    this.#targets.push(at);
  }
}

/** Numbers of the resources of each name; nearly every name has one. */
type NumbersByName = ReadonlyMap<string, number | readonly number[]>;

function namesOf(resources: readonly Resource[]): NumbersByName {
  const byName = new Map<string, number | number[]>();
  const add = (name: string, at: number): void => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, at);
    else if (typeof known === "number") {
      if (known !== at) byName.set(name, [known, at]);
    } else if (known[known.length - 1] !== at) known.push(at);
  };
  for (let at = 0; at < resources.length; at += 1) {
    const { address, type, values } = resources[at] as Resource;
    for (const key of NAMELESS.has(type) ? [] : NAMES) {
      const value = values[key];
      // The ARN in a policy resource is the one it hangs on.
      if (typeof value === "string" && value !== "" && !(key === "arn" && type.endsWith("_policy"))) add(value, at);
    }
    const own = Object.hasOwn(OWN_NAMES, type) ? values[OWN_NAMES[type] as string] : undefined;
    if (typeof own === "string" && own !== "") add(own, at);
    if (type === "aws_s3_bucket" && typeof values.bucket === "string") add(`arn:aws:s3:::${values.bucket}`, at);
    add(address, at);
    // A reference may name an expanded resource without its key.
    if (address.endsWith("]")) add(withoutKey(address), at);
  }
  return byName;
}

/** Tells most texts that are no name without hashing them whole: nearly every text in a plan is none. */
class Sieve {
  readonly #seen = new Uint8Array(1 << 16);

  constructor(names: Iterable<string>) {
    for (const name of names) this.#seen[slotOf(name)] = 1;
  }

  mayHold(text: string): boolean {
    return this.#seen[slotOf(text)] === 1;
  }
}

/** Of the length and four characters: names of one stack differ in the middle and at the end. */
function slotOf(text: string): number {
  const { length } = text;
  const middle = length >> 1;
  return (
    (Math.imul(length, 0x9e35) ^
      Math.imul(text.charCodeAt(middle), 0x1f35) ^
      Math.imul(text.charCodeAt(middle + (length >> 2)), 0x4f1b) ^
      Math.imul(text.charCodeAt(length - 1), 0x35a7)) &
    0xffff
  );
}
