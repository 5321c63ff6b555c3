import type { Resource, UnknownValue } from "../../model/resource.js";
import { innerDocument } from "./inner-document.js";
import { isObject, isScalar, isUnknown, own, put, unknown, type Value, type ValueObject } from "./normal.js";

/** Reads the properties of a CloudFormation type as the arguments of the Terraform type; what that has no place for it tells by name. */
type Reader = (properties: Properties) => ValueObject;

interface Translation {
  readonly type: string;
  readonly read: Reader;
}

/**
 * CloudFormation types that hashicorp/aws has too, under which name rules know them. The values are those that Terraform would have.
 * Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_IoT.html
 */
const TRANSLATIONS: ReadonlyMap<string, Translation> = new Map([["AWS::IoT::Policy", { type: "aws_iot_policy", read: policy }]]);

export interface Translated {
  readonly resource: Resource;
  /** Properties that are not read, and so are not judged. */
  readonly notes: readonly string[];
}

/** A resource of CloudFormation as the Terraform type that rules judge; itself, where they judge it as it is, or not at all. */
export function byTerraformName(resource: Resource): Translated {
  const translation = TRANSLATIONS.get(resource.type);
  if (translation === undefined) return { resource, notes: [] };
  const properties = new Properties(resource.values as Value);
  const values = translation.read(properties) as Resource["values"];
  return {
    resource: { ...resource, type: translation.type, values },
    notes: properties.unread.map((name) => `${resource.address}: ${name} of ${resource.type} is not read, so it is not judged`),
  };
}

/** The properties of a resource, taken one by one. */
export class Properties {
  readonly #values: Value;
  readonly #taken = new Set<string>();
  readonly #further: string[] = [];

  constructor(values: Value) {
    this.#values = values;
  }

  /** Undefined for what nobody wrote; unknown where all properties are. */
  take(name: string): Value | undefined {
    this.#taken.add(name);
    if (isUnknown(this.#values)) return unknown("opaque-document", this.#values.refs);
    return (own(this.#values, name) ?? undefined) as Value | undefined;
  }

  /** Tells of something inside a property that has no place. */
  leave(path: string): void {
    this.#further.push(path);
  }

  get unread(): readonly string[] {
    const names = isUnknown(this.#values) ? [] : Object.keys(this.#values as object);
    return [...names.filter((name) => !this.#taken.has(name) && !GIVEN_BY_AWS.has(name)), ...this.#further];
  }
}

/** What a state holds beside what was written. */
const GIVEN_BY_AWS: ReadonlySet<string> = new Set(["Arn", "Id", "PolicyId"]);

/** Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html */
function policy(properties: Properties): ValueObject {
  const document = properties.take("PolicyDocument");
  return withoutAbsent({
    name: properties.take("PolicyName"),
    policy: document === undefined ? undefined : innerDocument(document),
    tags: tagsOf(properties.take("Tags")),
  });
}

export function withoutAbsent(values: Readonly<Record<string, Value | undefined>>): ValueObject {
  const out: ValueObject = {};
  for (const key of Object.keys(values)) if (values[key] !== undefined) put(out, key, values[key] as Value);
  return out;
}

/** `[{Key, Value}]` as a map; unknown where none of its keys is known and one may be. */
export function tagsOf(tags: Value | undefined): Value | undefined {
  if (!Array.isArray(tags)) return tags;
  const out: ValueObject = {};
  const open: UnknownValue[] = [];
  for (const tag of tags as readonly Value[]) {
    const key = isUnknown(tag) ? tag : own(tag, "Key");
    if (isUnknown(key)) open.push(key);
    else if (isScalar(key) && isObject(tag)) put(out, String(key), (own(tag, "Value") ?? "") as Value);
  }
  return Object.keys(out).length === 0 && open.length > 0 ? unknown("expression", [...new Set(open.flatMap(({ refs }) => refs))]) : out;
}
