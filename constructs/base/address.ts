import type { TerraformResource } from "#tf";

/** The address Terraform will show for a resource of the root module. */
export const addressOf = (resource: TerraformResource): string => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
