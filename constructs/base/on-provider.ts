import type { IConstruct } from "constructs";
import { type IAspect, type TerraformProvider, TerraformResource } from "#tf";

/** Every resource of hashicorp/aws below a construct goes to one provider, such as that of another region; constructs need not pass it on. */
export class OnProvider implements IAspect {
  constructor(private readonly provider: TerraformProvider) {}

  visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    if (node.terraformGeneratorMetadata?.providerName === "aws") node.provider ??= this.provider;
  }
}
