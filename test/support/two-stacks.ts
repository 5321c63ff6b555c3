import { reportOutOfReach } from "./absent-tools.js";
import { ON_CDK_TERRAIN } from "./on-cdk-terrain.js";
import { findTerraform, type Terraform } from "./terraform.js";

/**
 * Terraform for what this run synthesizes. The bindings of CDK Terrain ask for version 6 of the AWS provider, so under `--conditions=cdktn` its
 * stacks cannot be planned with 5.100.0; that is said through the reporter, and it is no tool this machine lacks.
 */
export function findTerraformForStacks(what: string): Terraform | undefined {
  if (!ON_CDK_TERRAIN) return findTerraform(what);
  return reportOutOfReach("the provider that the bindings of CDK Terrain ask for (hashicorp/aws 6, not 5.100.0)", what);
}

type Block = Readonly<Record<string, unknown>>;

/**
 * A stack without what differs between CDKTF and CDK Terrain: the version of the library, and which AWS provider its bindings are made for.
 * Everything else has to be the same on both.
 * @throws Error when one of the two is not where both write it
 */
export function withoutStackVersions(stack: Block): Block {
  const { metadata, ...comment } = stack["//"] as { readonly metadata: Block };
  const { version: _, ...about } = within(metadata, "version");
  const terraform = stack.terraform as Block;
  const { aws, ...providers } = within(terraform.required_providers as Block, "aws");
  within(aws as Block, "source", "version");
  return { ...stack, "//": { metadata: about, ...comment }, terraform: { ...terraform, required_providers: providers } };
}

function within(block: Block, ...keys: readonly string[]): Block {
  for (const key of keys) if (!(key in block)) throw new Error(`no ${key} among ${Object.keys(block)}`);
  return block;
}
