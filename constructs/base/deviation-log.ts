import { Construct } from "constructs";
import { Lazy, TerraformOutput, type TerraformResource, TerraformStack } from "#tf";
import type { Deviation } from "../../model/resource.js";
import { addressOf } from "./address.js";

const ID = "bulwark_deviations";

/**
 * The accepted deviations of one stack. They travel twice: in the `"//"` metadata of each resource and of the stack (`"//".bulwark.deviations`
 * in cdk.tf.json), and as the Terraform output `bulwark_deviations`, because plan JSON drops the metadata but keeps outputs.
 */
export class DeviationLog extends Construct {
  private readonly entries: Deviation[] = [];
  readonly output: TerraformOutput;

  /** The log of the stack a construct is in, made at first use. */
  static of(construct: Construct): DeviationLog {
    const stack = TerraformStack.of(construct);
    const existing = stack.node.tryFindChild(ID);
    return existing instanceof DeviationLog ? existing : new DeviationLog(stack);
  }

  private constructor(stack: TerraformStack) {
    super(stack, ID);
    this.output = new TerraformOutput(this, "json", {
      description: "Accepted deviations from the Bulwark baseline, as JSON.",
      value: Lazy.stringValue({ produce: () => JSON.stringify(this.sorted()) }),
    });
    this.output.overrideLogicalId(ID);
  }

  get deviations(): readonly Deviation[] {
    return this.sorted();
  }

  record(resource: TerraformResource, deviation: Omit<Deviation, "address" | "constructPath">): void {
    const complete = { ...deviation, address: addressOf(resource), constructPath: resource.node.path };
    this.entries.push(complete);
    resource.addOverride(
      "//.bulwark.deviations",
      this.entries.filter((entry) => entry.address === complete.address),
    );
    TerraformStack.of(this).addOverride("//.bulwark.deviations", this.sorted());
  }

  private sorted(): readonly Deviation[] {
    return [...this.entries].sort((a, b) => compare(a.address, b.address) || compare(a.property, b.property));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
