import type { Resource } from "../../../model/resource.js";
import { isUnknown, type JsonObject, objectOf, own, unknown, type Value } from "../normal.js";
import { isTraversal, splitTemplate } from "../template.js";
import { TemplateConditions, type Truth } from "./conditions.js";
import { NOTHING, type Resolved, TemplateFunctions, type TemplateNames } from "./functions.js";

/** The names in the template of a stack: its parameters as given, its resources at `<stack address>#<LogicalId>`. */
export class StackNames implements TemplateNames {
  readonly functions = new TemplateFunctions(this);
  readonly mappings: JsonObject;
  /** What the Terraform text around the template refers to; a leaf with an interpolation may be any of them. */
  readonly outer: readonly string[];
  readonly #stack: Resource;
  readonly #declared: JsonObject;
  readonly #given: JsonObject;
  /** Then each parameter may have another value than its default. */
  readonly #givenUnknown: boolean;
  readonly #conditions: TemplateConditions;
  #logicalIds: JsonObject = {};

  constructor(stack: Resource, template: JsonObject, outer: readonly string[]) {
    const { parameters } = stack.values;
    this.#stack = stack;
    this.#declared = objectOf(own(template, "Parameters"));
    this.#given = isUnknown(parameters) ? {} : objectOf(parameters);
    this.#givenUnknown = isUnknown(parameters);
    this.mappings = objectOf(own(template, "Mappings"));
    this.#conditions = new TemplateConditions(objectOf(own(template, "Conditions")), (argument) => this.functions.value(argument));
    this.outer = outer;
  }

  /** Its resources are known once its loops are written out, which takes the other names. */
  set logicalIds(ids: JsonObject) {
    this.#logicalIds = ids;
  }

  holds(condition: string): Truth {
    return this.#conditions.holds(condition);
  }

  /** Text of the template; where Terraform wrote it with interpolations, what they stand for is not known. */
  text(text: string): Value {
    // What a dynamic reference leads to, CloudFormation reads when it deploys.
    if (DYNAMIC.test(text)) return unknown("expression", this.outer, WHOLLY_DYNAMIC.test(text) ? {} : { template: text });
    if (this.outer.length === 0 || !text.includes("${")) return text;
    const [only, ...more] = splitTemplate(text);
    // Nothing but a reference has no text around it that could be judged.
    const bare = more.length === 0 && only?.kind === "expression" && isTraversal(only.source);
    return unknown("expression", this.outer, bare ? {} : { template: text });
  }

  ref(name: string): Resolved {
    if (name === "AWS::NoValue") return NOTHING;
    if (Object.hasOwn(this.#logicalIds, name)) return unknown("reference", [`${this.#stack.address}#${name}`]);
    const declared = own(this.#declared, name);
    if (this.#givenUnknown && declared !== undefined) return unknown("expression");
    const value = own(this.#given, name) ?? own(declared, "Default");
    if (value === undefined || (typeof value === "object" && !isUnknown(value))) return unknown("expression");
    const type = own(declared, "Type");
    // Such a parameter names an entry of the parameter store, and stands for what is there.
    if (typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value<")) return unknown("expression");
    if (typeof type === "string" && typeof value === "string" && (type === "CommaDelimitedList" || type.startsWith("List<")))
      return value.split(",").map((item) => this.text(item.trim()));
    if (typeof value === "string" && DYNAMIC.test(value)) return this.text(value);
    // Parameters are text whatever their type; a number is meant where the template says so.
    return type === "Number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
      ? Number(value)
      : (value as Value);
  }

  attribute(resource: string, attribute: string): Value {
    if (!Object.hasOwn(this.#logicalIds, resource)) return unknown("expression");
    // Rules know the ARN by Terraform's name.
    const known = attribute === "Arn" ? { attribute: "arn" } : attribute === "" ? {} : { attribute };
    return unknown("reference", [`${this.#stack.address}#${resource}`], known);
  }
}

/** Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC = /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):[^}]*\}\}/;
const WHOLLY_DYNAMIC = /^\{\{resolve:[^}]*\}\}$/;
