import type { LiftedInput, Resource } from "../model/resource.js";
import { isPolicyVariable } from "./lift/embedded/inner-document.js";
import { holdsProvisioningTemplate, policiesOfTemplate } from "./lift/embedded/provisioning.js";
import { liftPath } from "./lift/index.js";
import { isObject, isUnknown, own } from "./lift/normal.js";
import type { ReadDocument } from "./lift/plan/read-document.js";
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

/**
 * Every AWS IoT policy of plans, synthesized stacks and bare policy documents (JSON with a Statement).
 * @param source folder of the Terraform files that the one plan was made of: documents that it does not know are read there
 * @throws BulwarkError for input that is missing, broken or of no known kind
 */
export async function readIotPolicies(paths: readonly string[], source?: string): Promise<readonly PolicyInput[]> {
  const inputs: PolicyInput[] = [];
  const lifted: LiftedInput[] = [];
  const readDocument = source === undefined ? undefined : await documentsOf(source);
  for (const path of paths) {
    const bare = barePolicy(path);
    if (bare !== undefined) inputs.push({ path, policies: [bare] });
    else
      for (const input of await liftPath(path, { readDocument })) {
        lifted.push(input);
        inputs.push({ path: input.path, policies: input.resources.flatMap((resource) => policiesOf(resource, input.resources)) });
      }
  }
  if (source !== undefined) (await import("./lift/hcl/place-results.js")).madeOf(source, lifted);
  return inputs;
}

async function documentsOf(source: string): Promise<ReadDocument> {
  const { sourceLines } = await import("./lift/hcl/source-lines.js");
  const { sourceDocuments } = await import("./lift/hcl/source-documents.js");
  return sourceDocuments(sourceLines(source));
}

/** A file that is a policy itself and no Terraform. */
function barePolicy(path: string): PolicySource | undefined {
  const [file] = findFiles([path]);
  if (file?.named !== true || !/\.json$/i.test(path)) return undefined;
  const document = parseJson(path, textOf(path, readBytes(path)));
  if (own(document, "Statement") === undefined) return undefined;
  return { place: path, name: path, document, holes: false, notes: [] };
}

function policiesOf(resource: Resource, all: readonly Resource[]): readonly PolicySource[] {
  if (resource.mode !== "managed") return [];
  if (holdsProvisioningTemplate(resource.type)) return unreadOf(resource);
  return resource.type === "aws_iot_policy" ? [policyOf(resource, all)] : [];
}

/** A template of which a part could not be read may hold a policy. */
function unreadOf(holder: Resource): readonly PolicySource[] {
  const { notes } = policiesOfTemplate(holder);
  return notes.length === 0 ? [] : [{ place: holder.address, name: nameOf(holder), holes: true, notes }];
}

function policyOf(resource: Resource, all: readonly Resource[]): PolicySource {
  const filled = fill(resource.values.policy);
  const holder = resource.address.slice(0, Math.max(0, resource.address.lastIndexOf("#")));
  const isFilledIn = all.some(({ address, type }) => address === holder && holdsProvisioningTemplate(type));
  const when = isFilledIn ? "before a device is provisioned" : "before apply";
  return {
    place: resource.address,
    name: nameOf(resource),
    ...(filled.value === undefined ? {} : { document: filled.value }),
    holes: filled.holes.length > 0,
    notes: [
      ...new Set([
        ...filled.stoodIn.map((expression) => `${expression} is not known before apply; it is read as one fixed text`),
        ...filled.holes.map((refs) => `a part given by ${refs || "an expression"} is not known ${when} and was left out`),
      ]),
    ],
  };
}

const nameOf = ({ name, values }: Resource): string => (typeof values.name === "string" ? values.name : name);

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

/** Policy variables (`${iot:ClientId}`, `${*}`) stay. */
function replaceExpressions(template: string): { readonly text: string; readonly expressions: readonly string[] } {
  const expressions: string[] = [];
  const text = template.replace(/\$\{([^}]*)\}/g, (whole, inside: string) => {
    if (isPolicyVariable(inside)) return whole;
    expressions.push(inside);
    if (/account_id$|^AWS::AccountId$/.test(inside)) return "123456789012";
    if (/aws_region\..*\.(?:name|id|region)$|^AWS::Region$/.test(inside)) return "eu-west-1";
    if (/aws_partition\..*\.(?:partition|id)$|^AWS::Partition$/.test(inside)) return "aws";
    return inside.replace(/[^\w.-]+/g, "-");
  });
  return { text, expressions };
}
