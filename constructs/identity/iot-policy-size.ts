import type { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";

/** Characters without white space. Source: https://docs.aws.amazon.com/general/latest/gr/iot-core.html (policy document size) */
const MAX_POLICY_CHARACTERS = 2048;

/** AWS refuses a larger policy at apply; better to hear of it at synthesis. @throws BulwarkError BW_PROP_INVALID */
export function requirePolicyFits(construct: Construct, document: string): void {
  const size = document.replaceAll("$${", "${").replace(/\s/g, "").length;
  if (size > MAX_POLICY_CHARACTERS)
    throw new BulwarkError("BW_PROP_INVALID", {
      construct: construct.node.path,
      property: "policy",
      given: `${size} characters`,
      problem: `AWS IoT takes ${MAX_POLICY_CHARACTERS}; shorten the product name`,
    });
}
