import type { Resource } from "../model/resource.js";
import { liftPath } from "./lift/index.js";
import { isObject, isUnknown, own } from "./lift/normal.js";
import { findFiles, parseJson, readBytes, textOf } from "./lift/read.js";

/** One AWS IoT policy as an input holds it. */
export interface PolicySource {
  readonly place: string;
  readonly name: string;
  /** Absent when nothing of it is known before apply. */
  readonly document?: unknown;
  /** Some part of it is not known, so that it may allow more than was read. */
  readonly holes: boolean;
  readonly notes: readonly string[];
}

export interface PolicyInput {
  readonly path: string;
  readonly policies: readonly PolicySource[];
}

/** Where each encoding of the type keeps name and document. */
const TYPES: Readonly<Record<string, { readonly name: string; readonly document: string }>> = {
  aws_iot_policy: { name: "name", document: "policy" },
  awscc_iot_policy: { name: "policy_name", document: "policy_document" },
  "AWS::IoT::Policy": { name: "PolicyName", document: "PolicyDocument" },
};

/**
 * Every AWS IoT policy of plans, synthesized stacks and bare policy documents (JSON with a Statement).
 * @throws BulwarkError for input that is missing, broken or of no known kind
 */
export async function readIotPolicies(paths: readonly string[]): Promise<readonly PolicyInput[]> {
  const inputs: PolicyInput[] = [];
  for (const path of paths) {
    const bare = barePolicy(path);
    if (bare !== undefined) inputs.push({ path, policies: [bare] });
    else for (const input of await liftPath(path)) inputs.push({ path: input.path, policies: input.resources.flatMap(policyOf) });
  }
  return inputs;
}

/** A file that is a policy itself and no Terraform. */
function barePolicy(path: string): PolicySource | undefined {
  const [file] = findFiles([path]);
  if (file?.named !== true || !/\.json$/i.test(path)) return undefined;
  const document = parseJson(path, textOf(path, readBytes(path)));
  if (own(document, "Statement") === undefined) return undefined;
  return { place: path, name: path, document, holes: false, notes: [] };
}

function policyOf(resource: Resource): readonly PolicySource[] {
  const keys = TYPES[resource.type];
  if (keys === undefined || resource.mode !== "managed") return [];
  const given = resource.values[keys.name];
  const filled = fill(resource.values[keys.document]);
  return [
    {
      place: resource.address,
      name: typeof given === "string" ? given : resource.name,
      ...(filled.value === undefined ? {} : { document: filled.value }),
      holes: filled.holes.length > 0,
      notes: [...new Set([...filled.stoodIn.map(standIn), ...filled.holes.map(hole)])],
    },
  ];
}

const standIn = (expression: string): string => `${expression} is not known before apply; it is read as one fixed text`;
const hole = (refs: string): string => `a part given by ${refs || "an expression"} is not known before apply and was left out`;

interface Filled {
  readonly value: unknown;
  readonly stoodIn: readonly string[];
  readonly holes: readonly string[];
}

/**
 * Puts something in the place of what is not known. A text with references in it keeps its shape: an ARN whose account comes from a data source
 * still says which topic it is about. A value that is nothing but a reference is left out, and the answer says so.
 */
function fill(value: unknown): Filled {
  if (isUnknown(value)) {
    if (value.template === undefined) return { value: undefined, stoodIn: [], holes: [value.refs.join(", ")] };
    const { text, expressions } = replaceExpressions(value.template);
    return { value: text, stoodIn: expressions, holes: [] };
  }
  if (Array.isArray(value)) {
    const items = value.map(fill);
    const known = items.filter((item) => item.value !== undefined).map((item) => item.value);
    return { value: known.length === 0 && items.length > 0 ? undefined : known, ...gathered(items) };
  }
  if (!isObject(value)) return { value, stoodIn: [], holes: [] };
  const entries = Object.entries(value).map(([key, item]) => [key, fill(item)] as const);
  return {
    value: Object.fromEntries(entries.map(([key, item]) => [key, item.value ?? NOTHING])),
    ...gathered(entries.map(([, item]) => item)),
  };
}

/** A resource, action or effect of this name matches nothing. */
const NOTHING = "not-known-before-apply";

const gathered = (items: readonly Filled[]): Pick<Filled, "stoodIn" | "holes"> => ({
  stoodIn: items.flatMap((item) => item.stoodIn),
  holes: items.flatMap((item) => item.holes),
});

/** Policy variables (`${iot:ClientId}`, `${*}`) stay; Terraform's own expressions have no colon after their first word. */
function replaceExpressions(template: string): { readonly text: string; readonly expressions: readonly string[] } {
  const expressions: string[] = [];
  const text = template.replace(/\$\{([^}]*)\}/g, (whole, inside: string) => {
    if (/^[a-z-]+:|^[*?$]$/i.test(inside)) return whole;
    expressions.push(inside);
    if (/account_id$/.test(inside)) return "123456789012";
    if (/aws_region\..*\.(?:name|id|region)$/.test(inside)) return "eu-west-1";
    if (/aws_partition\..*\.(?:partition|id)$/.test(inside)) return "aws";
    return inside.replace(/[^\w.-]+/g, "-");
  });
  return { text, expressions };
}
