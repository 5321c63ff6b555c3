import type { Resource } from "../../model/resource.js";

/** Resources by number, and for each the numbers of those that it names: by reference, or by a literal name, ARN, id or bucket. */
export type Links = readonly (readonly number[])[];

/** What a resource may be called literally; the same list as `identifiers` of policies/lib/tf.rego. */
const NAMES = ["id", "arn", "name", "url", "alias"];
/** Attributes that name the resource itself only in these types; elsewhere they point to one. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  aws_s3_bucket: "bucket",
  aws_kms_key: "key_id",
  aws_lambda_function: "function_name",
};
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

export function linksOf(resources: readonly Resource[]): Links {
  const byAddress = new Map(resources.map((resource, at) => [resource.address, at]));
  const byName = namesOf(resources);
  return resources.map((resource, own) => {
    const targets = new Set<number>();
    const refer = (ref: string): void => {
      const at = byAddress.get(ref);
      if (at !== undefined) targets.add(at);
      else for (const instance of byName.get(ref) ?? []) targets.add(instance);
    };
    const name = (text: string): void => {
      const at = byAddress.get(text);
      if (at !== undefined) targets.add(at);
      const named = byName.get(text);
      if (named !== undefined) for (const one of likely(resources, named, resource.address)) targets.add(one);
    };
    walk(resource.values, refer, name);
    targets.delete(own);
    return [...targets];
  });
}

function namesOf(resources: readonly Resource[]): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  const add = (name: string, at: number): void => {
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  };
  for (const [at, { address, type, values }] of resources.entries()) {
    for (const key of [...NAMES, OWN_NAMES[type] ?? ""]) {
      // The ARN in a policy resource is the one it hangs on.
      const value = key === "arn" && type.endsWith("_policy") ? undefined : values[key];
      if (typeof value === "string" && value !== "") add(value, at);
    }
    if (type === "aws_s3_bucket" && typeof values.bucket === "string") add(`arn:aws:s3:::${values.bucket}`, at);
    // A reference may name an expanded resource without its key.
    if (address.endsWith("]")) add(withoutKey(address), at);
  }
  return byName;
}

const withoutKey = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/, "");

/** Where many resources have one name, those of the same module are meant. */
function likely(resources: readonly Resource[], named: readonly number[], from: string): readonly number[] {
  if (named.length <= AMBIGUOUS) return named;
  const module = moduleOf(from);
  return named.filter((at) => moduleOf((resources[at] as Resource).address) === module);
}

/** Everything before the last two names: `module.a["x.y"]` of `module.a["x.y"].aws_s3_bucket.b`. */
function moduleOf(address: string): string {
  const end = address.endsWith("]") ? withoutKey(address) : address;
  const name = end.lastIndexOf(".");
  return name < 0 ? "" : end.slice(0, Math.max(0, end.lastIndexOf(".", name - 1)));
}

function walk(root: Resource["values"], refer: (ref: string) => void, name: (text: string) => void): void {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") name(value);
    else if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === "object" && value !== null) {
      const object = value as Readonly<Record<string, unknown>>;
      if (typeof object.$unknown === "string" && Array.isArray(object.refs)) {
        for (const ref of object.refs as readonly string[]) refer(ref);
        continue;
      }
      for (const key of Object.keys(object)) {
        const inner = object[key];
        if (typeof inner === "string" ? inner.length > 2 && inner.length < 2048 : typeof inner === "object")
          if (!NOT_NAMES.has(key)) open.push(inner);
      }
    }
  }
}
