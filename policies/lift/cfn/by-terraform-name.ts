import type { Resource } from "../../../model/resource.js";
import { innerDocument } from "../embedded/inner-document.js";
import type { Value, ValueObject } from "../normal.js";
import { Properties } from "./properties.js";
import { topicRule } from "./topic-rule.js";
import { tagsOf, withoutAbsent } from "./values.js";

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
const TRANSLATIONS: ReadonlyMap<string, Translation> = new Map([
  ["AWS::IoT::Policy", { type: "aws_iot_policy", read: policy }],
  ["AWS::IoT::TopicRule", { type: "aws_iot_topic_rule", read: topicRule }],
]);

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

/** Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html */
function policy(properties: Properties): ValueObject {
  const document = properties.take("PolicyDocument");
  return withoutAbsent({
    name: properties.take("PolicyName"),
    policy: document === undefined ? undefined : innerDocument(document),
    tags: tagsOf(properties.take("Tags")),
  });
}
