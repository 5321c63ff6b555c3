import type { Json, Resource } from "../../../model/resource.js";
import { TemplateFunctions, type TemplateNames } from "../cfn/functions.js";
import { type Expanded, resourceInside } from "../expanded.js";
import { isObject, isUnknown, type JsonObject, objectOf, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import { innerDocument, interpolationsOf, isPolicyVariable } from "./inner-document.js";

/**
 * The policies that stand in the provisioning template of a fleet, or of a CA whose certificates register themselves: AWS IoT makes them for each
 * device, so they are lifted as `aws_iot_policy` at `<address>#<LogicalId>`. One that the template only names stands elsewhere.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/provision-template.html#resources-section
 */
export function policiesOfTemplate(holder: Resource): Pick<Expanded, "resources" | "notes"> {
  const body = bodyOf(holder);
  if (body === undefined || body === null || body === "") return { resources: [], notes: [] };
  const given = isUnknown(body) ? undefined : own(body, "Resources");
  if (!isObject(given) || isUnknown(given))
    return { resources: [], notes: [`${holder.address}: its template is not known, or cannot be read, so a policy in it is not judged`] };
  const functions = new TemplateFunctions(namesOf(body as JsonObject));
  const resources: Resource[] = [];
  const notes: string[] = [];
  for (const name of Object.keys(given)) {
    const resource = given[name] as Json;
    const type = own(resource, "Type");
    if (typeof type !== "string") notes.push(`${holder.address}: what ${name} of its template is, is not known, so it is not judged`);
    else if (type === POLICY && makesPolicy(own(resource, "Properties")))
      resources.push(policyOf(name, own(resource, "Properties") as Json, functions, holder));
  }
  return { resources, notes };
}

const HOLDERS: ReadonlySet<string> = new Set(["aws_iot_provisioning_template", "aws_iot_ca_certificate"]);

export const holdsProvisioningTemplate = (type: string): boolean => HOLDERS.has(type);

/** Where it is not known what a CA registers certificates with, that may be a template. */
function bodyOf({ type, values }: Resource): Value | undefined {
  if (type === "aws_iot_provisioning_template") return values.template_body as Value | undefined;
  const { registration_config: config } = values;
  const block = Array.isArray(config) ? config[0] : config;
  return isUnknown(block) ? block : own(block, "template_body");
}

const POLICY = "AWS::IoT::Policy";

/** Without a document it is the name of one that is there. A text in their place may be anything. */
const makesPolicy = (properties: Json | undefined): boolean =>
  typeof properties === "string" || isUnknown(properties) || (own(properties, "PolicyDocument") ?? null) !== null;

function policyOf(name: string, properties: Json, functions: TemplateFunctions, holder: Resource): Resource {
  const given = own(properties, "PolicyName") ?? null;
  const document = own(properties, "PolicyDocument");
  return resourceInside(holder, name, "aws_iot_policy", {
    ...(given === null ? {} : { name: functions.value(given) }),
    policy:
      document === undefined
        ? unknown("opaque-document", isUnknown(properties) ? properties.refs : [])
        : withoutGiven(innerDocument(functions.value(document) as Value)),
  });
}

/**
 * What a device gives is not known, whatever its parameter's default is; nor is what its certificate says, whose id alone AWS IoT makes. In the
 * policy that is made for the certificate that is what the policy variable stands for.
 */
const namesOf = (template: JsonObject): TemplateNames => ({
  isNormal: true,
  ref: (name) => (name === "AWS::IoT::Certificate::Id" ? CERTIFICATE_ID : unknown("expression")),
  attribute: () => unknown("expression"),
  text: (text) => text,
  holds: () => undefined,
  mappings: objectOf(own(template, "Mappings")),
  outer: [],
});

/** Source: docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html */
const CERTIFICATE_ID = "${iot:CertificateId}";

/**
 * A text into which a device gives a part is not known: what that makes of it nobody can say. A value of Terraform is one text for all devices, and
 * stays to be judged as it is written.
 */
function withoutGiven(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (isUnknown(value)) return value.template !== undefined && holdsGiven(value.template) ? unknown(value.$unknown, value.refs) : value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(withoutGiven);
  const out: ValueObject = {};
  for (const key of Object.keys(value)) put(out, key, withoutGiven((value as ValueObject)[key] as Value));
  return out;
}

/** The name of a parameter, or none where none was written; expressions of Terraform have dots or calls in them. */
const holdsGiven = (template: string): boolean =>
  interpolationsOf(template).some((source) => !isPolicyVariable(source) && /^[a-z0-9:]*$/i.test(source));
