import { Construct } from "constructs";
import { CloudcontrolapiResource } from "#aws/cloudcontrolapi-resource";
import { CloudformationStack } from "#aws/cloudformation-stack";
import type { ITerraformDependable, TerraformResource } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { BackendContext, DataClass, InContext } from "./backend-context.js";
import { AwsccResource } from "./cfn-typed-awscc.js";
import { misfitOf } from "./cfn-typed-check.js";
import { type CfnProperties, type CfnType, registrySchema, shapeOf } from "./cfn-typed-shape.js";

export interface CfnTypedProps<T extends CfnType> extends InContext {
  /** Registry facts of the type, such as `JOB_TEMPLATE`. @wiring */
  readonly type: T;
  /**
   * CloudFormation's own property names. `Tags` of the backend are added where the type has them. Text may be a token; `${` that Terraform
   * shall leave alone is written `$${`. @wiring
   */
  readonly properties: CfnProperties<T>;
  /** Class of the data; a tag says it. @obligation OBL-DATA-1 */
  readonly dataClass: DataClass;
  /** What has to be there first; literal ARNs order nothing. @default [] @wiring */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * A resource of a CloudFormation type that hashicorp/aws lacks, sent to AWS the way `context.cfnRenderer` says. The rules see the same resource
 * each way: policies/lift reads all three. Names are literal, so nothing is read back from it.
 * @obligation OBL-DATA-1
 * @setting iot-resource-tagged: product and class of data are tags, where the type has any
 * @cost nothing of its own; the type it makes may cost something
 * @throws BulwarkError BW_PROP_INVALID for a value the registry does not take
 */
export class CfnTyped<T extends CfnType> extends Construct {
  /** What Terraform manages: an `aws_cloudcontrolapi_resource`, an `aws_cloudformation_stack` of this one resource, or an `awscc_*`. */
  readonly resource: TerraformResource;
  /** As sent to AWS, tags included. */
  readonly properties: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { context, type, properties, dataClass, dependsOn }: CfnTypedProps<T>) {
    super(scope, id);
    this.properties = withTags(type, properties, context.tags(dataClass));
    const misfit = misfitOf(shapeOf(type), this.properties, "");
    if (misfit !== undefined) this.refuse(misfit.path, misfit.given, misfit.problem);
    this.resource = this.render(context, type, dataClass, dependsOn === undefined ? {} : { dependsOn: [...dependsOn] });
  }

  private render(context: BackendContext, type: CfnType, dataClass: DataClass, order: Order): TerraformResource {
    switch (context.cfnRenderer) {
      case "cloudcontrol":
        return new CloudcontrolapiResource(this, "resource", {
          typeName: type.type,
          desiredState: JSON.stringify(this.properties),
          // Without it the provider asks CloudFormation for the schema while planning, and there is no plan without AWS.
          schema: JSON.stringify(registrySchema(type)),
          ...order,
        });
      case "cloudformation": {
        const name = type.type.slice(type.type.lastIndexOf(":") + 1);
        return new CloudformationStack(this, "resource", {
          name: this.stackName(context),
          templateBody: JSON.stringify({ Resources: { [name]: { Type: type.type, Properties: this.properties } } }),
          tags: context.tags(dataClass),
          ...order,
        });
      }
      case "awscc":
        return new AwsccResource(this, "resource", { type, properties: this.properties, region: context.region, ...order });
    }
  }

  /** Letters, digits and hyphens. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
  private stackName(context: BackendContext): string {
    const path = this.node.path.split("/").slice(1).join("-");
    const name = context.name(path.replace(/[^A-Za-z0-9]+/g, "-"));
    if (name.length > 128) this.refuse("id", name, "CloudFormation takes stack names of at most 128 characters");
    return name;
  }

  private refuse(property: string, given: unknown, problem: string): never {
    const shown = typeof given === "string" ? given : (JSON.stringify(given) ?? String(given));
    throw new BulwarkError("BW_PROP_INVALID", { construct: this.node.path, property, given: shown, problem });
  }
}

interface Order {
  readonly dependsOn?: ITerraformDependable[];
}

function withTags(type: CfnType, properties: object, tags: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const given = properties as Readonly<Record<string, unknown>>;
  if (type.properties.Tags === undefined) return given;
  const own = (given.Tags ?? []) as readonly { readonly Key: string; readonly Value: string }[];
  const taken = new Set(own.map(({ Key }) => Key));
  const added = Object.entries(tags).flatMap(([Key, Value]) => (taken.has(Key) ? [] : [{ Key, Value }]));
  return { ...given, Tags: [...own, ...added] };
}
