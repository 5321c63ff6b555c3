import { createRequire } from "node:module";
import type { Json } from "../../../model/resource.js";
import { isObject, type JsonObject } from "../normal.js";

/** CloudFormation takes templates of at most 1 MiB. Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_TEMPLATE = 1_048_576;

/** Intrinsic functions with a short form. Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const SHORT_FORMS = [
  "And",
  "Base64",
  "Cidr",
  "Condition",
  "Equals",
  "FindInMap",
  "GetAZs",
  "GetAtt",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Ref",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
] as const;

const require = createRequire(import.meta.url);

/**
 * The text of a CloudFormation template, JSON or YAML, with short forms (`!GetAtt a.b`) written out (`{"Fn::GetAtt": "a.b"}`).
 * @returns undefined for text that is no template
 */
export function readTemplate(text: string): JsonObject | undefined {
  if (text.length > MAX_TEMPLATE) return undefined;
  try {
    const value = text.trimStart().startsWith("{") ? (JSON.parse(text) as Json) : readYaml(text);
    return isObject(value) && isObject(value.Resources) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * CloudFormation reads the booleans of YAML 1.1, of which 1.2 leaves these out. Its dates are text.
 * Source: yaml.org/type/bool.html
 */
const SPELLED_OUT = {
  tag: "tag:yaml.org,2002:bool",
  default: true,
  test: /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: (text: string) => /^(?:y|on)/i.test(text),
};

function readYaml(text: string): Json {
  // Needed only by those who have such a stack; a dynamic import would make the whole lift asynchronous.
  const yaml = require("yaml") as typeof import("yaml");
  const customTags = SHORT_FORMS.flatMap((name) => {
    const key = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
    const resolve = (value: unknown) => ({ [key]: toJson(value) });
    const toJson = (node: unknown): unknown => (yaml.isCollection(node) ? node.toJSON() : node);
    return [
      { tag: `!${name}`, resolve: (value: string) => resolve(value) },
      { tag: `!${name}`, collection: "seq" as const, resolve: (value: unknown) => resolve(value) },
      { tag: `!${name}`, collection: "map" as const, resolve: (value: unknown) => resolve(value) },
    ];
  });
  const document = yaml.parseDocument(text, { customTags: [...customTags, SPELLED_OUT], logLevel: "silent" });
  if (document.errors.length > 0) throw document.errors[0];
  return document.toJS({ maxAliasCount: 100 }) as Json;
}
