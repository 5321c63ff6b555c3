import type { Construct } from "constructs";
import { type ITerraformDependable, TerraformProvider, TerraformResource, TerraformStack } from "#tf";
import { memberShape } from "./cfn-typed-check.js";
import { type CfnType, type Shape, shapeOf } from "./cfn-typed-shape.js";

const PROVIDER = "awscc";
const VERSION = "~> 1.0";

interface AwsccResourceProps {
  readonly type: CfnType;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly region: string;
  readonly dependsOn?: ITerraformDependable[];
}

/** A resource of hashicorp/awscc, which is generated from the registry: no bindings are needed to write it. */
export class AwsccResource extends TerraformResource {
  private readonly attributes: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { type, properties, region, dependsOn }: AwsccResourceProps) {
    super(scope, id, {
      terraformResourceType: resourceType(type.type),
      terraformGeneratorMetadata: { providerName: PROVIDER, providerVersionConstraint: VERSION },
      provider: AwsccProvider.of(scope, region),
      ...(dependsOn === undefined ? {} : { dependsOn }),
    });
    this.attributes = renamed(shapeOf(type), properties) as Record<string, unknown>;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

class AwsccProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    private readonly region: string,
  ) {
    super(scope, PROVIDER, {
      terraformResourceType: PROVIDER,
      terraformGeneratorMetadata: { providerName: PROVIDER, providerVersionConstraint: VERSION },
      terraformProviderSource: `hashicorp/${PROVIDER}`,
    });
  }

  /** The provider of a stack: its own, or one made at first use. */
  static of(scope: Construct, region: string): TerraformProvider {
    const stack = TerraformStack.of(scope);
    const own = stack.node.findAll().find(isAwscc);
    return own ?? new AwsccProvider(stack, region);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { region: this.region };
  }
}

const isAwscc = (child: unknown): child is TerraformProvider =>
  child instanceof TerraformProvider && child.terraformResourceType === PROVIDER;

/** `AWS::IoT::JobTemplate` -> `awscc_iot_job_template` */
function resourceType(type: string): string {
  const [, service = "", name = ""] = type.split("::");
  return `${PROVIDER}_${service.toLowerCase()}_${attributeName(name)}`;
}

/**
 * `EnableIoTLoggingParams` -> `enable_io_t_logging_params`: a new word starts at a capital that follows a small letter or digit, or that
 * small letters follow. Source: https://registry.terraform.io/providers/hashicorp/awscc/latest/docs/resources/iot_mitigation_action
 */
const attributeName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();

/** The value with the provider's names for properties; keys of maps are the author's own and stay. */
function renamed(shape: Shape | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(shape?.type === "array" ? shape.items : undefined, item));
  if (typeof value !== "object" || value === null || shape?.type !== "object") return value;
  const isMap = "patternProperties" in shape;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [isMap ? key : attributeName(key), renamed(memberShape(shape, key), inner)]),
  );
}
